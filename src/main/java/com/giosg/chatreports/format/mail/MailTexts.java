package com.giosg.chatreports.format.mail;

import com.giosg.chatreports.format.view.ReportView;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/**
 * What a mail says, from the templates of the folder {@code reports}.
 *
 * @param subject one line
 * @param text the body for those who read plain text
 * @param html the body for all others
 */
public record MailTexts(String subject, String text, String html) {

    /**
     * Renders them.
     *
     * @param templates the application's
     * @param subject as configured, its placeholders replaced; empty: the template's own
     * @param attachments names of files
     * @throws BadMailTemplate when a template is missing or broken
     */
    public static MailTexts of(Configuration templates, ReportView report, String subject, List<String> attachments)
            throws BadMailTemplate {
        Map<String, Object> model = Map.of("report", report, "subject", subject, "attachments", attachments);
        return new MailTexts(
                render(templates, "reports/subject.ftl", model).strip(),
                render(templates, "reports/mail.txt.ftl", model),
                render(templates, "reports/mail.ftlh", model));
    }

    private static String render(Configuration templates, String name, Map<String, Object> model)
            throws BadMailTemplate {
        try (StringWriter out = new StringWriter()) {
            templates.getTemplate(name).process(model, out);
            return out.toString();
        } catch (TemplateException e) {
            throw new BadMailTemplate(name, e, e.getMessageWithoutStackTop());
        } catch (IOException e) {
            throw new BadMailTemplate(name, e, e.getMessage());
        }
    }
}
