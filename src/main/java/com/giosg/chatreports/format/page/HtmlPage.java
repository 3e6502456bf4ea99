package com.giosg.chatreports.format.page;

import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.format.view.BadReportTemplate;
import com.giosg.chatreports.format.view.ReportTemplate;
import com.giosg.chatreports.format.view.ReportViews;
import com.giosg.chatreports.format.view.Room;
import com.giosg.chatreports.format.view.Say;
import com.giosg.chatreports.row.Part;
import freemarker.template.Configuration;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes the page of a run. */
public final class HtmlPage {

    private static final String TEMPLATE = "page.ftlh";

    private HtmlPage() {}

    /**
     * Reads the parts once.
     *
     * @param parts all of the run's, in the order of the rows
     * @param target stays open
     * @throws BadReportTemplate when the template does not work; what is written then is no page
     */
    public static void write(List<Part> parts, ReportFacts facts, Configuration templates, OutputStream target)
            throws IOException, BadReportTemplate {
        PageView page = Pages.of(ReportViews.of(facts, parts, Room.PAGE));
        Writer writer = new OutputStreamWriter(target, StandardCharsets.UTF_8);
        ReportTemplate.of(templates, TEMPLATE).write(Map.of("page", page, "say", new Say(facts.language())), writer);
        writer.flush();
    }
}
