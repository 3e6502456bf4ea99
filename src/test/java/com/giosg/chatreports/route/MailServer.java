package com.giosg.chatreports.route;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on this machine that takes one user's password and remembers what it was given. */
public final class MailServer implements AutoCloseable {

    public static final String USER = "reports";

    public static final String PASSWORD = RouteTestSupport.PASSWORD;

    /**
     * One mail.
     *
     * @param from who the server was told it comes from
     * @param to whom the server was told to give it
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares mails as a whole.
    public record Received(String from, List<String> to, byte[] bytes) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<String> passwords = new CopyOnWriteArrayList<>();
    private final Map<String, RejectException> refused = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final SMTPServer server;
    private volatile boolean deaf;

    private MailServer(SMTPServer.Builder builder) {
        server = builder.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .insertReceivedHeaders(false)
                .messageHandlerFactory(Handler::new)
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(this::logIn))
                .build();
        server.start();
    }

    /** Encrypts nothing and asks nobody who they are. */
    public static MailServer plain() {
        return new MailServer(new SMTPServer.Builder());
    }

    /** Offers STARTTLS, and log-ins only after it. */
    public static MailServer withStartTls(SSLContext context) {
        return new MailServer(new SMTPServer.Builder()
                .startTlsSocketFactory(context)
                .requireTLS()
                .requireAuth());
    }

    /** Speaks TLS from the first byte. */
    static MailServer withTls(SSLContext context) {
        return new MailServer(
                new SMTPServer.Builder().serverSocketFactory(context).requireAuth());
    }

    /** As if somebody on the way had taken STARTTLS out of its answers. */
    static MailServer withoutTls() {
        return new MailServer(new SMTPServer.Builder());
    }

    public int port() {
        return server.getPortAllocated();
    }

    public List<Received> received() {
        return received;
    }

    /** Every password that arrived. */
    public List<String> passwords() {
        return passwords;
    }

    /** Refuses a recipient, or a mail as a whole where it is given as the empty text. */
    public MailServer refuse(String recipient, int code, String words) {
        refused.put(recipient, new RejectException(code, words));
        return this;
    }

    /** Reads the beginning of a mail, and then nothing more until it is stopped. */
    void stopReading() {
        deaf = true;
    }

    public void acceptEverybody() {
        refused.clear();
    }

    private void logIn(String user, String password, MessageContext context) throws LoginFailedException {
        passwords.add(password);
        if (!user.equals(USER) || !password.equals(PASSWORD)) {
            throw new LoginFailedException();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop();
    }

    private final class Handler implements MessageHandler {

        private final List<String> to = new ArrayList<>();
        private String from;

        Handler(MessageContext context) {}

        @Override
        public void from(String sender) throws RejectException {
            refuse(sender);
            from = sender;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            refuse(recipient);
            to.add(recipient);
        }

        @Override
        public String data(InputStream data) throws IOException, RejectException {
            if (deaf) {
                waitForTheEnd();
            }
            byte[] bytes = data.readAllBytes();
            refuse("");
            received.add(new Received(from, to, bytes));
            return "got it";
        }

        private void refuse(String whom) throws RejectException {
            if (refused.containsKey(whom)) {
                throw refused.get(whom);
            }
        }

        @Override
        public void done() {}
    }

    private void waitForTheEnd() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
