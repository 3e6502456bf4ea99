package com.giosg.chatreports.format.mail;

import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.ParameterList;
import java.nio.charset.StandardCharsets;

/** A file as a part of a mail, read when the mail is written. */
final class AttachmentPart {

    private AttachmentPart() {}

    static MimeBodyPart of(Mail.Attachment attachment) throws MessagingException {
        ParameterList parameters = new ParameterList();
        parameters.set("filename", HeaderText.of(attachment.name()), StandardCharsets.UTF_8.name());
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new FileDataSource(attachment.file().toFile())));
        part.setHeader("Content-Type", attachment.mediaType());
        part.setHeader("Content-Disposition", new ContentDisposition("attachment", parameters).toString());
        // Whatever it holds arrives byte by byte, also line ends.
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }
}
