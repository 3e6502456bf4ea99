package com.giosg.chatreports.benchmark;

import com.giosg.chatreports.config.ArtifactSettings;
import com.giosg.chatreports.config.ArtifactSettings.Format;
import com.giosg.chatreports.format.Artifacts;
import com.giosg.chatreports.format.SampleReport;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.format.mail.Mail;
import com.giosg.chatreports.format.mail.MailFile;
import com.giosg.chatreports.format.mail.MailTexts;
import com.giosg.chatreports.format.view.ReportViews;
import com.giosg.chatreports.format.view.Room;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.row.Part;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What it costs to put a month into words: all metrics by organization, team and user, of 200 users, in a process that is warm.
 *
 * @param seconds of CPU for the page, the mail, the workbook and the CSV together
 * @param csvSeconds of CPU for the CSV, in the long layout from the parts, alone
 * @param pageBytes size of the page
 * @param mailBytes size of the mail without attachments
 */
record Rendering(double seconds, double csvSeconds, long pageBytes, long mailBytes) {

    private static final int WARM_UP = 12;
    private static final int ROUNDS = 7;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Artifacts ARTIFACTS = new Artifacts(SampleReport.TEMPLATES);

    static Rendering measure(Path folder) throws Exception {
        SampleReport month = SampleReport.of(
                        Files.createDirectories(folder),
                        "Acme Oy",
                        "title: Chats in October, window: 2020-10, time-zone: Europe/Helsinki, scopes: [org, team, user], metrics: all")
                .filled(Map.of(Scope.TEAM, names("Team", 8), Scope.USER, names("User", 200)));
        ReportFacts facts = month.facts();
        List<Part> parts = month.parts();
        double[] all = new double[ROUNDS];
        double[] csv = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double one = cpuSeconds(() -> csv(facts, parts, folder));
            double whole = cpuSeconds(() -> {
                csv(facts, parts, folder);
                write(Format.HTML, facts, parts, folder);
                write(Format.XLSX, facts, parts, folder);
                mail(facts, parts, folder);
            });
            if (round >= 0) {
                csv[round] = one;
                all[round] = whole;
            }
        }
        return new Rendering(
                median(all),
                median(csv),
                Files.size(folder.resolve("month.html")),
                Files.size(folder.resolve("month.eml")));
    }

    double timesTheCsv() {
        return seconds / csvSeconds;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double cpuSeconds(Work work) throws Exception {
        long before = THREADS.getCurrentThreadCpuTime();
        work.run();
        return (THREADS.getCurrentThreadCpuTime() - before) / 1e9;
    }

    /** With a byte order mark: else it is the parts, one after the other, copied. */
    private static void csv(ReportFacts facts, List<Part> parts, Path folder) throws Exception {
        ArtifactSettings plain = ArtifactSettings.plainCsv();
        ARTIFACTS.write(
                parts,
                new ArtifactSettings(
                        Format.CSV,
                        plain.layout(),
                        plain.fileName(),
                        ';',
                        true,
                        plain.formulaGuard(),
                        plain.retention()),
                facts,
                folder.resolve("month.csv"));
    }

    private static void write(Format format, ReportFacts facts, List<Part> parts, Path folder) throws Exception {
        ARTIFACTS.write(parts, ArtifactSettings.plainCsv().in(format), facts, folder.resolve("month." + format.id()));
    }

    private static void mail(ReportFacts facts, List<Part> parts, Path folder) throws Exception {
        MailTexts texts =
                MailTexts.of(SampleReport.TEMPLATES, ReportViews.of(facts, parts, Room.MAIL), "", List.of(), false);
        MailFile.write(
                new Mail(
                        "r1.leads@example.com",
                        ZonedDateTime.parse("2020-11-01T07:30:00+02:00"),
                        "reports@example.com",
                        "anna@example.com",
                        "",
                        texts.subject(),
                        texts.text(),
                        texts.html(),
                        texts.pictures(),
                        List.of()),
                folder.resolve("month.eml"));
    }

    private static List<String> names(String noun, int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(index -> "%s %03d".formatted(noun, index))
                .toList();
    }

    private static double median(double[] figures) {
        return IntStream.range(0, figures.length)
                .mapToDouble(index -> figures[index])
                .sorted()
                .skip(figures.length / 2)
                .findFirst()
                .orElseThrow();
    }
}
