package com.giosg.chatreports.format.mail;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail's page names the pictures that come with it by their ids, which only a mail program can follow. */
final class InlinePictures {

    private static final Pattern BY_ID = Pattern.compile("(?i)(?<=[\"'(=])cid:([^\"')\\s>]+)");

    private InlinePictures() {}

    /**
     * The page with addresses in the place of the ids; an id that the mail does not have stays as it is.
     *
     * @param addresses by id
     */
    static String linked(String html, Map<String, String> addresses) {
        return BY_ID.matcher(html)
                .replaceAll(match -> Matcher.quoteReplacement(addresses.getOrDefault(
                        match.group(1), addresses.getOrDefault(decoded(match.group(1)), match.group()))));
    }

    private static String decoded(String id) {
        try {
            return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return id;
        }
    }
}
