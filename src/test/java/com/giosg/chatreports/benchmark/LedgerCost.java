package com.giosg.chatreports.benchmark;

import com.giosg.chatreports.Spoken;
import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.ConfigurationReader;
import com.giosg.chatreports.config.PropertyFunctions;
import com.giosg.chatreports.config.SinkKinds;
import com.giosg.chatreports.ledger.CatchUps;
import com.giosg.chatreports.ledger.LedgerFile;
import com.giosg.chatreports.ledger.Planner;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.ledger.SqlLedger;
import com.giosg.chatreports.ledger.Watch;
import com.giosg.chatreports.metrics.CatalogueReader;
import com.giosg.chatreports.metrics.Templates;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the ledger in a file costs, next to the same work without it.
 *
 * @param folder for data folders
 */
record LedgerCost(Path folder) {

    private static final int COMMITS = 2000;
    private static final int REPORTS = 25;
    private static final int RUNS = 2500;
    private static final int SINKS = 4;
    private static final int ROUNDS = 5;
    private static final int LOOK_EVERY_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /**
     * How long something takes.
     *
     * @param millis with the ledger
     * @param otherMillis without it, or with an empty one
     */
    record Times(double millis, double otherMillis) {
        double ratio() {
            return millis / otherMillis;
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double millis(Work work) throws Exception {
        long before = System.nanoTime();
        work.run();
        return (System.nanoTime() - before) / 1e6;
    }

    /** One commit, next to a page that is appended to a file and forced to disk. */
    Times commit() throws Exception {
        Path data = Files.createDirectories(folder.resolve("commits"));
        try (SqlLedger ledger = LedgerFile.open(data, InstantSource.system());
                FileChannel file =
                        FileChannel.open(data.resolve("plain"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            Configuration configuration = configuration("every: 1d", 1);
            var report = configuration.reports().values().iterator().next();
            Run run = new Planner(ledger).byHand(report, report.organizations().get(0), Instant.now(), report.window());
            ByteBuffer page = ByteBuffer.allocateDirect(4096);
            double commits = 0;
            double forced = 0;
            for (int number = -COMMITS; number < COMMITS; number++) {
                Instant later = Instant.ofEpochMilli(number);
                double commit = millis(() -> ledger.rest(run.id(), later));
                double append = millis(() -> {
                    file.write(page.clear());
                    file.force(false);
                });
                commits += number < 0 ? 0 : commit;
                forced += number < 0 ? 0 : append;
            }
            return new Times(commits / COMMITS, forced / COMMITS);
        }
    }

    /** 25 reports that fall due at once are planned, after a year and at first. */
    Times planning() throws Exception {
        Instant now = Instant.parse("2026-11-02T00:00:00Z");
        Path year = folder.resolve("planning-year");
        FilledLedger.in(year).addYear(now);
        // What the first one loads is not to be counted.
        plan(folder.resolve("planning-warm"), now);
        return new Times(plan(year, now), plan(folder.resolve("planning-empty"), now));
    }

    private double plan(Path data, Instant now) throws Exception {
        Configuration configuration = configuration("every: 1h, exact-start: true", REPORTS);
        try (SqlLedger ledger = LedgerFile.open(data, InstantSource.fixed(now))) {
            CatchUps catchUps = new CatchUps(ledger, REPORTS);
            List<Watch> watches = configuration.reports().values().stream()
                    .map(report -> new Watch(report, report.organizations().get(0), ledger, catchUps, now, now))
                    .toList();
            Instant due = now.plus(Duration.ofHours(1));
            double millis = millis(() -> watches.forEach(watch -> watch.look(due)));
            if (ledger.unfinished().size() != REPORTS) {
                throw new IllegalStateException("planned were only " + ledger.unfinished());
            }
            return millis;
        }
    }

    /** A year of history looked through for damage and opened, next to an empty ledger. */
    Times opening() throws Exception {
        Path year = folder.resolve("opening-year");
        Path empty = folder.resolve("opening-empty");
        FilledLedger.in(year).addYear(Instant.parse("2026-11-02T00:00:00Z"));
        double full = Double.MAX_VALUE;
        double none = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            full = Math.min(full, open(year));
            none = Math.min(none, open(empty));
        }
        return new Times(full, none);
    }

    private static double open(Path data) throws Exception {
        return millis(() -> LedgerFile.open(data, InstantSource.system()).close());
    }

    /**
     * What a {@code start} finds sealed goes to four folders; next to a program that copies, forces and renames as many files one
     * after the other. Milliseconds for each file.
     */
    Times drain(Path launcher) throws Exception {
        Path data = folder.resolve("draining");
        FilledLedger.in(data).addSealed(RUNS, "report-0", SINKS, Instant.now());
        Path reports = Files.writeString(folder.resolve("draining.yaml"), yaml("cron: \"0 6 29 2 *\"", 1));
        Process process = start(launcher, reports, data);
        try {
            return new Times(drained(process), copied(data) / (RUNS * SINKS));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process start(Path launcher, Path reports, Path data) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        launcher.toString(), "start", "--config", reports.toString(), "--data", data.toString())
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(Map.of("TOKEN", Organizations.ACME.token()));
        return builder.start();
    }

    /** From the first one on: starting is measured elsewhere. */
    private double drained(Process process) throws Exception {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        long first = 0;
        long before = 0;
        long arrived = 0;
        while (arrived < (long) RUNS * SINKS) {
            if (process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > giveUp) {
                throw new IllegalStateException("only %d of %d were delivered".formatted(arrived, RUNS * SINKS));
            }
            arrived = arrived();
            if (first == 0 && arrived > 0) {
                first = System.nanoTime();
                before = arrived;
            }
        }
        return (System.nanoTime() - first) / 1e6 / (arrived - before);
    }

    private long arrived() throws IOException {
        long arrived = 0;
        for (int sink = 0; sink < SINKS; sink++) {
            Path there = folder.resolve("drained-" + sink);
            if (Files.isDirectory(there)) {
                try (Stream<Path> files = Files.list(there)) {
                    arrived += files.filter(
                                    file -> file.getFileName().toString().startsWith("figures-"))
                            .count();
                }
            }
        }
        return arrived;
    }

    private double copied(Path data) throws Exception {
        Path there = Files.createDirectories(folder.resolve("copied"));
        List<Path> artifacts;
        try (Stream<Path> files = Files.walk(data.resolve("runs"))) {
            artifacts = files.filter(Files::isRegularFile).toList();
        }
        return millis(() -> {
            for (int number = 0; number < artifacts.size(); number++) {
                Path written = Files.copy(artifacts.get(number), there.resolve(".writing"));
                try (FileChannel file = FileChannel.open(written, StandardOpenOption.WRITE)) {
                    file.force(true);
                }
                Files.move(written, there.resolve(number + ".csv"), StandardCopyOption.ATOMIC_MOVE);
            }
        });
    }

    private Configuration configuration(String schedule, int reports) throws IOException {
        Path templates = Path.of("templates");
        Path file = Files.writeString(folder.resolve("ledger-cost.yaml"), yaml(schedule, reports));
        return new ConfigurationReader(
                        CatalogueReader.read(templates, Templates.configuration(templates))
                                .catalogue(),
                        SinkKinds.in(Path.of("routes/sinks")),
                        Spoken.LANGUAGES,
                        PropertyFunctions.of(Map.of("TOKEN", "token")::get, folder))
                .read(file, Instant.now())
                .configuration();
    }

    private String yaml(String schedule, int reports) {
        String sinks = IntStream.range(0, SINKS)
                .mapToObj(sink -> "  sink-%d: { type: file, directory: \"%s\", file-name: \"{report}-%d.csv\" }"
                        .formatted(sink, folder.resolve("drained-" + sink), sink))
                .collect(Collectors.joining("\n"));
        String all = IntStream.range(0, reports)
                .mapToObj(report ->
                        "  report-%d: { %s, time-zone: UTC, window: yesterday, scopes: [org], metrics: all, sinks: [%s] }"
                                .formatted(
                                        report,
                                        schedule,
                                        IntStream.range(0, SINKS)
                                                .mapToObj(sink -> "sink-" + sink)
                                                .collect(Collectors.joining(", "))))
                .collect(Collectors.joining("\n"));
        return """
                api: { url: "http://127.0.0.1:1", token: "{{env:TOKEN}}" }
                organizations: { acme: { id: %s } }
                reports:
                %s
                sinks:
                %s
                """.formatted(Organizations.ACME.id(), all, sinks);
    }
}
