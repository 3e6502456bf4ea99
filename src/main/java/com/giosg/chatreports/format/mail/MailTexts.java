package com.giosg.chatreports.format.mail;

import com.giosg.chatreports.format.notice.FailureNotice;
import com.giosg.chatreports.format.view.BadReportTemplate;
import com.giosg.chatreports.format.view.Period;
import com.giosg.chatreports.format.view.ReportTemplate;
import com.giosg.chatreports.format.view.ReportView;
import com.giosg.chatreports.format.view.Say;
import freemarker.template.Configuration;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What a mail says, from the templates of the folder {@code reports}.
 *
 * @param subject one line
 * @param text the body for those who read plain text
 * @param html the body for all others
 * @param pictures what the HTML shows by their content ids
 */
public record MailTexts(String subject, String text, String html, List<Picture> pictures) {

    /**
     * Renders them.
     *
     * @param templates the application's
     * @param subject as configured, its placeholders replaced; empty: the template's own
     * @param attachments names of files
     * @param again whether it was sent before, with gaps
     * @throws BadReportTemplate when a template is missing or broken
     */
    public static MailTexts of(
            Configuration templates, ReportView report, String subject, List<String> attachments, boolean again)
            throws IOException, BadReportTemplate {
        MailView mail = MailView.of(report);
        Map<String, Object> model = Map.of(
                "mail", mail,
                "report", report,
                "subject", subject,
                "attachments", attachments,
                "again", again,
                "say", new Say(report.language()));
        String html = ReportTemplate.of(templates, "mail.ftlh").text(model);
        return new MailTexts(
                ReportTemplate.of(templates, "subject.ftl").text(model).strip(),
                ReportTemplate.of(templates, "mail.txt.ftl").text(model),
                html,
                mail.pictures().stream()
                        .filter(picture -> html.contains(picture.address()))
                        .toList());
    }

    /**
     * Renders those of a notice.
     *
     * @param templates the application's
     * @throws BadReportTemplate when a template is missing or broken
     */
    public static MailTexts of(Configuration templates, FailureNotice notice) throws IOException, BadReportTemplate {
        Map<String, Object> model =
                Map.of("notice", notice, "period", Period.plain(notice.about().window()));
        return new MailTexts(
                ReportTemplate.of(templates, "failure-subject.ftl").text(model).strip(),
                ReportTemplate.of(templates, "failure.txt.ftl").text(model),
                ReportTemplate.of(templates, "failure.ftlh").text(model),
                List.of());
    }
}
