package com.giosg.chatreports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.giosg.chatreports.cli.CommandForTests.Outcome;
import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.fault.Fault;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody sees who runs a report, when all goes well and when it does not. */
class RunCommandTest {

    @TempDir
    private Path folder;

    private Simulator simulator;
    private CommandForTests command;

    @BeforeEach
    void start() throws IOException {
        CommandForTests here = CommandForTests.here();
        simulator = Simulator.start(
                SimulatorSettings.defaults().withClock(Clock.fixed(here.clock().instant(), ZoneOffset.UTC)));
        command = here.with("GIOSG_TOKEN", Organizations.ACME.token())
                .with("GIOSG_ORGANIZATION", Organizations.ACME.id());
        configure(folder.resolve("out"));
    }

    private void configure(Path directory) throws IOException {
        Files.writeString(
                folder.resolve("reports.yaml"), """
                api: {url: "%s", token: "{{env:GIOSG_TOKEN}}"}
                organizations: {acme: {id: "{{env:GIOSG_ORGANIZATION}}"}}
                reports:
                  weekly:
                    time-zone: Europe/Helsinki
                    window: last-week
                    scopes: [org, team]
                    metrics: [real-chats, short-chats]
                    sinks: [archive]
                sinks: {archive: {type: file, directory: "%s"}}
                data: "%s"
                """.formatted(simulator.url(), directory, folder.resolve("kept")));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Outcome run(CommandForTests command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run", "weekly", "--config", folder.resolve("reports.yaml").toString()));
        arguments.addAll(List.of(more));
        return command.run(arguments.toArray(String[]::new));
    }

    @Test
    void printsALinePerDelivery() {
        Outcome outcome = run(command);
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines())
                .containsExactly(
                        "REPORT\tORGANIZATION\tWINDOW\tREQUESTS\tROWS\tSINK\tDELIVERED",
                        "weekly\tacme\t2026-10-19_2026-10-25\t4\t70\tarchive\t"
                                + folder.resolve("out/weekly-acme-2026-10-19_2026-10-25.csv"));
    }

    @Test
    void keepsItsDataWhereTheConfigurationSays() {
        run(command);
        assertThat(folder.resolve("kept/runs")).isNotEmptyDirectory();
    }

    @Test
    void keepsItsDataWhereTheCommandSays() {
        run(command, "--data", folder.resolve("elsewhere").toString());
        assertThat(folder.resolve("elsewhere/runs")).isNotEmptyDirectory();
        assertThat(folder.resolve("kept")).doesNotExist();
    }

    @Test
    void showsProgressOnlyWhereSomebodyLooks() {
        assertThat(run(command.withTerminals(false, true)).err())
                .contains("of 1 done, requests: ")
                .endsWith("\r\u001b[K");
        assertThat(run(command.withTerminals(true, false)).err()).isEmpty();
    }

    @Test
    void aDryRunSendsNothing() throws IOException {
        Outcome outcome = run(command, "--dry-run");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains(
                        "weekly\tacme\treal-chats by org\t2026-10-19T00:00:00.000+03:00\t2026-10-25T23:59:59.999+02:00");
        assertThat(json(run(command, "--dry-run", "--json").out())).hasSize(4);
        assertThat(simulator.journal().entries()).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2011-12-30             | there was no 2011-12-30 in Pacific/Apia: the zone skipped it
            2024-01-01..2024-12-31 | 2024-01-01..2024-12-31 by all has a bucket of more than 180 days, and Giosg answers no longer time: choose a finer granularity or a shorter window
            """)
    void aWindowThatCannotBeAskedIsAnErrorOfUsage(String window, String problem) throws IOException {
        Path file = folder.resolve("reports.yaml");
        Files.writeString(
                file, Files.readString(file).replace("Europe/Helsinki", "Pacific/Apia\n    granularity: all"));
        Outcome outcome = run(command, "--window", window);
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains(problem);
        assertThat(simulator.journal().entries()).isEmpty();
    }

    @Test
    void aLongWindowIsAskedInParts() {
        Outcome outcome = run(command, "--window", "2025-01-01..2025-12-31");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("\t12\t");
    }

    @Test
    void aRefusedTokenIsSaidOnceAndNothingIsDelivered() {
        Outcome outcome = run(command.with("GIOSG_TOKEN", "not-a-token"));
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.API);
        assertThat(outcome.out()).contains("0 of 4\t0\t-\tnothing");
        assertThat(outcome.err().lines()).hasSize(1);
        assertThat(outcome.err())
                .startsWith("weekly of acme: 4 of 4 requests failed (denied): the API answered 401")
                .contains("Next: check the token")
                .doesNotContain("not-a-token");
    }

    @Test
    void everyCauseOfGapsIsSaidOnce() throws IOException {
        simulator.faults().add(Fault.parse("status=500,contains=team_id"));
        simulator.faults().add(Fault.parse("body=html,contains=upperStrict"));
        Outcome outcome = run(command);
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.API);
        assertThat(outcome.err().lines()).hasSize(2);
        assertThat(outcome.err())
                .contains("2 of 4 requests failed (server-error)", "1 of 4 requests failed (bad-answer)");
        assertThat(outcome.out()).contains("1 of 4");
        JsonNode result = json(run(command, "--json").out()).path(0);
        assertThat(result.path("state").asText()).isEqualTo("done-with-gaps");
        assertThat(result.path("gaps")).hasSize(3);
        assertThat(result.path("deliveries").path(0).path("state").asText()).isEqualTo("confirmed");
    }

    @Test
    void aFailedDeliveryHasACodeOfItsOwn() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "not a folder");
        configure(taken.resolve("out"));
        Outcome outcome = run(command);
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.DELIVERY);
        assertThat(outcome.out()).endsWith("archive\tfailed\n");
        assertThat(outcome.err())
                .matches("weekly of acme, sink archive: .*" + taken
                        + ".*\\. Next: mend it, then: chat-reports retry r[0-9a-v]{16}\n");
    }

    @Test
    void theCurlLineOfARequestWorksAsPrinted() throws IOException, InterruptedException {
        assertThat(askedByCurl()).hasSize(1);
    }

    @Test
    void theCurlLineOfARequestReadsTheTokenFromItsFile() throws IOException, InterruptedException {
        Path token = Files.writeString(folder.resolve("a token"), Organizations.ACME.token() + "\n");
        Path file = folder.resolve("reports.yaml");
        Files.writeString(file, Files.readString(file).replace("{{env:GIOSG_TOKEN}}", "{{file:" + token + "}}"));
        assertThat(askedByCurl()).hasSize(1);
    }

    private JsonNode askedByCurl() throws IOException, InterruptedException {
        Outcome outcome = command.run(
                "request",
                "real-chats",
                "--window",
                "2026-10-20",
                "--time-zone",
                "Europe/Helsinki",
                "--config",
                folder.resolve("reports.yaml").toString());
        assertThat(outcome.out()).contains("Authorization: Token ***").doesNotContain(Organizations.ACME.token());
        String curl = outcome.out().lines().reduce((earlier, last) -> last).orElseThrow();
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", curl);
        shell.environment().put("GIOSG_TOKEN", Organizations.ACME.token());
        shell.environment().put("no_proxy", "127.0.0.1");
        return json(Shell.run(shell)).path("data");
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
