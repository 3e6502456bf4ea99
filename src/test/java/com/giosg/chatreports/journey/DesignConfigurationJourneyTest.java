package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.route.MailServer;
import com.giosg.chatreports.route.OpenSshServer;
import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import com.giosg.chatreports.tls.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The configuration of the design, from the command line to real servers: mail with STARTTLS and a log-in, HTTPS with a
 * token, OpenSSH with a key. {@code journeys/design.yaml} is that configuration.
 */
class DesignConfigurationJourneyTest {

    private static final Path DESIGN = Path.of("src/test/resources/journeys/design.yaml");
    private static final Instant NOW = Instant.parse("2026-11-04T14:20:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Organization ACME = Organizations.ACME;
    private static final String WAREHOUSE_TOKEN = "canary-warehouse-token";
    private static final String LAST_WEEK = "weekly-teams-acme-2026-10-26_2026-11-01";
    private static final String YESTERDAY = "nightly-export-acme-2026-11-03.csv";
    private static final Coverage WEEK = Coverage.everything(ACME, "2026-10-26", "2026-11-01", "day")
            .of(
                    List.of(
                            TrueMetric.REAL_CHATS,
                            TrueMetric.MESSAGES_IN_REAL_CHATS,
                            TrueMetric.SHORT_CHATS,
                            TrueMetric.SALES_IN_REAL_CHATS),
                    List.of("org", "team"));

    private static TestCertificates certificates;

    @TempDir
    private static Path keys;

    @TempDir
    private Path folder;

    @TempDir
    private Path partner;

    private Simulator simulator;
    private MailServer mails;
    private Warehouse warehouse;
    private OpenSshServer sshd;
    private TestCertificates.Trust trust;

    @BeforeAll
    static void prepare() throws Exception {
        OpenSshServer.assumeInstalled();
        certificates = TestCertificates.in(keys);
    }

    @BeforeEach
    void start() throws Exception {
        trust = certificates.trust();
        simulator = Simulator.start(SimulatorSettings.defaults().withClock(Clock.fixed(NOW, ZoneOffset.UTC)));
        mails = MailServer.withStartTls(certificates.valid());
        warehouse = new Warehouse(certificates.valid(), WAREHOUSE_TOKEN);
        sshd = new OpenSshServer(partner);
        sshd.start(null);
        Files.createDirectory(incoming());
    }

    @AfterEach
    void stop() {
        sshd.close();
        warehouse.close();
        mails.close();
        simulator.close();
        trust.close();
    }

    @Test
    void itSaysWhatTheDesignSays() throws Exception {
        Map<String, Object> here = DesignedKeys.of(DESIGN);
        Map<String, Object> there = DesignedKeys.ofTheDesign();

        assertThat(here.remove("/sinks/partner-drop/port"))
                .as("the usual port is taken")
                .isNotNull();
        assertThat(here.keySet()).isEqualTo(there.keySet());
        assertThat(here).allSatisfy((key, value) -> assertThat(value)
                .satisfiesAnyOf(same -> assertThat(same).isEqualTo(there.get(key)), ours -> assertThat(ours.toString())
                        .startsWith("{{env:")));
    }

    @Test
    void everybodyCanBeReached() throws Exception {
        Journey.Outcome outcome = execute("check", "--online");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains("organization\tacme\tok\t")
                .contains("sink\tarchive\tok\t", "sink\tteam-leads\tok\t")
                .contains("sink\twarehouse\tok\t", "sink\tpartner-drop\tok\t");
        assertThat(mails.received()).isEmpty();
        assertThat(warehouse.calls()).isEmpty();
        assertThat(incoming()).isEmptyDirectory();
    }

    @Test
    void aWeekGoesToTheArchiveAndToTheTeamLeads() throws Exception {
        Journey.Outcome outcome = run("weekly-teams");

        assertDone(outcome);
        Path archived = archive().resolve(LAST_WEEK + ".csv");
        assertThat(Written.rows(archived)).containsExactlyInAnyOrderElementsOf(truth(WEEK));
        assertThat(mails.passwords()).containsExactly(MailServer.PASSWORD);
        assertThat(mails.received()).hasSize(1);
        assertThat(mails.received().get(0).from()).isEqualTo("reports@example.com");
        assertThat(mails.received().get(0).to()).containsExactly("leads@example.com");
        ReceivedMail mail = ReceivedMail.of(mails.received().get(0).bytes());
        assertThat(mail.subject()).isEqualTo("Chats 26 Oct – 1 Nov 2026");
        assertThat(mail.text())
                .contains("CHATS LAST WEEK", "Acme Oy", "Compared with Monday 19 October to Sunday 25 October 2026");
        assertThat(mail.html()).contains("<html", "Chats last week", "Acme Oy");
        assertThat(mail.attachments().keySet()).containsExactly(LAST_WEEK + ".xlsx", LAST_WEEK + ".csv");
        assertThat(mail.attachments().get(LAST_WEEK + ".csv")).isEqualTo(Files.readAllBytes(archived));
        assertThat(WorkbookRows.of(mail.attachments().get(LAST_WEEK + ".xlsx")))
                .containsExactlyElementsOf(Written.rows(archived));
    }

    @Test
    void aNightGoesToTheWarehouseAndToThePartner() throws Exception {
        Journey.Outcome outcome = run("nightly-export");

        assertDone(outcome);
        assertThat(warehouse.calls()).hasSize(1);
        Warehouse.Call call = warehouse.calls().get(0);
        assertThat(call.path()).isEqualTo("/chat-rows");
        assertThat(call.key()).isEqualTo(call.run() + "-warehouse-1");
        assertThat(call.document().path("report").asText()).isEqualTo("nightly-export");
        assertThat(call.document().path("organization").asText()).isEqualTo("acme");
        assertThat(call.document().path("window").toString())
                .isEqualTo(
                        "{\"start\":\"2026-11-03T00:00:00+02:00\",\"end\":\"2026-11-04T00:00:00+02:00\",\"zone\":\"Europe/Helsinki\"}");
        assertThat(call.batches()).isEqualTo(1);
        assertThat(call.rows())
                .containsExactlyInAnyOrderElementsOf(
                        truth(Coverage.everything(ACME, "2026-11-03", "2026-11-03", "day")));
        assertThat(incoming()).isDirectoryContaining("glob:**/" + YESTERDAY);
        assertThat(incoming().toFile().list()).containsExactly(YESTERDAY);
        assertThat(Written.rows(incoming().resolve(YESTERDAY)))
                .as("both got the same, in the same order")
                .isEqualTo(call.rows());
    }

    @Test
    void aMonthTakesSeveralCallsAndOneFile() throws Exception {
        Journey.Outcome outcome = run("nightly-export", "--window", "last-month");

        assertDone(outcome);
        List<ReportRow> truth = truth(Coverage.everything(ACME, "2026-10-01", "2026-10-31", "day"));
        List<Warehouse.Call> calls = warehouse.calls();
        int whole = truth.size() / 1000;
        assertThat(whole).isGreaterThan(1);
        assertThat(calls)
                .extracting(Warehouse.Call::batch)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, whole + 1).boxed().toList());
        assertThat(calls).extracting(Warehouse.Call::batches).containsOnly(whole + 1);
        assertThat(calls.subList(0, whole))
                .allSatisfy(call -> assertThat(call.rows()).hasSize(1000));
        assertThat(calls.get(whole).rows()).hasSize(truth.size() % 1000);
        assertThat(warehouse.runs()).hasSize(1);
        List<ReportRow> posted =
                calls.stream().flatMap(call -> call.rows().stream()).toList();
        assertThat(posted).containsExactlyInAnyOrderElementsOf(truth);
        assertThat(Written.rows(incoming().resolve("nightly-export-acme-2026-10-01_2026-10-31.csv")))
                .isEqualTo(posted);
    }

    /** The signal comes while a third run is going. */
    @Test
    void dayAndNightEveryRunArrivesOnceAndWholeUntilItIsToldToStop() throws Exception {
        simulator.close();
        simulator = Simulator.start(SimulatorSettings.defaults());
        List<String> trusted = List.of(
                "-Djavax.net.ssl.trustStore=" + certificates.trustStore(),
                "-Djavax.net.ssl.trustStorePassword=" + TestCertificates.PASSWORD);
        try (StartedProcess process = StartedProcess.of(folder, often(), environment(), trusted)) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(done(process, "weekly-teams")).as(process.said()).hasSizeGreaterThanOrEqualTo(2);
                assertThat(done(process, "nightly-export")).as(process.said()).hasSizeGreaterThanOrEqualTo(2);
            });
            long asked = simulator.journal().received();
            await().atMost(PATIENCE).until(() -> simulator.journal().received() > asked);
            process.terminate();

            assertThat(process.exitCode(PATIENCE)).isZero();
            assertThat(process.err()).allMatch(line -> line.startsWith("Stopping. No more runs begin"));
            assertThat(process.out().stream().skip(3))
                    .allMatch(line -> line.contains(", delivered: 2 of 2, gaps: 0 of "));
            assertThat(mails.received()).hasSameSizeAs(done(process, "weekly-teams"));
            assertThat(warehouse.runs()).hasSameSizeAs(done(process, "nightly-export"));
        }
        assertNothingIsHalfDelivered();
    }

    private static String often() throws IOException {
        return Files.readString(DESIGN)
                .replace("    at: \"07:30\"\n    on: monday\n", "    every: 10s\n")
                .replace("every: 1d", "every: 10s");
    }

    /** A line for each run of the report that both of its sinks got. */
    private static List<String> done(StartedProcess process, String report) throws IOException {
        return process.out().stream()
                .filter(line -> line.contains(" " + report + " of acme: ") && line.contains("delivered: 2 of 2"))
                .toList();
    }

    private void assertNothingIsHalfDelivered() throws Exception {
        for (MailServer.Received received : mails.received()) {
            assertThat(ReceivedMail.of(received.bytes()).attachments()).hasSize(2);
        }
        assertThat(mails.received())
                .extracting(received -> ReceivedMail.of(received.bytes()).id())
                .doesNotHaveDuplicates();
        assertThat(warehouse.calls()).extracting(Warehouse.Call::key).doesNotHaveDuplicates();
        assertThat(warehouse.runs()).allSatisfy(run -> assertThat(warehouse.calls(run))
                .hasSize(warehouse.calls(run).get(0).batches()));
        for (Path written : List.of(archive(), incoming())) {
            assertThat(Canary.files(written)).isNotEmpty().allSatisfy(file -> {
                assertThat(file.getFileName().toString()).endsWith(".csv").doesNotStartWith(".");
                assertThat(Written.rows(file)).isNotEmpty();
            });
        }
    }

    private void assertDone(Journey.Outcome outcome) throws IOException {
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        for (String secret : List.of(ACME.token(), MailServer.PASSWORD, WAREHOUSE_TOKEN)) {
            Canary.assertNowhere(secret, outcome, folder);
        }
    }

    private List<ReportRow> truth(Coverage coverage) {
        return new TrueFigures(simulator.world()).rows(coverage, NOW);
    }

    private Path archive() {
        return folder.resolve("out/archive");
    }

    private Path incoming() {
        return partner.resolve("incoming");
    }

    private Journey.Outcome run(String report, String... options) throws IOException {
        return journey()
                .run(
                        Files.readString(DESIGN),
                        Stream.concat(Stream.of(report), Stream.of(options)).toArray(String[]::new));
    }

    private Journey.Outcome execute(String... arguments) throws IOException {
        Path file = Files.copy(DESIGN, folder.resolve("reports.yaml"));
        return journey()
                .execute(Stream.concat(Stream.of(arguments), Stream.of("--config", file.toString()))
                        .toArray(String[]::new));
    }

    private Journey journey() {
        return new Journey(folder, environment(), InstantSource.fixed(NOW));
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("API_URL", simulator.url().toString()),
                Map.entry("GIOSG_TOKEN", ACME.token()),
                Map.entry("GIOSG_ORGANIZATION", ACME.id()),
                Map.entry("HERE", folder.toString()),
                Map.entry("SMTP_SERVER", "localhost:" + mails.port()),
                Map.entry("SMTP_PASSWORD", MailServer.PASSWORD),
                Map.entry("WAREHOUSE_URL", warehouse.url().toString()),
                Map.entry("WAREHOUSE_TOKEN", WAREHOUSE_TOKEN),
                Map.entry("PARTNER", partner.toString()),
                Map.entry("PARTNER_HOST", "127.0.0.1"),
                Map.entry("PARTNER_PORT", String.valueOf(sshd.port())),
                Map.entry("PARTNER_USER", OpenSshServer.user()));
    }
}
