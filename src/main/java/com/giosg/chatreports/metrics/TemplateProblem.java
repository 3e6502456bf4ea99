package com.giosg.chatreports.metrics;

import java.util.OptionalInt;

/**
 * What is wrong with one template.
 *
 * @param template its file below the folder of the templates, e.g. {@code metrics/real-chats.ftl}
 * @param line counted from 1; empty where none can be named
 * @param severity whether the template can be used all the same
 * @param message what is wrong and what would be right, in plain words
 */
public record TemplateProblem(String template, OptionalInt line, Severity severity, String message) {

    /** {@code ERROR}: the template cannot be used; {@code WARNING}: it can, but hardly as meant. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public static TemplateProblem error(String template, String message) {
        return new TemplateProblem(template, OptionalInt.empty(), Severity.ERROR, message);
    }

    public static TemplateProblem warning(String template, String message) {
        return new TemplateProblem(template, OptionalInt.empty(), Severity.WARNING, message);
    }

    /** e.g. {@code metrics/real-chats.ftl:3: the header lacks "unit"}. */
    @Override
    public String toString() {
        String place = line.isPresent() ? template + ":" + line.getAsInt() : template;
        return place + ": " + message;
    }
}
