package com.giosg.chatreports.format.preview;

import com.giosg.chatreports.format.view.BadReportTemplate;
import com.giosg.chatreports.format.view.ReportTemplate;
import freemarker.template.Configuration;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the pages of previews. */
public final class PreviewHtml {

    private static final String PAGE = "preview.ftlh";
    private static final String INDEX = "previews.ftlh";

    private PreviewHtml() {}

    public static void write(PreviewPage page, Configuration templates, Path file)
            throws IOException, BadReportTemplate {
        write(PAGE, page, templates, file);
    }

    public static void write(PreviewIndex index, Configuration templates, Path file)
            throws IOException, BadReportTemplate {
        write(INDEX, index, templates, file);
    }

    private static void write(String template, Object page, Configuration templates, Path file)
            throws IOException, BadReportTemplate {
        ReportTemplate found = ReportTemplate.of(templates, template);
        try (Writer writer = Files.newBufferedWriter(file)) {
            found.write(Map.of("page", page), writer);
        }
    }
}
