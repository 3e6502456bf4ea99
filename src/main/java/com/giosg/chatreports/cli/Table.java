package com.giosg.chatreports.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines of cells: aligned under a heading for somebody who looks, tab-separated for a program that reads. */
final class Table {

    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final List<String> heading;
    private final List<List<String>> lines = new ArrayList<>();

    Table(String... heading) {
        this.heading = List.of(heading);
    }

    void add(Object... cells) {
        lines.add(Arrays.stream(cells).map(String::valueOf).toList());
    }

    void print(Surroundings surroundings) {
        if (surroundings.outIsTerminal()) {
            aligned(surroundings);
        } else {
            surroundings.out().println(String.join("\t", heading));
            lines.forEach(line -> surroundings.out().println(String.join("\t", line)));
        }
    }

    private void aligned(Surroundings surroundings) {
        int[] widths = widths();
        String first = line(heading, widths);
        surroundings.out().println(surroundings.colours() ? BOLD + first + PLAIN : first);
        lines.forEach(line -> surroundings.out().println(line(line, widths)));
    }

    private int[] widths() {
        return IntStream.range(0, heading.size())
                .map(column -> Math.max(
                        heading.get(column).length(),
                        lines.stream()
                                .mapToInt(line -> line.get(column).length())
                                .max()
                                .orElse(0)))
                .toArray();
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> cells.get(column)
                        + " ".repeat(widths[column] - cells.get(column).length()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
