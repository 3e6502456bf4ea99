package com.giosg.chatreports.journey;

import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.world.Order;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import com.giosg.chatreports.simulator.world.World;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether the demo wrote what it must: one artifact for each report and sink of {@code config/demo.yaml}, with the
 * figures that the simulator's raw chats have.
 *
 * <p>The demo's clock runs: an order may arrive while it asks. So a file is right if it says what was true at some
 * moment of the last minutes before it was written.
 */
final class DemoFilesCheck {

    /** Longer than the demo takes on any machine. */
    private static final Duration DEMO_TAKES_AT_MOST = Duration.ofMinutes(5);

    private static final Organization ACME = Organizations.ACME;

    private final Path out;

    /** A check of the folder that the demo writes to. */
    DemoFilesCheck(Path out) {
        this.out = out;
    }

    /** Ends with 1 and a word for every file that is not right. */
    public static void main(String[] arguments) throws IOException {
        List<String> problems = new DemoFilesCheck(Path.of(arguments[0])).problems();
        problems.forEach(System.err::println);
        if (!problems.isEmpty()) {
            System.exit(1);
        }
        System.out.println("The files of the demo hold the true figures.");
    }

    /** What the demo has to write. */
    private record Expected(String sink, String report, String format, Rule rule) {}

    /** What a report covers when it runs on a day. */
    private interface Rule {
        Coverage on(LocalDate today);
    }

    private static final List<Expected> FILES = List.of(
            new Expected("page", "weekly-teams", "html", DemoFilesCheck::lastWeek),
            new Expected("board", "weekly-teams", "csv", DemoFilesCheck::lastWeek),
            new Expected("mail", "weekly-teams", "eml", DemoFilesCheck::lastWeek),
            new Expected("warehouse", "nightly-export", "ndjson", DemoFilesCheck::yesterday),
            new Expected("rows", "nightly-export", "csv", DemoFilesCheck::yesterday),
            new Expected("board", "monthly-organization", "csv", DemoFilesCheck::lastMonth));

    private static Coverage lastWeek(LocalDate today) {
        LocalDate monday =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
        List<TrueMetric> metrics = List.of(
                TrueMetric.REAL_CHATS,
                TrueMetric.MESSAGES_IN_REAL_CHATS,
                TrueMetric.SHORT_CHATS,
                TrueMetric.SALES_IN_REAL_CHATS);
        return covering(monday, monday.plusDays(6), "day").of(metrics, List.of("org", "team"));
    }

    private static Coverage yesterday(LocalDate today) {
        return covering(today.minusDays(1), today.minusDays(1), "day");
    }

    private static Coverage lastMonth(LocalDate today) {
        LocalDate first = today.withDayOfMonth(1).minusMonths(1);
        return covering(first, first.plusMonths(1).minusDays(1), "week").of(TrueMetric.all(), List.of("org"));
    }

    private static Coverage covering(LocalDate first, LocalDate last, String granularity) {
        return Coverage.everything(ACME, first.toString(), last.toString(), granularity);
    }

    /** What is not right, a line each; none if all is. */
    List<String> problems() throws IOException {
        List<String> problems = new ArrayList<>();
        for (Expected expected : FILES) {
            problems.addAll(problems(expected));
        }
        return problems;
    }

    private List<String> problems(Expected expected) throws IOException {
        List<Path> files = files(expected);
        if (files.size() != 1) {
            return List.of("%s of %s: expected one file %s-acme-*.%s, found %s"
                    .formatted(expected.sink(), expected.report(), expected.report(), expected.format(), files));
        }
        try {
            return isTrue(expected, files.get(0)) ? List.of() : List.of(files.get(0) + ": the figures are not true");
        } catch (IOException | RuntimeException | AssertionError e) {
            return List.of(files.get(0) + ": cannot be read: " + e.getMessage());
        }
    }

    private List<Path> files(Expected expected) throws IOException {
        Path folder = out.resolve(expected.sink());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(expected.report() + "-acme-")
                            && file.toString().endsWith("." + expected.format()))
                    .toList();
        }
    }

    private static boolean isTrue(Expected expected, Path file) throws IOException {
        Instant written = Files.getLastModifiedTime(file).toInstant();
        Path figures = expected.format().equals("eml") ? attachedCsv(file) : file;
        return moments(written).anyMatch(asked -> {
            Coverage coverage = expected.rule().on(asked.atZone(ACME.zone()).toLocalDate());
            boolean named = file.endsWith(ReportsYaml.fileName(expected.report(), coverage, expected.format()));
            return named && holds(figures, expected, coverage, asked);
        });
    }

    private static Path attachedCsv(Path mail) throws IOException {
        try (InputStream bytes = Files.newInputStream(mail)) {
            Multipart parts = (Multipart) new MimeMessage(null, bytes).getContent();
            for (int index = 0; index < parts.getCount(); index++) {
                BodyPart part = parts.getBodyPart(index);
                if (String.valueOf(part.getFileName()).endsWith(".csv")) {
                    Path csv = Files.createTempFile("attached-", ".csv");
                    csv.toFile().deleteOnExit();
                    Files.write(csv, part.getInputStream().readAllBytes());
                    return csv;
                }
            }
        } catch (MessagingException e) {
            throw new IOException(e);
        }
        throw new IOException("no CSV is attached");
    }

    /** Every moment at which something changed, the latest first. */
    private static Stream<Instant> moments(Instant written) {
        Instant earliest = written.minus(DEMO_TAKES_AT_MOST);
        Stream<Instant> orders = world(written).chats(ACME, earliest.minus(Duration.ofHours(25)), written).stream()
                .flatMap(chat -> chat.orders().stream())
                .map(Order::time)
                .filter(order -> order.isAfter(earliest));
        return Stream.concat(Stream.of(written, earliest), orders);
    }

    private static boolean holds(Path file, Expected expected, Coverage coverage, Instant asked) {
        List<ReportRow> truth = new TrueFigures(world(asked)).rows(coverage, asked);
        return switch (expected.sink()) {
            case "page" -> PageFigures.of(file).equals(PageFigures.of(truth, coverage.metrics()));
            case "board" ->
                sameElements(
                        Written.table(file).stream()
                                .map(line -> WideRows.normal(line, coverage.metrics()))
                                .toList(),
                        WideRows.of(truth, coverage.metrics()));
            default -> sameElements(Written.rows(file), truth);
        };
    }

    private static <T> boolean sameElements(List<T> some, List<T> others) {
        return some.size() == others.size() && some.containsAll(others) && others.containsAll(some);
    }

    private static World world(Instant now) {
        return new World(SimulatorSettings.defaults().seed(), Clock.fixed(now, ZoneOffset.UTC), Organizations.all());
    }
}
