package com.giosg.chatreports.cli;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Writes the texts of a mail beside it: {@code x.eml} becomes {@code x.html} and {@code x.txt} as well. */
final class MailParts {

    private MailParts() {}

    static void unpack(Path mail) throws IOException {
        try (InputStream bytes = Files.newInputStream(mail)) {
            unpack(new MimeMessage(Session.getInstance(new Properties()), bytes), mail);
        } catch (MessagingException e) {
            throw new IOException("%s cannot be read: %s".formatted(mail, e.getMessage()), e);
        }
    }

    private static void unpack(Part part, Path mail) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                unpack(parts.getBodyPart(index), mail);
            }
        } else if (!Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            write(part, "text/html", beside(mail, ".html"));
            write(part, "text/plain", beside(mail, ".txt"));
        }
    }

    private static void write(Part part, String type, Path file) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            Files.writeString(file, String.valueOf(part.getContent()));
        }
    }

    private static Path beside(Path mail, String ending) {
        return mail.resolveSibling(mail.getFileName().toString().replaceFirst("\\.eml$", ending));
    }
}
