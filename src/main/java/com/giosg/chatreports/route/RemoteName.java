package com.giosg.chatreports.route;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.component.file.GenericFileOperationFailedException;

/** Names on an SFTP server, where the client library takes some characters for patterns of many names. */
final class RemoteName {

    /** What common file systems hold, in bytes; one that is longer may be cut off in silence. */
    private static final int LONGEST = 255;

    private RemoteName() {}

    /** The path, if it means itself and does not leave its folder. */
    static String checked(String path) {
        List<String> parts = List.of(path.split("/", -1));
        if (parts.contains("..") || path.chars().anyMatch(RemoteName::isRefused)) {
            throw new GenericFileOperationFailedException(
                    "%s is no name for a file there".formatted(path.replaceAll("\\p{Cntrl}", "?")));
        }
        if (parts.stream().anyMatch(part -> part.getBytes(StandardCharsets.UTF_8).length > LONGEST)) {
            throw new GenericFileOperationFailedException(
                    "a file name has at most %d bytes; shorten file-name".formatted(LONGEST));
        }
        return path;
    }

    private static boolean isRefused(int character) {
        return Character.isISOControl(character) || "*?\\".indexOf(character) >= 0;
    }

    /** The last part of a path. */
    static String of(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A name beside a file, made of its own. */
    static String beside(String path, String prefix) {
        String name = of(path);
        return path.substring(0, path.length() - name.length()) + prefix + name;
    }
}
