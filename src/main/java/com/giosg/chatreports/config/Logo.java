package com.giosg.chatreports.config;

import java.util.Base64;
import java.util.UUID;

/**
 * A picture that reports begin with.
 *
 * @param mediaType {@code image/png} or {@code image/jpeg}
 * @param base64 its bytes
 * @param width at which it is shown, in pixels of a page
 * @param height in the same way
 */
public record Logo(String mediaType, String base64, int width, int height) {

    public byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }

    /** What the text of a mail knows it by: the same for the same picture, another for every other one. */
    public String contentId() {
        return UUID.nameUUIDFromBytes(bytes()) + "@chat-reports";
    }
}
