package com.giosg.chatreports.cli;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        try (InputStream bytes = Files.newInputStream(mail)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), bytes);
            return of(message, leaves(message).toList(), mail);
        } catch (MessagingException e) {
            throw new IOException("%s cannot be read: %s".formatted(mail, e.getMessage()), e);
        }
    }

    private static MailParts of(MimeMessage message, List<Part> parts, Path mail)
            throws MessagingException, IOException {
        PartFiles files = new PartFiles(beside(mail, ".parts"));
        Map<String, Path> pictures = new LinkedHashMap<>();
        List<Path> attachments = new ArrayList<>();
        Part html = null;
        Part text = null;
        for (Part part : parts) {
            if (isPicture(part)) {
                pictures.put(contentId(part), files.write(part, "picture-" + (pictures.size() + 1)));
            } else if (html == null && isText(part, "text/html")) {
                html = part;
            } else if (text == null && isText(part, "text/plain")) {
                text = part;
            } else {
                attachments.add(files.write(part, "attachment-" + (attachments.size() + 1)));
            }
        }
        return new MailParts(
                Objects.requireNonNullElse(message.getSubject(), ""),
                addresses(message.getFrom()),
                addresses(message.getRecipients(RecipientType.TO)),
                addresses(message.getRecipients(RecipientType.CC)),
                page(html, pictures, beside(mail, ".html")),
                write(text, beside(mail, ".txt")),
                attachments);
    }

    /** Everything that is not made of parts itself. */
    private static Stream<Part> leaves(Part part) throws MessagingException, IOException {
        if (!part.isMimeType("multipart/*") || !(part.getContent() instanceof Multipart parts)) {
            return Stream.of(part);
        }
        List<Part> leaves = new ArrayList<>();
        for (int index = 0; index < parts.getCount(); index++) {
            leaves(parts.getBodyPart(index)).forEach(leaves::add);
        }
        return leaves.stream();
    }

    private static boolean isText(Part part, String type) throws MessagingException {
        return part.isMimeType(type) && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    private static boolean isPicture(Part part) throws MessagingException {
        return part.isMimeType("image/*") && contentId(part) != null;
    }

    private static String contentId(Part part) throws MessagingException {
        String id = part instanceof MimePart mime ? mime.getContentID() : null;
        return id == null ? null : id.replaceAll("^<|>$", "");
    }

    private static Optional<Path> page(Part html, Map<String, Path> pictures, Path file)
            throws MessagingException, IOException {
        if (html == null) {
            return Optional.empty();
        }
        return Optional.of(Files.writeString(
                file, InlinePictures.linked(String.valueOf(html.getContent()), pictures, file.getParent())));
    }

    private static Optional<Path> write(Part text, Path file) throws MessagingException, IOException {
        return text == null
                ? Optional.empty()
                : Optional.of(Files.writeString(file, String.valueOf(text.getContent())));
    }

    private static String addresses(Address[] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses).map(MailParts::address).collect(Collectors.joining(", "));
    }

    private static String address(Address address) {
        return address instanceof InternetAddress internet && internet.getPersonal() != null
                ? "%s <%s>".formatted(internet.getPersonal(), internet.getAddress())
                : address.toString();
    }

    private static Path beside(Path mail, String ending) {
        return mail.resolveSibling(mail.getFileName().toString().replaceFirst("\\.eml$", ending));
    }
}
