package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.giosg.chatreports.ledger.LedgerFile;
import com.giosg.chatreports.ledger.Retention;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.ledger.SqlLedger;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.slf4j.LoggerFactory;

/**
 * The planner, the ledger in its file and all routes, day after day by a clock that the test moves, a minute at a time: 25
 * schedules in 6 zones, while the API and the receiver fail now and then. Afterwards {@link DuePlan}, which shares nothing
 * with the application, says what had to arrive.
 */
class ManyDaysTest extends RouteTestSupport {

    /** The clocks change in the next month: in New York on the 8th, in Helsinki on the 29th, on Lord Howe on April 5th. */
    private static final Instant START = Instant.parse("2026-03-07T00:12:30Z");

    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final int LOOKS_PER_TAKEOVER = 5;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration FILES_KEPT = Duration.ofDays(14);

    /** The heap after a collection is not the same twice. */
    private static final long HEAP_TOLERANCE = 12L << 20;

    /** Connections that are kept open for the next call. */
    private static final long HANDLES_TOLERANCE = 10;

    private static final String OWN_ZONE = "Australia/Lord_Howe";
    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("com.giosg.chatreports");

    private final long seed = Long.getLong("chaos.seed", System.nanoTime());

    private volatile Instant now = START;
    private FaultyPeer peer;
    private SqlLedger kept;
    private Installation installation;
    private Runs runs;
    private long planned;

    /** What must not grow. */
    private record Used(long heap, long handles) {

        static Used now() {
            for (int time = 0; time < 3; time++) {
                System.gc();
            }
            UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return new Used(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                    system.getOpenFileDescriptorCount());
        }
    }

    @Override
    URI apiUrl() {
        return peer().url();
    }

    private FaultyPeer peer() {
        try {
            peer = peer == null ? new FaultyPeer(journal(), new SplittableRandom(seed)) : peer;
            return peer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path journal() {
        return folder.resolve("kept.txt");
    }

    private Path archive() {
        return folder.resolve("archive");
    }

    @Override
    String otherOrganizations() {
        return "island: { id: 3f2504e0-4f89-41d3-9a0c-0305e82c3302, name: Of its own zone, time-zone: %s }"
                .formatted(OWN_ZONE);
    }

    @Override
    String reports() {
        return DuePlan.all().stream()
                .map(plan -> plan.yaml(
                        organizations(plan).toString(),
                        plan.hasAWindowForEachTime() ? "[warehouse, archive]" : "[warehouse]"))
                .collect(Collectors.joining("\n  "));
    }

    /** Every third report is made for both. */
    private static List<String> organizations(DuePlan plan) {
        return DuePlan.all().indexOf(plan) % 3 == 0 ? List.of("acme", "island") : List.of("acme");
    }

    @Override
    String sinks() {
        return """
            warehouse: { type: http, url: "%s" }
              archive: { type: file, directory: "%s", format: csv }""".formatted(peer().inbox(), archive());
    }

    @Override
    Wiring wiring() {
        LOGGER.setLevel(Level.OFF);
        kept = LedgerFile.open(data(), () -> now);
        Installation any = installation(() -> now);
        installation = new Installation(
                        any.home(), any.templates(), any.data(), any.configuration(), kept, any.clock(), any.random())
                .lasting(any.steady());
        Wiring made = Wiring.of(installation, Patience.LONG);
        runs = (Runs) made.beans().get(Wiring.RUNS);
        return made;
    }

    @AfterEach
    void close() throws IOException {
        context.stop();
        kept.close();
        peer.close();
        LOGGER.setLevel(null);
    }

    @Test
    void whatFallsDueInAMonthArrivesOnce(TestReporter reporter) throws Exception {
        check(30, 10, reporter);
    }

    @Tag("chaos")
    @Test
    void soItIsForMoreThanAYear(TestReporter reporter) throws Exception {
        check(Integer.getInteger("chaos.days", 400), 40, reporter);
    }

    private void check(int days, int settling, TestReporter reporter) throws Exception {
        reporter.publishEntry("seed", Long.toString(seed));
        reporter.publishEntry("days", Integer.toString(days));
        Planning planning = new Planning(installation);
        Takeover takeover = new Takeover(kept, runs, () -> now);
        Retention retention = new Retention(kept, data(), FILES_KEPT);
        live(settling, planning, takeover, retention);
        Used early = Used.now();
        live(days - settling, planning, takeover, retention);
        Instant end = now;
        finish(takeover);
        Used late = Used.now();
        peer.close();

        Arrived arrived = Arrived.of(journal());
        assertArrived(arrived, end);
        reporter.publishEntry("runs, each as expected and once", String.format(Locale.ROOT, "%,d", planned));
        reporter.publishEntry(
                "deliveries",
                String.format(
                        Locale.ROOT,
                        "%,d by HTTP and %,d files",
                        arrived.confirmed().size(),
                        archived().size()));
        reporter.publishEntry("faults", String.format(Locale.ROOT, "%,d in %,d calls", peer.faults(), peer.calls()));
        reporter.publishEntry(
                "heap",
                String.format(
                        Locale.ROOT,
                        "%.1f MB after %d days, %.1f MB at the end",
                        early.heap() / 1e6,
                        settling,
                        late.heap() / 1e6));
        reporter.publishEntry("open files", early.handles() + " then, " + late.handles() + " at the end");
        assertThat(late.heap()).as("heap").isLessThan(early.heap() + HEAP_TOLERANCE);
        assertThat(late.handles()).as("open files").isLessThanOrEqualTo(early.handles() + HANDLES_TOLERANCE);
    }

    private void live(int days, Planning planning, Takeover takeover, Retention retention) throws IOException {
        Instant end = now.plus(DAY.multipliedBy(days));
        for (long look = 1; now.isBefore(end); look++) {
            now = now.plus(LOOK);
            List<String> due = configuration.scheduledReports().stream()
                    .flatMap(report -> planning.due(report.name()).stream())
                    .toList();
            planned += due.size();
            serve(due);
            if (look % LOOKS_PER_TAKEOVER == 0) {
                serve(takeover.unserved());
            }
            if (look % DAY.dividedBy(LOOK) == 0) {
                retention.apply(now);
            }
        }
    }

    /** Nothing falls due any more; what rests is tried again. */
    private void finish(Takeover takeover) {
        while (!kept.unfinished().isEmpty()) {
            now = now.plus(LOOK);
            serve(takeover.unserved());
        }
    }

    private void serve(List<String> ids) {
        ids.forEach(id -> template.sendBody("direct:schedule-run", id));
        for (String id : ids) {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> !runs.isServed(id) && isOverOrRests(id));
        }
    }

    private boolean isOverOrRests(String id) {
        Run run = kept.run(id).orElseThrow();
        return run.state().isFinal() || run.nextTry().filter(now::isBefore).isPresent();
    }

    /**
     * By the receiver's own journal.
     *
     * @param unconfirmed kept, but the answer was lost
     */
    private record Arrived(List<String> confirmed, List<String> unconfirmed) {

        static Arrived of(Path journal) throws IOException {
            Map<String, List<String>> lines = Files.readAllLines(journal).stream()
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.groupingBy(
                            line -> line[0], Collectors.mapping(line -> line[1], Collectors.toList())));
            assertThat(lines.keySet()).isSubsetOf("confirmed", "unconfirmed");
            return new Arrived(
                    lines.getOrDefault("confirmed", List.of()), lines.getOrDefault("unconfirmed", List.of()));
        }
    }

    private void assertArrived(Arrived arrived, Instant end) throws IOException {
        Set<String> calls = expected(
                (plan, organization, due) -> "%s %s %s %s"
                        .formatted(
                                runId(plan.name(), organization, due.instant()), plan.name(), due.start(), due.end()),
                end,
                plan -> true);
        Set<String> files = expected(
                (plan, organization, due) -> "%s-%s-%s.csv".formatted(plan.name(), organization, due.label()),
                end,
                DuePlan::hasAWindowForEachTime);
        assertThat(without(calls, arrived.confirmed()))
                .as("what did not arrive")
                .isEmpty();
        assertThat(without(arrived.confirmed(), calls)).as("what was not due").isEmpty();
        assertThat(without(arrived.unconfirmed(), calls)).as("what was not due").isEmpty();
        assertThat(arrived.confirmed()).as("each once").hasSameSizeAs(calls);
        assertThat(planned).as("runs").isEqualTo(calls.size());
        assertThat(archived()).isEqualTo(files);
    }

    @FunctionalInterface
    private interface Print {
        String of(DuePlan plan, String organization, DuePlan.Due due);
    }

    private static Set<String> expected(Print print, Instant end, Predicate<DuePlan> which) {
        return DuePlan.all().stream()
                .filter(which)
                .flatMap(plan -> organizations(plan).stream()
                        .flatMap(organization -> plan.between(START, end, zone(plan, organization)).stream()
                                .map(due -> print.of(plan, organization, due))))
                .collect(Collectors.toSet());
    }

    private static ZoneId zone(DuePlan plan, String organization) {
        return ZoneId.of(organization.equals("island") ? OWN_ZONE : plan.zone());
    }

    private static List<String> without(Iterable<String> all, Iterable<String> others) {
        Set<String> left = new HashSet<>();
        all.forEach(left::add);
        others.forEach(left::remove);
        return left.stream().sorted(Comparator.naturalOrder()).toList();
    }

    private Set<String> archived() throws IOException {
        try (Stream<Path> files = Files.list(archive())) {
            return files.map(Path::getFileName).map(Path::toString).collect(Collectors.toSet());
        }
    }

    /** As promised: a hash of the three, of which 80 bits are printed with 32 digits. */
    private static String runId(String report, String organization, Instant due) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\0", report, organization, Long.toString(due.toEpochMilli()))
                            .getBytes(StandardCharsets.UTF_8));
            String digits = new BigInteger(1, Arrays.copyOf(hash, 10)).toString(32);
            return "r" + "0".repeat(16 - digits.length()) + digits;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
