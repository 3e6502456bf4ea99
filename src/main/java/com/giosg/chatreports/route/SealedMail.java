package com.giosg.chatreports.route;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A mail that is sent as it lies on disk: nothing changes a byte of it, no part of it is in memory, and who gets it is
 * decided apart from what it says, so that a blind copy stays blind.
 */
public final class SealedMail extends MimeMessage {

    private final Path file;
    private final List<InternetAddress> recipients;

    SealedMail(Path file, List<InternetAddress> recipients) throws MessagingException, IOException {
        super((Session) null);
        this.file = file;
        this.recipients = recipients;
        try (InputStream in = Files.newInputStream(file)) {
            headers = new InternetHeaders(in);
        }
    }

    Path file() {
        return file;
    }

    List<InternetAddress> recipients() {
        return recipients;
    }

    /** Those that the server is told. */
    @Override
    public Address[] getAllRecipients() {
        return recipients.toArray(Address[]::new);
    }

    /** Whoever sends a message saves it first, which writes it anew. */
    @Override
    public void saveChanges() {
        // It is saved.
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
        Files.copy(file, out);
    }
}
