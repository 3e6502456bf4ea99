package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.cli.Folders;
import com.giosg.chatreports.simulator.fault.Fault;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A process that goes on with other files than it was started with, as soon as it is told to and they are in order. */
class ReloadJourneyTest extends SimulatedJourney {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Nothing of it falls due while a test lasts. */
    private static final String SELDOM = "every: 1d";

    private static final String OFTEN = "every: 1s";

    private StartedProcess process;
    private ManagementPort port;

    @BeforeEach
    void simulate() throws IOException {
        port = ManagementPort.free();
    }

    @AfterEach
    void end() {
        if (process != null) {
            process.close();
        }
    }

    @Test
    void anotherScheduleAndAnotherSinkAreUsedOnceItIsToldTo() throws IOException, InterruptedException {
        start(reports(SELDOM, "one"));

        process.configure(reports(OFTEN, "one, two"));
        assertThat(port.page()).contains("reports.yaml changed at ", "is not used yet", "kill -HUP " + process.pid());
        assertThat(port.metrics()).contains("chat_reports_configuration_current 0");
        reload("reports: often changed; sinks: two added");

        await().atMost(PATIENCE).until(() -> files("one") > 0 && files("two") > 0);
        assertThat(port.page()).contains("every 1s").doesNotContain("is not used");
        assertThat(port.metrics()).contains("chat_reports_configuration_current 1");
        reloadTo(reports(SELDOM, "two"), "reports: often changed; sinks: one removed");
        endsInOrder();
        assertThat(process.err())
                .as("but for what a slow machine is late with")
                .allMatch(line -> line.contains("no runs for what fell due"));
    }

    @Test
    void aWrongFileIsRefusedWithAllThatIsWrongAndTheOldOneStays() throws IOException, InterruptedException {
        start(reports(OFTEN, "one"));

        process.configure(reports("evry: 1s", "three, four").replace("yesterday", "yesteryear"));
        process.hangUp();

        await().atMost(PATIENCE).until(() -> said(process.err(), "Next: mend that, then: kill -HUP " + process.pid()));
        assertThat(String.join("\n", process.err()))
                .contains(" Nothing is changed, ", " has 3 problems:", "\"evry\"", "\"yesteryear\"", "\"four\"");
        assertThat(port.page()).contains("and cannot be used; what stood there at ", "every 1s");
        assertThat(port.metrics()).contains("chat_reports_configuration_current 0");
        long before = files("one");
        await().atMost(PATIENCE).until(() -> files("one") > before);

        reloadTo(reports(OFTEN, "two"), "reports: often changed; sinks: two added, one removed");
        await().atMost(PATIENCE).until(() -> files("two") > 0);
        assertThat(port.page()).doesNotContain("cannot be used");
    }

    @Test
    void whatTheProcessHoldsOnToIsSaid() throws IOException, InterruptedException {
        start(reports(SELDOM, "one"));

        process.configure(
                reports(SELDOM, "one") + "ledger: { url: \"jdbc:postgresql://localhost/elsewhere?user=reports\" }\n");
        process.hangUp();

        await().atMost(PATIENCE)
                .until(
                        () -> said(
                                process.err(),
                                "ledger.url: \"\" cannot become \"jdbc:postgresql://localhost/elsewhere?user=reports\" while start works with it"));
        reloadTo(reports(SELDOM, "one, two"), "reports: often changed; sinks: two added");
    }

    @Test
    void anotherTemplateIsUsedOnceItIsToldToAndNotBefore() throws IOException, InterruptedException {
        Path home = Folders.homeIn(Files.createDirectory(folder.resolve("home")));
        start(reports(OFTEN, "one"), List.of("-Dchat-reports.home=" + home));
        await().atMost(PATIENCE).until(() -> files("one") > 0);

        Path template = home.resolve("templates/metrics/real-chats.ftl");
        String before = Files.readString(template);
        Files.writeString(template, before.replace("<@chats.realChat/>", "<@chats.realChats/>"));
        process.hangUp();
        await().atMost(PATIENCE).until(() -> said(process.err(), "templates/metrics/real-chats.ftl"));
        long refused = files("one");
        await().atMost(PATIENCE).until(() -> files("one") > refused);

        Files.writeString(
                template,
                before.replace(
                        "<@chats.realChat/>",
                        "<@chats.realChat/>\n  <#import \"/api/filters.ftl\" as filter><@filter.atLeast \"visitor_message_count\" 17/>"));
        long edited = files("one");
        await().atMost(PATIENCE).until(() -> files("one") > edited);
        assertThat(asked()).noneMatch(body -> body.contains("17"));
        reload("templates/metrics/real-chats.ftl changed");
        await().atMost(PATIENCE).until(() -> asked().anyMatch(body -> body.contains("17")));
    }

    @Test
    void routesThatDoNotStartAreRefused() throws IOException, InterruptedException {
        Path home = Folders.homeIn(Files.createDirectory(folder.resolve("home")));
        start(reports(OFTEN, "one"), List.of("-Dchat-reports.home=" + home));

        Path route = home.resolve("routes/run.camel.yaml");
        String before = Files.readString(route);
        Files.writeString(route, before.replace("direct:names-of-run", "no-such-component:names-of-run"));
        process.hangUp();

        await().atMost(PATIENCE).until(() -> said(process.err(), "the routes do not start: "));
        long refused = files("one");
        await().atMost(PATIENCE).until(() -> files("one") > refused);
        assertThat(port.page()).contains("routes/run.camel.yaml changed at ", "cannot be used");
        Files.writeString(route, before);
        reloadTo(reports(OFTEN, "two"), "reports: often changed; sinks: two added, one removed");
        endsInOrder();
    }

    /** Nothing waits for it, and it does not change on its way. */
    @Test
    void aRunThatIsGoingEndsAsItBegan() throws IOException, InterruptedException {
        simulator.faults().add(Fault.parse("delay=20s,times=1"));
        start(reports(OFTEN, "one"));
        await().atMost(PATIENCE).until(() -> asked().count() == 1);

        reloadTo(
                reports(OFTEN, "two").replace("often:", "other:"),
                "reports: other added, often removed; sinks: two added, one removed");

        await().atMost(PATIENCE).until(() -> files("two") > 0);
        assertThat(files("one")).as("it is still going").isZero();
        await().atMost(PATIENCE).until(() -> files("one") == 1);
        await().atMost(PATIENCE).until(() -> done("often") == 1);
        endsInOrder();
    }

    @Test
    void isStoppedInOrderWhileARunOfBeforeIsGoing() throws IOException, InterruptedException {
        simulator.faults().add(Fault.parse("delay=8s,times=1"));
        start(reports(OFTEN, "one"));
        await().atMost(PATIENCE).until(() -> asked().count() == 1);

        reloadTo(reports(SELDOM, "one"), "reports: often changed");
        endsInOrder();

        assertThat(done("often")).isEqualTo(1);
        assertThat(files("one")).isEqualTo(1);
    }

    @Test
    void isStoppedInOrderInTheMiddleOfIt() throws IOException, InterruptedException {
        start(reports(OFTEN, "one"));
        process.configure(reports(OFTEN, "one, two"));

        process.hangUp();
        endsInOrder();

        assertThat(process.err()).noneMatch(line -> line.contains("Exception"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void leavesNothingBehindHoweverOftenItIsTold() throws IOException, InterruptedException {
        start(reports(OFTEN, "one"));
        for (int time = 0; time < 2; time++) {
            reloadTo(reports(OFTEN, time % 2 == 0 ? "two" : "one"), "reports: often changed");
        }
        await().atMost(PATIENCE).until(() -> files("one") > 1);
        long threads = count("task");
        long open = count("fd");

        for (int time = 0; time < 10; time++) {
            reloadTo(reports(OFTEN, time % 2 == 0 ? "two" : "one"), "reports: often changed");
        }

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(count("task")).as("threads").isLessThanOrEqualTo(threads);
            assertThat(count("fd")).as("files and sockets").isLessThanOrEqualTo(open);
        });
        endsInOrder();
        assertThat(process.err())
                .as("but for what a slow machine is late with")
                .allMatch(line -> line.contains("no runs for what fell due"));
    }

    private long count(String what) throws IOException {
        try (Stream<Path> list = Files.list(Path.of("/proc", Long.toString(process.pid()), what))) {
            return list.count();
        }
    }

    private void endsInOrder() throws InterruptedException {
        process.terminate();
        assertThat(process.exitCode(PATIENCE)).isZero();
    }

    private void reloadTo(String configuration, String differences) throws IOException, InterruptedException {
        process.configure(configuration);
        reload(differences);
    }

    private void reload(String differences) throws IOException, InterruptedException {
        long before = used();
        process.hangUp();
        await().atMost(PATIENCE).until(() -> used() > before);
        assertThat(process.out().stream().filter(ReloadJourneyTest::isUsed))
                .last()
                .asString()
                .contains("reports.yaml is used from now on: " + differences);
    }

    private long used() throws IOException {
        return process.out().stream().filter(ReloadJourneyTest::isUsed).count();
    }

    private static boolean isUsed(String line) {
        return line.contains(" is used from now on: ");
    }

    private static boolean said(List<String> lines, String words) {
        return lines.stream().anyMatch(line -> line.contains(words));
    }

    private long done(String report) throws IOException {
        return process.out().stream()
                .filter(line -> line.contains(" %s of acme: ".formatted(report)) && line.contains("delivered: 1 of 1"))
                .count();
    }

    private Stream<String> asked() {
        return simulator.journal().entries("chat_sessions").stream().map(entry -> entry.body());
    }

    private long files(String sink) throws IOException {
        Path there = folder.resolve(sink);
        if (!Files.exists(there)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(there)) {
            return files.filter(file -> file.toString().contains(".csv")).count();
        }
    }

    private String reports(String schedule, String sinks) {
        StringBuilder configuration = new StringBuilder(
                """
                api: { url: "%s", token: "{{env:TOKEN}}" }
                organizations: { acme: { id: %s } }
                %s
                reports:
                  often: { %s, time-zone: Europe/Helsinki, window: yesterday, metrics: real-chats, scopes: [org],
                    granularity: all, sinks: [%s] }
                sinks:
                """.formatted(simulator.url(), Organizations.ACME.id(), port.section(), schedule, sinks));
        for (String sink : List.of("one", "two", "three")) {
            if (sinks.contains(sink)) {
                configuration.append("  %s: { type: file, directory: \"%s\", on-conflict: version }%n"
                        .formatted(sink, folder.resolve(sink)));
            }
        }
        return configuration.toString();
    }

    private void start(String configuration) throws IOException {
        start(configuration, List.of());
    }

    private void start(String configuration, List<String> jvmOptions) throws IOException {
        process = StartedProcess.of(folder, configuration, ENVIRONMENT, jvmOptions);
        await().atMost(PATIENCE).until(() -> process.out().size() >= 2);
    }
}
