package com.giosg.chatreports.format.mail;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a mail is made of, as the program of its reader finds it.
 *
 * @param html its page, where it has one
 * @param text what those read who see no pages
 * @param pictures what the page shows, by content id
 * @param attachments in the order of the mail
 */
public record MailContent(
        String subject,
        String from,
        String to,
        String cc,
        Optional<String> html,
        Optional<String> text,
        Map<String, Part> pictures,
        List<Part> attachments) {

    /**
     * Takes a mail apart.
     *
     * @throws IOException also if it is none
     */
    public static MailContent read(Path mail) throws IOException {
        try (InputStream bytes = Files.newInputStream(mail)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), bytes);
            return of(message, leaves(message).toList());
        } catch (MessagingException e) {
            throw unreadable(mail, e);
        }
    }

    private static IOException unreadable(Object mail, MessagingException e) {
        return new IOException("%s cannot be read: %s".formatted(mail, e.getMessage()), e);
    }

    private static MailContent of(MimeMessage message, List<Part> parts) throws MessagingException, IOException {
        Map<String, Part> pictures = new LinkedHashMap<>();
        List<Part> attachments = new ArrayList<>();
        String html = null;
        String text = null;
        for (Part part : parts) {
            if (isPicture(part)) {
                pictures.put(contentId(part), part);
            } else if (html == null && isText(part, "text/html")) {
                html = String.valueOf(part.getContent());
            } else if (text == null && isText(part, "text/plain")) {
                text = String.valueOf(part.getContent());
            } else {
                attachments.add(part);
            }
        }
        return new MailContent(
                Objects.requireNonNullElse(message.getSubject(), ""),
                addresses(message.getFrom()),
                addresses(message.getRecipients(RecipientType.TO)),
                addresses(message.getRecipients(RecipientType.CC)),
                Optional.ofNullable(html),
                Optional.ofNullable(text),
                pictures,
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

    private static String addresses(Address[] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses).map(MailContent::address).collect(Collectors.joining(", "));
    }

    private static String address(Address address) {
        return address instanceof InternetAddress internet && internet.getPersonal() != null
                ? "%s <%s>".formatted(internet.getPersonal(), internet.getAddress())
                : address.toString();
    }

    /** The page for a browser, whose pictures are where it is told. */
    public Optional<String> page(Map<String, String> addressesOfPictures) {
        return html.map(page -> InlinePictures.linked(page, addressesOfPictures));
    }

    /** The page for a browser, in one piece. */
    public Optional<String> page() throws IOException {
        Map<String, String> addresses = new LinkedHashMap<>();
        for (Map.Entry<String, Part> picture : pictures.entrySet()) {
            addresses.put(picture.getKey(), asAddress(picture.getValue()));
        }
        return page(addresses);
    }

    private static String asAddress(Part picture) throws IOException {
        try (InputStream bytes = picture.getInputStream()) {
            return "data:%s;base64,%s"
                    .formatted(
                            new ContentType(picture.getContentType()).getBaseType(),
                            Base64.getEncoder().encodeToString(bytes.readAllBytes()));
        } catch (MessagingException e) {
            throw unreadable("a picture", e);
        }
    }
}
