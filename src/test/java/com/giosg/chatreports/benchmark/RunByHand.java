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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process that does what {@code run} does with one report, with the ledger in a file or in memory, which no command has. */
public final class RunByHand {

    private static final long LOOK_EVERY_NANOS = 20_000_000;

    private RunByHand() {}

    /** Its command line, with what of the launcher's options matters: the archive of classes wants the same jars in the same order. */
    static List<String> command(Path target, Path reports, boolean inFile) throws IOException {
        Path home = target.resolve("distribution");
        Path lib = home.resolve("lib");
        String jars;
        try (Stream<Path> files = Files.list(lib)) {
            jars = files.map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.joining(":"));
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:CompileThresholdScaling=4",
                "-XX:SharedArchiveFile=" + lib.resolve("chat-reports.jsa"),
                "-Dchat-reports.native=" + lib.resolve("native"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                jars + ":" + target.resolve("test-classes"),
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
