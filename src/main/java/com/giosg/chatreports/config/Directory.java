package com.giosg.chatreports.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of a sink as configured, e.g. {@code out/{organization}/{window}}, divided where it begins to depend on
 * the artifact: what stands before is the operator's and given to Camel once, what stands behind is made safe and
 * travels with each artifact.
 *
 * @param fixed up to the first segment with a placeholder; {@code .} where that is the first
 * @param changing the segments from there on; empty where there is no placeholder
 */
public record Directory(String fixed, String changing) {

    /** The setting that every kind of sink with folders calls so. */
    static final String SETTING = "directory";

    /** Text without a placeholder; the first alternative steps over references. */
    private static final String PLAIN = "(?:\\{\\{[^}]*}}|[^{}])*";

    private static final Pattern DIVIDED =
            Pattern.compile("(?<fixed>(?:" + PLAIN + "/)?)(?<changing>" + PLAIN + "\\{[^{}]*}.*)");

    static Directory of(String setting) {
        Matcher divided = DIVIDED.matcher(setting);
        if (!divided.matches()) {
            return new Directory(setting, "");
        }
        String fixed = divided.group("fixed");
        return new Directory(fixed.isEmpty() ? "." : withoutSlash(fixed), divided.group("changing"));
    }

    /** What is wrong with the setting, in an operator's words. */
    static Optional<String> problem(String setting) {
        return of(setting).changing.contains("{{")
                ? Optional.of("must not hold a reference such as {{env:NAME}} after the first placeholder")
                : Optional.empty();
    }

    /** The artifact's name with its folders below the fixed part. */
    public String path(Placeholders placeholders, String fileName) {
        Stream<String> folders = Stream.of(changing.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> FileNames.of(segment, placeholders));
        return Stream.concat(folders, Stream.of(fileName)).collect(Collectors.joining("/"));
    }

    private static String withoutSlash(String folder) {
        return folder.length() > 1 ? folder.substring(0, folder.length() - 1) : folder;
    }
}
