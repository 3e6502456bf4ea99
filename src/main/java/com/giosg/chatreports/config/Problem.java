package com.giosg.chatreports.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Something about a file that an operator should know, with its place.
 *
 * @param file as the operator named it
 * @param line from 1; 0 when the file as a whole is meant
 * @param column from 1; 0 when the file as a whole is meant
 * @param path keys from the top, e.g. {@code reports.daily-team.metrics[2]}; empty: the file as a whole
 * @param message what is wrong and what would be right; never the value of a secret
 */
public record Problem(String file, int line, int column, String path, String message) {

    static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line).thenComparingInt(Problem::column);

    /** The file and the line, as editors and terminals link it, e.g. {@code config/reports.yaml:12}. */
    public String place() {
        return line == 0 ? file : file + ":" + line;
    }

    /** A line each, in columns: place, path, message. */
    public static String table(Collection<Problem> problems) {
        int places = width(problems, Problem::place);
        int paths = width(problems, Problem::path);
        return problems.stream()
                .map(problem ->
                        "  " + padded(problem.place(), places) + padded(problem.path(), paths) + problem.message)
                .collect(Collectors.joining("\n"));
    }

    private static int width(Collection<Problem> problems, Function<Problem, String> column) {
        return problems.stream()
                .mapToInt(problem -> column.apply(problem).length())
                .max()
                .orElse(0);
    }

    private static String padded(String cell, int width) {
        return width == 0 ? "" : cell + " ".repeat(width - cell.length() + 2);
    }
}
