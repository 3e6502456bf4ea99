package com.giosg.chatreports.format.mail;

import com.giosg.chatreports.row.SealableFile;
import com.giosg.chatreports.row.SealedFile;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes a mail as a file, {@code .eml}. The same mail always gives the same bytes. */
public final class MailFile {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH);

    private final Mail mail;

    private MailFile(Mail mail) {
        this.mail = mail;
    }

    /**
     * Writes it under a temporary name, forces it to disk and only then gives it its name. Attachments are read as they
     * are written, so a large one needs no memory.
     *
     * @param target in a folder that exists
     */
    public static SealedFile write(Mail mail, Path target) throws IOException {
        try (SealableFile file = new SealableFile(target)) {
            new MailFile(mail).message().writeTo(file);
            return file.seal();
        } catch (MessagingException e) {
            throw new IOException("the mail cannot be written: " + e.getMessage(), e);
        }
    }

    private MimeMessage message() throws MessagingException, IOException {
        MimeMessage message = new Message(mail.id());
        message.setFrom(addresses(mail.from())[0]);
        message.setRecipients(RecipientType.TO, addresses(mail.to()));
        message.setRecipients(RecipientType.CC, addresses(mail.cc()));
        message.setSubject(HeaderText.of(mail.subject()), UTF_8);
        message.setHeader("Date", DATE.format(mail.date()));
        // Nobody's out-of-office answers, and no loops.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(mixed());
        message.saveChanges();
        return message;
    }

    private static InternetAddress[] addresses(String list) throws MessagingException, UnsupportedEncodingException {
        InternetAddress[] addresses = InternetAddress.parse(HeaderText.of(list), true);
        for (InternetAddress address : addresses) {
            // As parsed, a name with umlauts would stand there as it is.
            address.setPersonal(address.getPersonal(), UTF_8);
        }
        return addresses;
    }

    private MimeMultipart mixed() throws MessagingException, IOException {
        Parts alternative = new Parts("alternative", boundary("body"));
        alternative.addBodyPart(text(mail.text(), "text/plain"));
        alternative.addBodyPart(html());
        Parts mixed = new Parts("mixed", boundary("mail"));
        mixed.addBodyPart(part(alternative));
        for (Mail.Attachment attachment : mail.attachments()) {
            mixed.addBodyPart(AttachmentPart.of(attachment));
        }
        return mixed;
    }

    /** With its pictures as one part, so that programs that show the plain text have nothing left over. */
    private MimeBodyPart html() throws MessagingException {
        MimeBodyPart html = text(mail.html(), "text/html");
        if (mail.pictures().isEmpty()) {
            return html;
        }
        Parts related = new Parts("related; type=\"text/html\"", boundary("html"));
        related.addBodyPart(html);
        for (Picture picture : mail.pictures()) {
            related.addBodyPart(PicturePart.of(picture));
        }
        return part(related);
    }

    private static MimeBodyPart part(MimeMultipart parts) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(parts);
        return part;
    }

    /** Quoted-printable never holds the two characters that it starts with, and neither does base64. */
    private String boundary(String part) {
        return "=_%s_%s".formatted(part, mail.id().replaceAll("[^A-Za-z0-9.]", "-"));
    }

    private static MimeBodyPart text(String text, String type) throws MessagingException {
        DataSource source = new TextSource(text, type + "; charset=UTF-8");
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(source));
        part.setHeader("Content-Type", source.getContentType());
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    /** Keeps the id that it is given, where the library would make one up. */
    private static final class Message extends MimeMessage {

        private final String id;

        Message(String id) {
            super((Session) null);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }

    /** Parts with a boundary that is given, where the library would make one up. */
    private static final class Parts extends MimeMultipart {

        Parts(String subtype, String boundary) {
            contentType = "multipart/%s; boundary=\"%s\"".formatted(subtype, boundary);
        }
    }
}
