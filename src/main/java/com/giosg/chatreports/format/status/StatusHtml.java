package com.giosg.chatreports.format.status;

import com.giosg.chatreports.format.view.BadReportTemplate;
import com.giosg.chatreports.format.view.ReportTemplate;
import freemarker.template.Configuration;
import java.io.IOException;
import java.util.Map;

/**
 * Makes the pages.
 *
 * @param templates the application's
 */
public record StatusHtml(Configuration templates) {

    public String of(StatusPage page) throws IOException, BadReportTemplate {
        return text("status.ftlh", page);
    }

    public String of(RunPage page) throws IOException, BadReportTemplate {
        return text("run.ftlh", page);
    }

    private String text(String template, Object page) throws IOException, BadReportTemplate {
        return ReportTemplate.of(templates, template).text(Map.of("page", page));
    }
}
