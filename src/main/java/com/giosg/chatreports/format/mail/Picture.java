package com.giosg.chatreports.format.mail;

import com.giosg.chatreports.config.Logo;
import java.util.Base64;
import java.util.UUID;

/**
 * A picture that the HTML of a mail shows, and that the mail carries.
 *
 * @param contentId what the HTML knows it by, without brackets: the same for the same picture, another for every other one
 * @param mediaType e.g. {@code image/png}
 * @param base64 its bytes
 */
public record Picture(String contentId, String mediaType, String base64) {

    static Picture of(Logo logo) {
        return new Picture(logo.contentId(), logo.mediaType(), logo.base64());
    }

    static Picture png(byte[] bytes) {
        String id = UUID.nameUUIDFromBytes(bytes) + "@chat-reports";
        return new Picture(id, "image/png", Base64.getEncoder().encodeToString(bytes));
    }

    /** Where the HTML finds it. */
    public String address() {
        return "cid:" + contentId;
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }
}
