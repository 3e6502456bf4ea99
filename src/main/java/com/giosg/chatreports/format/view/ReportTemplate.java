package com.giosg.chatreports.format.view;

import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Map;

/** A template of the folder {@code reports}: arranges what it is given, and decides nothing. */
public final class ReportTemplate {

    private final String name;
    private final Template template;

    private ReportTemplate(String name, Template template) {
        this.name = name;
        this.template = template;
    }

    /**
     * Finds and reads it.
     *
     * @param templates the application's
     * @throws BadReportTemplate when it is missing or cannot be parsed
     */
    public static ReportTemplate of(Configuration templates, String file) throws BadReportTemplate {
        String name = "reports/" + file;
        try {
            return new ReportTemplate(name, templates.getTemplate(name));
        } catch (IOException e) {
            throw new BadReportTemplate(name, e, e.getMessage());
        }
    }

    /**
     * Writes what it makes of a model; what fails has written a part.
     *
     * @throws BadReportTemplate when it asks for something that there is not
     */
    public void write(Map<String, Object> model, Writer target) throws IOException, BadReportTemplate {
        try {
            template.process(model, target);
        } catch (TemplateException e) {
            throw new BadReportTemplate(name, e, e.getMessageWithoutStackTop());
        }
    }

    /** What it makes of a model. */
    public String text(Map<String, Object> model) throws IOException, BadReportTemplate {
        try (StringWriter text = new StringWriter()) {
            write(model, text);
            return text.toString();
        }
    }
}
