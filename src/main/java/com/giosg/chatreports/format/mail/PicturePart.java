package com.giosg.chatreports.format.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.util.ByteArrayDataSource;

/** A picture as a part of a mail that the body shows, and that is no attachment. */
final class PicturePart {

    private PicturePart() {}

    static MimeBodyPart of(Picture picture) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(picture.bytes(), picture.mediaType())));
        part.setHeader("Content-Type", picture.mediaType());
        part.setHeader("Content-ID", "<" + picture.contentId() + ">");
        part.setHeader("Content-Disposition", "inline");
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }
}
