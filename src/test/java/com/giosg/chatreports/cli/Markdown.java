package com.giosg.chatreports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the documentation, taken apart by its headings. */
record Markdown(String text) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^( *)```([a-z]*)\\n(.*?)^\\1```$");

    static Markdown read(String file) throws IOException {
        return new Markdown(Files.readString(Path.of(file)));
    }

    /**
     * Code between two fences.
     *
     * @param language after the opening fence; may be empty
     * @param text without the indentation of the fences
     */
    record Block(String language, String text) {}

    /** In the order of the page. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            String indentation = matcher.group(1);
            blocks.add(new Block(
                    matcher.group(2),
                    matcher.group(3)
                            .lines()
                            .map(line -> line.startsWith(indentation) ? line.substring(indentation.length()) : line)
                            .collect(Collectors.joining("\n", "", "\n"))));
        }
        return blocks;
    }

    /** What follows a heading, up to the next one. */
    Markdown section(String heading) {
        Matcher matcher = Pattern.compile("(?ms)^#+ " + Pattern.quote(heading) + "$(.*?)(?=^#+ |\\z)")
                .matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no heading \"" + heading + "\"");
        }
        return new Markdown(matcher.group(1));
    }

    /** The cells of every line of every table, without the headings. */
    List<List<String>> tableLines() {
        Stream<String> lines = text.lines().filter(line -> line.startsWith("|"));
        List<List<String>> cells = lines.map(Markdown::cells).toList();
        List<List<String>> content = new ArrayList<>();
        for (int line = 0; line < cells.size(); line++) {
            boolean heading = line + 1 < cells.size() && isRule(cells.get(line + 1));
            if (!heading && !isRule(cells.get(line))) {
                content.add(cells.get(line));
            }
        }
        return content;
    }

    private static boolean isRule(List<String> cells) {
        return cells.stream().allMatch(cell -> cell.matches("-+"));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
