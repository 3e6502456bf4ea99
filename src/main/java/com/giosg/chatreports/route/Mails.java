package com.giosg.chatreports.route;

import com.giosg.chatreports.config.ArtifactSettings.Format;
import com.giosg.chatreports.config.FileNames;
import com.giosg.chatreports.config.MailSettings;
import com.giosg.chatreports.config.Placeholders;
import com.giosg.chatreports.config.PropertyFunctions;
import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.config.SinkKind;
import com.giosg.chatreports.format.Artifacts;
import com.giosg.chatreports.format.MediaTypes;
import com.giosg.chatreports.format.TooManyLines;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.format.mail.Mail;
import com.giosg.chatreports.format.mail.Mail.Attachment;
import com.giosg.chatreports.format.mail.MailFile;
import com.giosg.chatreports.format.mail.MailTexts;
import com.giosg.chatreports.format.notice.FailureNotice;
import com.giosg.chatreports.format.view.BadReportTemplate;
import com.giosg.chatreports.format.view.ReportView;
import com.giosg.chatreports.format.view.ReportViews;
import com.giosg.chatreports.format.view.Room;
import com.giosg.chatreports.ledger.Folders;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.SealedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the mails of runs, once: what is sent again is the same file, with the date on which it was made.
 *
 * @param artifacts what mails carry, and the templates of what they say
 * @param functions what references in settings stand for
 * @param clock dates mails
 */
record Mails(Artifacts artifacts, PropertyFunctions functions, InstantSource clock) {

    private static final String EML = "eml";

    /**
     * The mail that one sink is handed.
     *
     * @param team the only one that the mail is about, as the configuration calls it
     * @param parts in the order of the rows
     * @param facts what the mail and its attachments say besides
     * @param folder where it is kept
     * @throws TooManyLines when an attachment does not fit into memory
     * @throws BadReportTemplate when an operator's template does not work
     */
    SealedFile write(ActiveRun run, Sink sink, Optional<String> team, List<Part> parts, ReportFacts facts, Path folder)
            throws IOException, TooManyLines, BadReportTemplate {
        ReportView report = ReportViews.of(facts, parts, Room.MAIL);
        Placeholders placeholders = run.placeholders(sink, team);
        MailSettings settings = MailSettings.of(sink, functions, placeholders, ReportViews.readers(facts));
        Path target = folder.resolve(fileName(run, sink, team));
        String id = id(run.id(), sink.name() + number(run, team) + generation(run), settings.from());
        Path scratch = Files.createDirectories(folder.resolve("attachments"));
        try {
            List<Attachment> attachments = attachments(sink, settings, placeholders, parts, facts, scratch);
            return MailFile.write(mail(run, id, settings, report, attachments), target);
        } finally {
            // The mail holds them now. What a process left that died meanwhile goes as well.
            Folders.delete(scratch);
        }
    }

    private List<Attachment> attachments(
            Sink sink,
            MailSettings settings,
            Placeholders placeholders,
            List<Part> parts,
            ReportFacts facts,
            Path folder)
            throws IOException, TooManyLines, BadReportTemplate {
        List<Attachment> attachments = new ArrayList<>();
        for (Format format : settings.attachments()) {
            Path file = folder.resolve(name(sink, placeholders, format.id()));
            artifacts.write(parts, sink.artifact().in(format), facts, file);
            attachments.add(new Attachment(file, MediaTypes.of(format)));
        }
        return attachments;
    }

    /**
     * The mail by which one sink is told that there is no report. Its subject is not the one of reports.
     *
     * @throws BadReportTemplate when an operator's template does not work
     */
    SealedFile write(ActiveRun run, Sink sink, FailureNotice notice, Path target)
            throws IOException, BadReportTemplate {
        Placeholders placeholders = run.placeholders(sink);
        MailSettings settings = MailSettings.of(sink, functions, placeholders, placeholders);
        String id = id(run.id(), sink.name() + ".failed", settings.from());
        return MailFile.write(mail(run, id, settings, MailTexts.of(artifacts.templates(), notice), List.of()), target);
    }

    private Mail mail(ActiveRun run, String id, MailSettings settings, ReportView report, List<Attachment> attachments)
            throws IOException, BadReportTemplate {
        List<String> names = attachments.stream().map(Attachment::name).toList();
        MailTexts texts = MailTexts.of(
                artifacts.templates(),
                report,
                settings.subject(),
                names,
                run.run().refilling().isPresent());
        return mail(run, id, settings, texts, attachments);
    }

    private Mail mail(ActiveRun run, String id, MailSettings settings, MailTexts texts, List<Attachment> attachments) {
        ZonedDateTime now = clock.instant().atZone(run.run().window().zone()).truncatedTo(ChronoUnit.SECONDS);
        return new Mail(
                id,
                now,
                settings.from(),
                settings.to(),
                settings.cc(),
                texts.subject(),
                texts.text(),
                texts.html(),
                texts.pictures(),
                attachments);
    }

    /** Which of the organization's teams it is, since names may hold anything. */
    private static String number(ActiveRun run, Optional<String> team) {
        return team.map(List.copyOf(run.organization().teams().keySet())::indexOf)
                .map(index -> ".team-" + (index + 1))
                .orElse("");
    }

    /** A mail program shows one of two with the same id. */
    private static String generation(ActiveRun run) {
        return run.run().generation() == 1 ? "" : "." + run.run().generation();
    }

    /** In the sender's domain, as receivers expect it. */
    private static String id(String runId, String sink, String from) {
        String domain = from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
        return "%s.%s@%s".formatted(runId, sink, domain);
    }

    /** What the artifact is called that a sink is handed, about one team alone or not. */
    String fileName(ActiveRun run, Sink sink, Optional<String> team) {
        Placeholders placeholders = run.placeholders(sink, team);
        return sink.kind().takes() == SinkKind.Takes.MAIL
                ? name(sink, placeholders, EML)
                : FileNames.of(sink.artifact().fileName(), placeholders);
    }

    /** A name that says nothing about the format gets its ending, or two attachments would be one. */
    private static String name(Sink sink, Placeholders placeholders, String format) {
        String pattern = sink.artifact().fileName();
        String complete = pattern.contains("{format}") ? pattern : pattern + ".{format}";
        String name = FileNames.of(complete, placeholders.withFormat(format));
        return name.replace("." + format + "." + format, "." + format);
    }
}
