package com.giosg.chatreports.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.fault.Fault;
import com.giosg.chatreports.simulator.http.JournalEntry;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the packaged application costs, next to a plain program that does the same, in the same minutes on the same
 * machine. Run by {@code mvn verify -DskipTests -Pbenchmark}; Linux only, since it reads {@code /proc}.
 */
public final class Benchmark {

    private static final int ROUNDS = 5;

    private static final int PAIRS = 11;
    private static final int AT_ONCE = 20;
    private static final Organization ACME = Organizations.ACME;
    private static final String SMALL_HEAP = "-Xmx64m";

    private final Path target;
    private final Path launcher;
    private final Path classes;
    private final Path folder;
    private final PrintStream out;

    private Benchmark(Path target, Path folder, PrintStream out) {
        this.target = target;
        this.launcher = target.resolve("distribution/bin/chat-reports");
        this.classes = target.resolve("test-classes");
        this.folder = folder;
        this.out = out;
    }

    /** Argument: the build's folder. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("benchmark");
        Benchmark benchmark = new Benchmark(Path.of(arguments[0]).toAbsolutePath(), folder, System.out);
        try {
            benchmark.smallRun();
            benchmark.ledgerOfSmallRun();
            benchmark.ledger();
            benchmark.idleStart(3);
            benchmark.idleStart(25);
            benchmark.crowd();
            benchmark.manyRequests();
            benchmark.millionRows();
            benchmark.tenMillionRows();
            benchmark.workbook();
            benchmark.rendering();
        } finally {
            delete(folder);
        }
    }

    private void smallRun() throws Exception {
        try (Simulator simulator = simulator()) {
            Path reports = reports(simulator, "yesterday", "day", "org", "all", 2);
            List<Measured> runs = new ArrayList<>();
            for (int round = 0; round <= ROUNDS; round++) {
                runs.add(application(reports, ""));
            }
            // The first one warms the file cache.
            runs.remove(0);
            out.printf(
                    Locale.ROOT,
                    "13 small requests: CPU %.2f s (goal: at most 2), peak memory %.0f MiB%n",
                    median(runs, Measured::cpuSeconds),
                    median(runs, Measured::peakMebibytes));
        }
    }

    private void ledgerOfSmallRun() throws Exception {
        try (Simulator simulator = simulator()) {
            Path reports = reports(simulator, "yesterday", "day", "org", "all", 2);
            List<Measured> inFile = new ArrayList<>();
            List<Measured> inMemory = new ArrayList<>();
            for (int round = 0; round <= PAIRS; round++) {
                inFile.add(byHand(reports, true));
                inMemory.add(byHand(reports, false));
            }
            inFile.remove(0);
            inMemory.remove(0);
            double[] differences = IntStream.range(0, PAIRS)
                    .mapToDouble(round ->
                            inFile.get(round).cpuSeconds() - inMemory.get(round).cpuSeconds())
                    .sorted()
                    .toArray();
            out.printf(
                    Locale.ROOT,
                    "13 small requests: with the ledger in a file %.2f times the CPU of one in memory, %.0f ms more (median of pairs; goal: under 100)%n",
                    median(inFile, Measured::cpuSeconds) / median(inMemory, Measured::cpuSeconds),
                    1000 * differences[PAIRS / 2]);
        }
    }

    private Measured byHand(Path reports, boolean inFile) throws IOException, InterruptedException {
        Measured measured =
                Measured.run(folder, Map.of("TOKEN", ACME.token()), RunByHand.command(target, reports, inFile));
        delete(folder.resolve("data"));
        return measured;
    }

    private void ledger() throws Exception {
        LedgerCost ledger = new LedgerCost(Files.createDirectories(folder.resolve("ledger")));
        LedgerCost.Times commit = ledger.commit();
        out.printf(
                Locale.ROOT,
                "a commit: %.2f ms (goal: about 1), %.1f times a forced page of a plain file%n",
                commit.millis(),
                commit.ratio());
        LedgerCost.Times planning = ledger.planning();
        out.printf(
                Locale.ROOT,
                "25 runs planned after a year of %,d runs and %,d requests: %.0f ms (goal: under 100), %.1f times that in an empty ledger%n",
                FilledLedger.RUNS_OF_A_YEAR,
                FilledLedger.RUNS_OF_A_YEAR * FilledLedger.REQUESTS_PER_RUN,
                planning.millis(),
                planning.ratio());
        LedgerCost.Times opening = ledger.opening();
        out.printf(
                Locale.ROOT,
                "a year looked through for damage when it is opened: %.0f ms; an empty ledger: %.0f ms%n",
                opening.millis(),
                opening.otherMillis());
        LedgerCost.Times drain = ledger.drain(launcher);
        out.printf(
                Locale.ROOT,
                "10,000 pending deliveries to four folders: %.0f/s (goal: at least 50), %.1f times the time of a plain program that copies and forces%n",
                1000 / drain.millis(),
                drain.ratio());
    }

    /** What waiting costs: nothing falls due meanwhile. */
    private void idleStart(int reports) throws Exception {
        try (Simulator simulator = simulator()) {
            Path configuration = scheduled(simulator, reports);
            Idle idle = Idle.measure(
                    folder,
                    Map.of("TOKEN", ACME.token()),
                    List.of(launcher.toString(), "start", "--config", configuration.toString()));
            out.printf(
                    Locale.ROOT,
                    "start with %d reports, idle: %.2f %% of a CPU (goal: under 0.2), memory %.0f MiB, %d threads; stopped after %.1f s%n",
                    reports,
                    idle.percentOfCpu(),
                    idle.mebibytes(),
                    idle.threads(),
                    idle.secondsToStop());
        }
    }

    /** Not due before half a year has gone. */
    private Path scheduled(Simulator simulator, int reports) throws IOException {
        int month = (LocalDate.now(ZoneOffset.UTC).getMonthValue() + 5) % 12 + 1;
        String all = IntStream.range(0, reports)
                .mapToObj(number ->
                        "  report-%d: { cron: \"0 6 15 %d *\", time-zone: UTC, window: yesterday, metrics: real-chats, sinks: files }"
                                .formatted(number, month))
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("scheduled.yaml"), """
                api: { url: "%s", token: "{{env:TOKEN}}" }
                organizations: { acme: { id: %s } }
                reports:
                %s
                sinks: { files: { type: file, directory: out } }
                """.formatted(simulator.url(), ACME.id(), all));
    }

    private void crowd() throws Exception {
        Crowd crowd = Crowd.measure(launcher, folder);
        out.printf(
                Locale.ROOT,
                "%d reports due at once, four sinks each and a fifth that hangs: all delivered in %.1f s, peak memory %.0f MiB with -Xmx96m (goal: under 200)%n",
                Crowd.REPORTS,
                crowd.wall().toMillis() / 1000.0,
                crowd.peakMemory() / (double) (1 << 20));
    }

    private void manyRequests() throws Exception {
        Fault slow = Fault.parse("delay=100ms,path=workflow,status=200", "{\"avg_dim1\": 1}");
        try (Simulator simulator = simulator(slow)) {
            String metrics = "[average-first-message-sent, average-invite-accepted-wait-time]";
            application(reports(simulator, "2026-10-01..2026-10-11", "hour", "org", metrics, AT_ONCE), "");
            List<Instant> times = simulator.journal().entries().stream()
                    .map(JournalEntry::time)
                    .sorted()
                    // The first round loads what all others use: start-up, which is measured above.
                    .skip(AT_ONCE)
                    .toList();
            double ideal = times.size() * 0.1 / AT_ONCE;
            // The journal notes when a request came; the last answer took its 100 ms, too.
            double wall =
                    Duration.between(times.get(0), times.get(times.size() - 1)).toMillis() / 1000.0 + 0.1;
            out.printf(
                    Locale.ROOT,
                    "%d requests of 100 ms, 20 at a time, after a first round: %.2f s, %.2f times the ideal %.2f s (goal: at most 1.3)%n",
                    times.size(),
                    wall,
                    wall / ideal,
                    ideal);
        }
    }

    private void millionRows() throws Exception {
        try (Simulator simulator = simulator(Fault.parse("rows=1000000,subjects=5000"))) {
            Path reports = reports(simulator, "2026-10-01..2026-10-09", "hour", "user", "[real-chats]", 2);
            List<String> plain = plainProgram(reports);
            List<Measured> ours = new ArrayList<>();
            List<Measured> theirs = new ArrayList<>();
            // Machines change their pace within minutes: what is measured one right after the other is compared.
            for (int round = 0; round <= PAIRS; round++) {
                ours.add(application(reports, SMALL_HEAP));
                theirs.add(Measured.run(folder, Map.of(), plain));
            }
            ours.remove(0);
            theirs.remove(0);
            double[] ratios = IntStream.range(0, ours.size())
                    .mapToDouble(round ->
                            ours.get(round).cpuSeconds() / theirs.get(round).cpuSeconds())
                    .sorted()
                    .toArray();
            out.printf(
                    Locale.ROOT,
                    "1,000,000 rows: CPU %.2f s, the plain program %.2f s; in pairs %.2f times as much (goal: at most 1.6; %.2f to %.2f);"
                            + " peak memory %.0f MiB with %s (goal: under 150); the same bytes: %s%n",
                    median(ours, Measured::cpuSeconds),
                    median(theirs, Measured::cpuSeconds),
                    ratios[ratios.length / 2],
                    ratios[0],
                    ratios[ratios.length - 1],
                    median(ours, Measured::peakMebibytes),
                    SMALL_HEAP,
                    Files.mismatch(delivered(), folder.resolve("plain.csv")) < 0);
        }
    }

    private void tenMillionRows() throws Exception {
        try (Simulator simulator = simulator(Fault.parse("rows=10000000,subjects=5000"))) {
            Path reports = reports(simulator, "2026-07-01..2026-09-22", "hour", "user", "[real-chats]", 2);
            Measured run = application(reports, SMALL_HEAP);
            out.printf(
                    Locale.ROOT,
                    "10,000,000 rows: CPU %.1f s, peak memory %.0f MiB with %s%n",
                    run.cpuSeconds(),
                    run.peakMebibytes(),
                    SMALL_HEAP);
        }
    }

    private void workbook() throws Exception {
        try (Simulator simulator = simulator(Fault.parse("rows=500000,subjects=5000"))) {
            Path reports = reports(simulator, "2026-10-01..2026-10-09", "hour", "user", "[real-chats]", 2);
            Files.writeString(reports, Files.readString(reports).replace("format: csv", "format: xlsx"));
            Measured run = application(reports, "-Xmx128m");
            out.printf(
                    Locale.ROOT,
                    "500,000 rows as XLSX: CPU %.1f s, peak memory %.0f MiB with -Xmx128m, %.0f MiB of file%n",
                    run.cpuSeconds(),
                    run.peakMebibytes(),
                    Files.size(delivered()) / (double) (1 << 20));
        }
    }

    private void rendering() throws Exception {
        Rendering rendering = Rendering.measure(folder.resolve("rendering"));
        out.printf(
                Locale.ROOT,
                "13 metrics, 3 scopes, 31 days, 200 users as page, mail, workbook and CSV, warm: CPU %.2f s (goal: under 1.5),"
                        + " %.1f times the CSV alone; page %d kB (goal: under 1000), mail %d kB (goal: under 300)%n",
                rendering.seconds(),
                rendering.timesTheCsv(),
                rendering.pageBytes() / 1000,
                rendering.mailBytes() / 1000);
    }

    private static Simulator simulator(Fault... faults) throws IOException {
        return Simulator.start(SimulatorSettings.defaults().withFaults(List.of(faults)));
    }

    private Path reports(
            Simulator simulator, String window, String granularity, String scope, String metrics, int concurrency)
            throws IOException {
        return Files.writeString(folder.resolve("reports.yaml"), """
                api: { url: "%s", token: "{{env:TOKEN}}", concurrency: %d, max-answer: 2GiB }
                organizations:
                  acme: { id: %s, name: Acme Oy }
                reports:
                  measured:
                    { time-zone: Europe/Helsinki, window: %s, granularity: %s, scopes: [%s], metrics: %s,
                      fill: false, sinks: [files] }
                sinks:
                  files: { type: file, directory: out, file-name: measured.csv, format: csv }
                """.formatted(
                        simulator.url(), concurrency, ACME.id(), window, granularity, scope, metrics));
    }

    private Measured application(Path reports, String javaOptions) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("TOKEN", ACME.token(), "JAVA_OPTS", javaOptions);
        List<String> command = List.of(launcher.toString(), "run", "measured", "--config", reports.toString());
        Measured measured = Measured.run(folder, environment, command);
        delete(folder.resolve("data"));
        return measured;
    }

    private Path delivered() {
        return folder.resolve("out").resolve("measured.csv");
    }

    /** It asks the very question of the application, which prints it. */
    private List<String> plainProgram(Path reports) throws IOException, InterruptedException {
        Path question = folder.resolve("question.json");
        ProcessBuilder asking = new ProcessBuilder(
                        launcher.toString(),
                        "request",
                        "real-chats",
                        "--scope=user",
                        "--window=2026-10-01..2026-10-09",
                        "--granularity=hour",
                        "--time-zone=Europe/Helsinki",
                        "--json",
                        "--config=" + reports)
                .redirectOutput(question.toFile());
        asking.environment().put("TOKEN", ACME.token());
        if (asking.start().waitFor() != 0) {
            throw new IllegalStateException("the application prints no question");
        }
        Path body = folder.resolve("body.json");
        ObjectMapper json = new ObjectMapper();
        json.writeValue(body.toFile(), json.readTree(question.toFile()).get("body"));
        String url = json.readTree(question.toFile()).get("url").textValue();
        String plain = folder.resolve("plain.csv").toString();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                SMALL_HEAP,
                "-cp",
                classes + ":" + jacksonCore(),
                PlainProgram.class.getName(),
                url,
                ACME.token(),
                ACME.id(),
                body.toString(),
                plain);
    }

    private String jacksonCore() throws IOException {
        try (Stream<Path> jars = Files.list(launcher.resolveSibling("../lib"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("jackson-core"))
                    .findFirst()
                    .orElseThrow()
                    .toString();
        }
    }

    private static double median(List<Measured> measured, ToDoubleFunction<Measured> figure) {
        double[] sorted = measured.stream().mapToDouble(figure).sorted().toArray();
        return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
