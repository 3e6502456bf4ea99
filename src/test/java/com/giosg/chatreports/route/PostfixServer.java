package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.giosg.chatreports.tls.TestCertificates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Postfix, which many mails come past, on a port of its own and on this machine only. It demands STARTTLS, takes mails for
 * {@code example.com}, knows nobody called {@value #NOBODY}, and keeps everybody's in one folder.
 */
public final class PostfixServer implements AutoCloseable {

    public static final String NOBODY = "nobody@example.com";

    private static final Path MASTER = Path.of("/usr/lib/postfix/sbin/master");

    private static final String SERVICES = """
            127.0.0.1:%d inet n - n - - smtpd
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            tlsmgr unix - - n 1000? 1 tlsmgr
            proxymap unix - - n - - proxymap
            virtual unix - n n - - virtual
            error unix - - n - - error
            retry unix - - n - - error
            anvil unix - - n - 1 anvil
            postlog unix-dgram n - n - 1 postlogd
            """;

    private static final String SETTINGS = """
            compatibility_level = 3.6
            queue_directory = %1$s/queue
            data_directory = %1$s/data
            maillog_file = %1$s/log
            maillog_file_prefixes = %1$s
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            myhostname = localhost
            mydestination =
            mynetworks = 127.0.0.0/8
            message_size_limit = %2$d
            smtpd_tls_chain_files = %1$s/server.pem
            smtpd_tls_security_level = encrypt
            smtpd_recipient_restrictions = check_recipient_access inline:{%3$s=REJECT}, permit_mynetworks, reject
            virtual_mailbox_domains = example.com
            virtual_mailbox_base = %1$s/mail
            virtual_mailbox_maps = static:all/
            virtual_uid_maps = static:%4$s
            virtual_gid_maps = static:%4$s
            """;

    private final Path folder;
    private final int port = freePort();
    private Process master;

    /** Its files lie in the folder, which others must be able to enter: Postfix trusts none of its own parts. */
    public PostfixServer(Path folder) throws IOException {
        this.folder = folder;
    }

    /** Skips the test where the server is not there. */
    public static void assumeInstalled() {
        assumeTrue(Files.isExecutable(MASTER), "needs the package postfix, which .ci/run installs");
        assumeTrue(System.getProperty("user.name").equals("root"), "Postfix is started by root only");
    }

    /**
     * Starts it, and waits until it answers.
     *
     * @param mostBytes of one mail
     */
    public PostfixServer start(TestCertificates certificates, int mostBytes)
            throws IOException, GeneralSecurityException, InterruptedException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(folder.resolve("queue"));
        own(Files.createDirectories(folder.resolve("data")), "postfix");
        own(Files.createDirectories(folder.resolve("mail")), "nobody");
        certificates.valid(folder.resolve("server.pem"));
        Path settings = Files.createDirectories(folder.resolve("settings"));
        Object nobody = Files.getAttribute(folder.resolve("mail"), "unix:uid", LinkOption.NOFOLLOW_LINKS);
        Files.writeString(settings.resolve("main.cf"), SETTINGS.formatted(folder, mostBytes, NOBODY, nobody));
        Files.writeString(settings.resolve("master.cf"), SERVICES.formatted(port));
        assertThat(begin("/usr/sbin/postfix", "-c", settings.toString(), "check")
                        .waitFor())
                .as(Files.readString(folder.resolve("said")))
                .isZero();
        master = begin(MASTER.toString(), "-c", settings.toString(), "-d");
        Awaitility.await().until(this::answers);
        return this;
    }

    private static void own(Path path, String user) throws IOException {
        Files.setOwner(
                path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
    }

    private Process begin(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    /** Each mail once for each recipient, as it was put down. */
    public List<Path> delivered() throws IOException {
        Path mails = folder.resolve("mail/all/new");
        if (!Files.exists(mails)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(mails)) {
            return files.sorted().toList();
        }
    }

    /** Whether nothing of what it took waits to be put down. */
    public boolean hasDeliveredAll() throws IOException {
        for (String queue : List.of("maildrop", "incoming", "active", "deferred")) {
            try (Stream<Path> mails = Files.walk(folder.resolve("queue").resolve(queue))) {
                if (mails.anyMatch(Files::isRegularFile)) {
                    return false;
                }
            } catch (UncheckedIOException | NoSuchFileException underWay) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        if (master != null) {
            List<ProcessHandle> parts = master.descendants().toList();
            master.destroy();
            master.onExit().join();
            parts.forEach(part -> part.onExit().join());
        }
    }
}
