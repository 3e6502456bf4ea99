package com.giosg.chatreports.chaos;

import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.route.PostfixServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Debian's Postfix and its mailbox. */
record PostfixMails(PostfixServer server) implements MailReceiver {

    /** What Postfix writes above a mail: who it was for and from, and, last, when and how it came. */
    private static final Pattern ABOVE = Pattern.compile("\\A(?:.+\n)*?Received: .+\n(?:[ \t].+\n)*");

    @Override
    public String way() {
        return "smtp: \"127.0.0.1:%d\"".formatted(server.port());
    }

    @Override
    public List<byte[]> received() throws IOException {
        await().atMost(Trial.PATIENCE).until(server::hasDeliveredAll);
        List<byte[]> mails = new ArrayList<>();
        for (Path delivered : server.delivered()) {
            mails.add(asSent(delivered));
        }
        return mails;
    }

    private static byte[] asSent(Path delivered) throws IOException {
        String whole = Files.readString(delivered, StandardCharsets.ISO_8859_1);
        return ABOVE.matcher(whole).replaceFirst("").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        server.close();
    }
}
