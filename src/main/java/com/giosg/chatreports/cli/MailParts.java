package com.giosg.chatreports.cli;

import com.giosg.chatreports.format.mail.MailContent;
import com.giosg.chatreports.format.preview.FileLink;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mail in pieces, for those who have no mail program at hand. Beside {@code x.eml} stand its texts, {@code x.html} and
 * {@code x.txt}, and in the folder {@code x.parts} its attachments and the pictures that the page shows.
 *
 * @param html its page; the pictures that the mail carries are files there
 * @param text what those read who see no pages
 * @param attachments in the order of the mail
 */
record MailParts(
        String subject,
        String from,
        String to,
        String cc,
        Optional<Path> html,
        Optional<Path> text,
        List<Path> attachments) {

    /** Writes the pieces of a mail beside it. */
    static MailParts unpack(Path mail) throws IOException {
        MailContent content = MailContent.read(mail);
        PartFiles files = new PartFiles(beside(mail, ".parts"));
        Path page = beside(mail, ".html");
        try {
            Map<String, String> pictures = new LinkedHashMap<>();
            for (Map.Entry<String, Part> picture : content.pictures().entrySet()) {
                Path file = files.write(picture.getValue(), "picture-" + (pictures.size() + 1));
                pictures.put(picture.getKey(), FileLink.href(page.getParent(), file));
            }
            List<Path> attachments = new ArrayList<>();
            for (Part part : content.attachments()) {
                attachments.add(files.write(part, "attachment-" + (attachments.size() + 1)));
            }
            return new MailParts(
                    content.subject(),
                    content.from(),
                    content.to(),
                    content.cc(),
                    write(content.page(pictures), page),
                    write(content.text(), beside(mail, ".txt")),
                    attachments);
        } catch (MessagingException e) {
            throw new IOException("%s cannot be read: %s".formatted(mail, e.getMessage()), e);
        }
    }

    private static Optional<Path> write(Optional<String> text, Path file) throws IOException {
        return text.isPresent() ? Optional.of(Files.writeString(file, text.get())) : Optional.empty();
    }

    private static Path beside(Path mail, String ending) {
        return mail.resolveSibling(mail.getFileName().toString().replaceFirst("\\.eml$", ending));
    }
}
