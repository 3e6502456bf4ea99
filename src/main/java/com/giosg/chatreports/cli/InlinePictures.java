package com.giosg.chatreports.cli;

import com.giosg.chatreports.format.preview.FileLink;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail's page names the pictures that come with it by their ids, which only a mail program can follow. */
final class InlinePictures {

    private static final Pattern BY_ID = Pattern.compile("(?i)(?<=[\"'(=])cid:([^\"')\\s>]+)");

    private InlinePictures() {}

    /** The page with the files in the place of the ids; an id that the mail does not have stays as it is. */
    static String linked(String html, Map<String, Path> pictures, Path folder) {
        return BY_ID.matcher(html).replaceAll(match -> Matcher.quoteReplacement(address(match, pictures, folder)));
    }

    private static String address(MatchResult match, Map<String, Path> pictures, Path folder) {
        Path picture = pictures.get(match.group(1));
        if (picture == null) {
            picture = pictures.get(decoded(match.group(1)));
        }
        return picture == null ? match.group() : FileLink.href(folder, picture);
    }

    private static String decoded(String id) {
        try {
            return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return id;
        }
    }
}
