package com.giosg.chatreports.metrics;

import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.util.OptionalInt;

/** A template cannot be read or rendered. The message names the file and, where known, the line and the expression. */
public final class BadTemplate extends Exception {

    private static final long serialVersionUID = 1L;

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
        if (cause instanceof ParseException syntax) {
            return new BadTemplate(
                    at(
                            syntax.getTemplateName(),
                            syntax.getLineNumber(),
                            template,
                            firstLine(syntax.getEditorMessage())),
                    cause);
        }
        String message = cause instanceof TemplateNotFoundException
                ? "there is no such template"
                : "cannot be read: " + cause.getMessage();
        return new BadTemplate(TemplateProblem.error(template, message), cause);
    }

    /**
     * The template, or one that it imports, does what it cannot or must not do.
     *
     * @param template the file that was asked for, named where FreeMarker names none
     * @param cause what FreeMarker says while it renders a template
     */
    public static BadTemplate unrenderable(String template, TemplateException cause) {
        if (cause.getCause() instanceof ParseException syntaxOfImport) {
            return unreadable(template, syntaxOfImport);
        }
        return new BadTemplate(
                at(cause.getTemplateSourceName(), cause.getLineNumber(), template, inWords(cause)), cause);
    }

    private static String inWords(TemplateException cause) {
        String expression = cause.getBlamedExpressionString();
        if (cause instanceof InvalidReferenceException && expression != null) {
            return "there is nothing by the name of \"" + expression + "\"";
        }
        String reason = firstLine(cause.getMessageWithoutStackTop());
        return expression == null ? reason : "\"" + expression + "\": " + reason;
    }

    /** FreeMarker adds hints and an excerpt of its call stack on further lines. */
    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }

    private static TemplateProblem at(String file, Integer line, String fallback, String message) {
        OptionalInt known = line == null || line < 1 ? OptionalInt.empty() : OptionalInt.of(line);
        return new TemplateProblem(file == null ? fallback : file, known, TemplateProblem.Severity.ERROR, message);
    }
}
