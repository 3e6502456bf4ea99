package com.giosg.chatreports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.giosg.chatreports.cli.CommandForTests.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before anything is asked, and what a dry run prints. It is Wednesday, 2026-10-28, 11:30 in Helsinki. */
class BackfillCommandTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void configure() throws IOException {
        // Nobody listens there: nothing of this asks.
        file = Files.writeString(
                folder.resolve("reports.yaml"), """
                api: {url: "http://127.0.0.1:9", token: "{{env:GIOSG_TOKEN}}"}
                organizations:
                  acme: {id: 3f0c8a52-1d7e-4b8e-9a64-0c1d2e3f4a5b}
                  corner: {id: 7d1c8a52-1d7e-4b8e-9a64-0c1d2e3f4a5b, time-zone: America/New_York}
                  bakery: {id: 9e2c8a52-1d7e-4b8e-9a64-0c1d2e3f4a5b}
                reports:
                  nightly:
                    { at: "03:30", time-zone: Europe/Helsinki, window: yesterday, metrics: real-chats, sinks: archive,
                      organizations: [acme, corner] }
                  often: { every: 1m, time-zone: Europe/Helsinki, window: today, metrics: real-chats, sinks: archive }
                  mondays: { on: monday, time-zone: Europe/Helsinki, window: last-week, metrics: real-chats, sinks: archive }
                  yearly:
                    { on: 1, time-zone: Europe/Helsinki, window: year-to-date, metrics: real-chats, sinks: archive,
                      granularity: day, organizations: acme }
                  by-hand: { time-zone: Europe/Helsinki, window: yesterday, metrics: real-chats, sinks: archive }
                sinks: {archive: {type: file, directory: "%s"}}
                data: "%s"
                """.formatted(folder.resolve("out"), folder.resolve("data")));
    }

    private Outcome backfill(String... arguments) {
        List<String> all = new ArrayList<>(List.of("backfill", "--config", file.toString()));
        all.addAll(List.of(arguments));
        return CommandForTests.here().with("GIOSG_TOKEN", "token").run(all.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nightly | 2026-10-02 | 2026-10-01 | --from 2026-10-02 is after --to 2026-10-01: the first day comes first
            nightly | yesterday  | 2026-10-01 | "yesterday" is not a day; write it like 2026-03-29
            nightly | 2026-10-01 | 2026-02-30 | "2026-02-30" is not a day; write it like 2026-03-29
            nightli | 2026-10-01 | 2026-10-01 | there is no report "nightli"; did you mean "nightly"?
            by-hand | 2026-10-01 | 2026-10-02 | the report by-hand never falls due by itself, so there is no due time to make up for. Next: give it at, every or cron; or name what it is to cover: chat-reports run by-hand --window 2026-10-01..2026-10-02
            nightly | 2026-10-29 | 2026-12-31 | from 2026-10-29 to 2026-12-31 the report nightly (at 03:30 every day) is not due yet: nothing is made before its time. See: chat-reports windows
            mondays | 2026-10-20 | 2026-10-25 | from 2026-10-20 to 2026-10-25 the report mondays (at 06:00 on monday) never falls due. See: chat-reports windows
            often   | 2026-10-01 | 2026-10-01 | from 2026-10-01 to 2026-10-01 the report often falls due 4320 times for 3 organizations, and a backfill makes at most 1000 runs. Next: take one organization with --organization, or make one run for all of it: chat-reports run often --window 2026-10-01..2026-10-01
            often   | 2026-10-01 | 2026-10-02 | Next: take fewer days at once, or take one organization with --organization, or make one run
            often   | 1999-01-01 | 2026-10-01 | falls due more than 100000 times
            """)
    void whatCannotBeMadeIsRefusedWithWhatWouldBeRight(String report, String from, String to, String complaint) {
        Outcome outcome = backfill(report, "--from", from, "--to", to);

        assertThat(outcome.err()).contains(complaint).doesNotContain("Exception");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.out()).isEmpty();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void bothDaysAndTheReportMustBeNamed() {
        assertThat(backfill("nightly", "--from", "2026-10-01").err()).contains("--to=DAY");
        assertThat(backfill("--from", "2026-10-01", "--to", "2026-10-01").err()).contains("REPORT");
        assertThat(backfill("nightly", "--to", "2026-10-01").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void oneOrganizationIsNoReasonToTakeOne() {
        assertThat(backfill("often", "--from", "2026-10-01", "--to", "2026-10-01", "--organization", "acme")
                        .err())
                .contains(
                        "1440 times for one organization, and a backfill makes at most 1000 runs. Next: make one run");
    }

    @Test
    void anOrganizationThatTheReportIsNotMadeForIsRefused() {
        String[] days = {"nightly", "--from", "2026-10-01", "--to", "2026-10-01", "--organization"};
        assertThat(backfill(append(days, "bakery")).err()).contains("the report nightly is not made for bakery");
        assertThat(backfill(append(days, "acne")).err()).contains("did you mean \"acme\"?");
    }

    private static String[] append(String[] some, String last) {
        List<String> all = new ArrayList<>(List.of(some));
        all.add(last);
        return all.toArray(String[]::new);
    }

    /** The configuration was checked with the window of today: ten months in days can be asked in parts, in one bucket they cannot. */
    @Test
    void aWindowThatCannotBeAskedInPartsIsRefusedWithTheReason() throws IOException {
        assertThat(backfill("yearly", "--from", "2026-10-01", "--to", "2026-10-01", "--dry-run")
                        .exitCode())
                .isZero();
        Files.writeString(file, Files.readString(file).replace("granularity: day", "granularity: all"));

        // A year that has just begun is short enough, so that the configuration is right.
        Outcome outcome = january("backfill", "yearly", "--from", "2025-06-01", "--to", "2025-12-01", "--dry-run");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err())
                .isEqualTo(
                        "the run of yearly for acme, due at 2025-07-01T06:00:00+03:00, cannot be made: year-to-date by all has a bucket of more than 180 days, and Giosg answers no longer time: choose a finer granularity or a shorter window\n");
        assertThat(january("backfill", "yearly", "--from", "2025-06-01", "--to", "2025-06-30", "--dry-run")
                        .exitCode())
                .isZero();
    }

    private Outcome january(String... command) {
        CommandForTests here = CommandForTests.here();
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of("--config", file.toString()));
        return new CommandForTests(
                        here.home(),
                        Map.of("GIOSG_TOKEN", "token"),
                        InstantSource.fixed(Instant.parse("2026-01-15T12:00:00Z")),
                        false,
                        false)
                .run(all.toArray(String[]::new));
    }

    /** In each organization's own zone, the changes of the clocks included: 03:30 comes twice on that day in Helsinki, and counts once. */
    @Test
    void aDryRunPrintsEveryRunTheOldestFirstAndAsksNothing() {
        Outcome outcome = backfill("nightly", "--from", "2026-10-25", "--to", "2026-10-26", "--dry-run");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines().map(line -> line.replaceAll("^r\\w{16}\t", "")))
                .containsExactly(
                        "RUN\tREPORT\tORGANIZATION\tDUE\tWINDOW\tWHAT",
                        "nightly\tacme\t2026-10-25T03:30:00+03:00\t2026-10-24\tmake",
                        "nightly\tcorner\t2026-10-25T03:30:00-04:00\t2026-10-24\tmake",
                        "nightly\tacme\t2026-10-26T03:30:00+02:00\t2026-10-25\tmake",
                        "nightly\tcorner\t2026-10-26T03:30:00-04:00\t2026-10-25\tmake");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aDryRunForMachinesHasTheSame() throws IOException {
        Outcome outcome = backfill(
                "nightly",
                "--from",
                "2026-03-29",
                "--to",
                "2026-03-29",
                "--dry-run",
                "--json",
                "--organization",
                "acme");

        assertThat(new ObjectMapper().readTree(outcome.out())).singleElement().satisfies(run -> {
            assertThat(run.path("due").asText()).as("03:30 was skipped").isEqualTo("2026-03-29T04:00:00+03:00");
            assertThat(run.path("window").asText()).isEqualTo("2026-03-28");
            assertThat(run.path("what").asText()).isEqualTo("make");
        });
    }

    @Test
    void whatIsNotDueYetIsLeftOutAndSaid() {
        Outcome outcome = backfill("mondays", "--from", "2026-10-26", "--to", "2026-11-30", "--dry-run");

        assertThat(outcome.out().lines()).as("one for each organization").hasSize(4);
        assertThat(outcome.err())
                .isEqualTo(
                        "mondays: what falls due after now (2026-10-28T11:30:00+02:00) is left out: nothing is made before its time\n");
    }
}
