package com.giosg.chatreports.metrics;

import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A template cannot be read or rendered. The message names the file and, where known, the line and the expression. */
public final class BadTemplate extends Exception {

    private static final long serialVersionUID = 1L;

    /** What the parser would have taken instead, by names that only its authors know. */
    private static final String LIST_OF_TOKENS = "(, but w| W)as expecting one of these patterns:.*";

    /** Repeats the expression and the place, which a problem says already. */
    private static final String BLAME = "(:| The blamed expression:) ==> .*";

    private final transient TemplateProblem problem;

    public BadTemplate(TemplateProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    private BadTemplate(TemplateProblem problem, Exception cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    public TemplateProblem problem() {
        return problem;
    }

    /**
     * The template is not there or its text breaks FreeMarker's rules.
     *
     * @param template the file that was asked for, named where FreeMarker names none
     * @param cause what FreeMarker says while it finds and parses a template
     */
    public static BadTemplate unreadable(String template, IOException cause) {
        Optional<BadTemplate> syntax = syntaxError(template, cause);
        String message = cause instanceof TemplateNotFoundException
                ? "there is no such template"
                : "cannot be read: " + cause.getMessage();
        return syntax.orElseGet(() -> new BadTemplate(TemplateProblem.error(template, message), cause));
    }

    /**
     * The template, or one that it imports, does what it cannot or must not do.
     *
     * @param template the file that was asked for, named where FreeMarker names none
     * @param cause what FreeMarker says while it renders a template
     */
    public static BadTemplate unrenderable(String template, TemplateException cause) {
        Optional<BadTemplate> syntax = syntaxError(template, cause);
        return syntax.orElseGet(() -> new BadTemplate(
                at(cause.getTemplateSourceName(), cause.getLineNumber(), template, inWords(cause)), cause));
    }

    /** Lies deeper where an import fails, and again when FreeMarker recalls an earlier failure. */
    private static Optional<BadTemplate> syntaxError(String template, Exception cause) {
        return Stream.<Throwable>iterate(cause, Objects::nonNull, Throwable::getCause)
                .filter(ParseException.class::isInstance)
                .map(ParseException.class::cast)
                .findFirst()
                .map(syntax -> {
                    String message = gist(syntax.getEditorMessage()).replaceFirst(LIST_OF_TOKENS, "");
                    return new BadTemplate(
                            at(syntax.getTemplateName(), syntax.getLineNumber(), template, message), cause);
                });
    }

    private static String inWords(TemplateException cause) {
        if (cause.getCause() instanceof TemplateNotFoundException missing) {
            return "there is no template \"" + missing.getTemplateName() + "\"";
        }
        String expression = cause.getBlamedExpressionString();
        if (cause instanceof InvalidReferenceException && expression != null) {
            return "there is nothing by the name of \"" + expression + "\"";
        }
        String reason = gist(cause.getMessageWithoutStackTop()).replaceFirst(BLAME, "");
        return expression == null ? reason : "\"" + expression + "\": " + reason;
    }

    /** Without the hints and the excerpt of its call stack that FreeMarker adds below a blank or a dashed line. */
    private static String gist(String message) {
        return message.lines()
                .map(String::strip)
                .takeWhile(line -> !line.isEmpty() && !line.startsWith("---"))
                .collect(Collectors.joining(" "));
    }

    private static TemplateProblem at(String file, Integer line, String fallback, String message) {
        OptionalInt known = line == null || line < 1 ? OptionalInt.empty() : OptionalInt.of(line);
        return new TemplateProblem(file == null ? fallback : file, known, TemplateProblem.Severity.ERROR, message);
    }
}
