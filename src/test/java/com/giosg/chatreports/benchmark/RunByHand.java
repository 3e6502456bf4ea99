package com.giosg.chatreports.benchmark;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.ConfigurationReader;
import com.giosg.chatreports.config.Languages;
import com.giosg.chatreports.config.PropertyFunctions;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.config.SinkKinds;
import com.giosg.chatreports.ledger.InMemoryLedger;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.LedgerFile;
import com.giosg.chatreports.ledger.Planner;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.ledger.SqlLedger;
import com.giosg.chatreports.metrics.CatalogueReader;
import com.giosg.chatreports.metrics.Templates;
import com.giosg.chatreports.route.Application;
import com.giosg.chatreports.route.Installation;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A process that does what {@code run} does with one report, with the ledger in a file or in memory, which no command has. */
public final class RunByHand {

    private static final long LOOK_EVERY_NANOS = 20_000_000;

    private RunByHand() {}

    /** Its command line. */
    static List<String> command(Path target, Path reports, boolean inFile) {
        Path home = target.resolve("distribution");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                "%s:%s".formatted(home.resolve("lib/*"), target.resolve("test-classes")),
                RunByHand.class.getName(),
                home.toString(),
                reports.toString(),
                inFile ? "file" : "memory");
    }

    /** Arguments: the folder with routes and templates, the configuration, and where the ledger is. */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Path data = Path.of("data");
        if (arguments[2].equals("memory")) {
            run(home, Path.of(arguments[1]), data, new InMemoryLedger());
            return;
        }
        try (SqlLedger ledger = LedgerFile.open(data, InstantSource.system())) {
            run(home, Path.of(arguments[1]), data, ledger);
        }
    }

    private static void run(Path home, Path reports, Path data, Ledger ledger) throws Exception {
        Path templates = home.resolve("templates");
        freemarker.template.Configuration freemarker = Templates.configuration(templates);
        Instant now = Instant.now();
        Configuration configuration = new ConfigurationReader(
                        CatalogueReader.read(templates, freemarker).catalogue(),
                        SinkKinds.in(home.resolve("routes/sinks")),
                        Languages.in(templates.resolve("languages")),
                        PropertyFunctions.of(System::getenv, reports.getParent()))
                .read(reports, now)
                .configuration();
        Report report = configuration.reports().values().iterator().next();
        Run run = new Planner(ledger).byHand(report, report.organizations().get(0), now, report.window());
        try (Application application = Application.start(
                new Installation(home, freemarker, data, configuration, ledger, InstantSource.system(), () -> 0))) {
            application.announce(run.id());
            while (!ledger.run(run.id()).orElseThrow().state().isFinal()) {
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
        }
        if (ledger.run(run.id()).orElseThrow().state() != Run.State.DONE) {
            throw new IllegalStateException("the run ended as " + ledger.run(run.id()));
        }
    }
}
