package com.giosg.chatreports.format.mail;

import com.giosg.chatreports.config.Logo;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.util.ByteArrayDataSource;

/** A logo as a part of a mail that the body shows, and that is no attachment. */
final class LogoPart {

    private LogoPart() {}

    static MimeBodyPart of(Logo logo) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(logo.bytes(), logo.mediaType())));
        part.setHeader("Content-Type", logo.mediaType());
        part.setHeader("Content-ID", "<" + logo.contentId() + ">");
        part.setHeader("Content-Disposition", "inline");
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }
}
