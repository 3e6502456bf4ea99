package com.giosg.chatreports.journey;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A mail as its reader's program takes it apart.
 *
 * @param id its Message-ID
 * @param attachments by their names, in their order
 */
record ReceivedMail(String id, String subject, String text, String html, Map<String, byte[]> attachments) {

    static ReceivedMail of(byte[] bytes) {
        try {
            MimeMessage mail = new MimeMessage((Session) null, new ByteArrayInputStream(bytes));
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            MimeMultipart body = (MimeMultipart) parts.getBodyPart(0).getContent();
            Map<String, byte[]> attachments = new LinkedHashMap<>();
            for (int index = 1; index < parts.getCount(); index++) {
                attachments.put(parts.getBodyPart(index).getFileName(), bytes(parts.getBodyPart(index)));
            }
            return new ReceivedMail(
                    mail.getMessageID(),
                    mail.getSubject(),
                    text(body.getBodyPart(0)),
                    html(body.getBodyPart(1)),
                    attachments);
        } catch (IOException | MessagingException e) {
            throw new AssertionError("a mail that cannot be read", e);
        }
    }

    /** With pictures beside it, where it shows some. */
    private static String html(BodyPart part) throws IOException, MessagingException {
        return text(part.getContent() instanceof MimeMultipart related ? related.getBodyPart(0) : part);
    }

    private static String text(BodyPart part) throws IOException, MessagingException {
        return new String(bytes(part), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(BodyPart part) throws IOException, MessagingException {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        }
    }
}
