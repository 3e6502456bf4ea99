package com.giosg.chatreports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.giosg.chatreports.cli.CommandForTests.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every command has in common, and the commands that ask nobody anything. */
class CommandLineTest {

    private static final String RIGHT = "src/test/resources/cli/reports.yaml";

    private final CommandForTests command = CommandForTests.here()
            .with("GIOSG_TOKEN", "CANARY-token")
            .with("GIOSG_ORGANIZATION", "3f2504e0-4f89-41d3-9a0c-0305e82c3301");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start",
                "run",
                "request",
                "check",
                "metrics",
                "windows",
                "demo",
                "simulator",
                "completion",
                "--help"
            })
    void helpIsThere(String name) {
        Outcome outcome = name.startsWith("-") ? command.run(name) : command.run(name, "--help");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .startsWith("Usage: chat-reports")
                .contains("Exit codes:")
                .containsPattern("70 +a defect");
        assertThat(outcome.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "run --version"})
    void tellsItsVersion(String arguments) {
        assertThat(command.run(arguments.split(" ")).out()).startsWith("chat-reports ");
    }

    @Test
    void listsTheCommandsWhenNoneIsNamed() {
        Outcome outcome = command.run();
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("simulator", "metrics");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            runn                                  | Did you mean: chat-reports run?
            --jsn                                 | Unknown option: '--jsn'
            run                                   | Missing required parameter: 'REPORT'
            metrics --jsno                        | Possible solutions: --json
            metrics real-chat                     | there is no metric "real-chat"; did you mean "real-chats"?
            windows last-weak                     | there is no window "last-weak"; did you mean "last-week"?
            windows 2020-W60                      | there is no week 2020-W60 in the calendar
            windows 2020-10-30..2020-10-29        | ends before it starts
            windows --time-zone Helsinki          | did you mean "Europe/Helsinki"?
            windows 2011-12-30 --time-zone Pacific/Apia | there was no 2011-12-30 in Pacific/Apia
            run by-hand --window last-weak        | did you mean "last-week"?
            run by-hnd                            | there is no report "by-hnd"; did you mean "by-hand"?
            run by-hand --organization acne       | there is no organization "acne"; did you mean "acme"?
            run only-beta --organization acme     | the report only-beta is not made for acme
            request real-chats --scope teams      | there is no scope "teams"; did you mean "team"?
            request bot-clicks --scope team       | bot-clicks can be asked by org or user, not by team
            request bot-clicks --room x           | bot-clicks cannot be narrowed to rooms
            request real-chats --granularity days | there is no granularity "days"; did you mean "day"?
            simulator --fault stat=503            | a fault has no `stat`
            simulator --assume numbrs=string      | numbrs
            """)
    void saysWhatWasMeantAndNothingElse(String arguments, String expected) {
        Outcome outcome = command.run(withConfiguration(arguments));
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains(expected).doesNotContain("Exception", "\tat ");
        assertThat(outcome.err().lines().count()).isLessThanOrEqualTo(3);
        assertThat(outcome.out()).isEmpty();
    }

    private static String[] withConfiguration(String arguments) {
        boolean needed = arguments.startsWith("run ") || arguments.startsWith("request ");
        return (needed ? arguments + " --config " + RIGHT : arguments).split(" ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metrics",
                "metrics real-chats",
                "windows",
                "windows 2020-W44",
                "simulator --assumptions",
                "check --config " + RIGHT,
                "request real-chats --config " + RIGHT,
                "run by-hand --dry-run --config " + RIGHT
            })
    void printsJsonForPrograms(String arguments) throws IOException {
        Outcome outcome = command.run((arguments + " --json").split(" "));
        assertThat(outcome.exitCode()).isZero();
        assertThat(json(outcome.out()).isContainerNode()).isTrue();
    }

    @Test
    void aRequestIsPrintedWithTheHeadersThatItsRouteSets() throws IOException {
        String routes = Files.readString(Path.of("routes/fetch.camel.yaml"));
        String set = routes.substring(routes.indexOf("- setHeaders:"), routes.indexOf("uri: \"{{api.url}}\""));
        // CamelHttpPath becomes a part of the address.
        List<String> names = Pattern.compile("- name: ((?!Camel)\\S+)")
                .matcher(set)
                .results()
                .map(match -> match.group(1))
                .toList();
        JsonNode printed = json(command.run("request", "real-chats", "--json", "--config", RIGHT)
                .out());
        assertThat(printed.path("headers").fieldNames()).toIterable().containsExactlyElementsOf(names);
        assertThat(names).contains("User-Agent");
    }

    @Test
    void aPipeGetsTabsAndATerminalGetsColumns() {
        assertThat(command.run("metrics").out())
                .contains("METRIC\tSCOPES\tUNIT", "real-chats\torg, team, user\tchats\t");
        assertThat(command.withTerminals(true, true).run("metrics").out())
                .contains("\u001b[1mMETRIC ", "real-chats                            org, team, user  chats");
    }

    @Test
    void coloursNothingWhereNoColorIsSet() {
        CommandForTests watched = command.withTerminals(true, true).with("NO_COLOR", "1");
        assertThat(watched.run("metrics").out()).doesNotContain("\u001b").contains("METRIC   ");
        assertThat(watched.run("--help").out()).doesNotContain("\u001b");
    }

    @Test
    void showsEveryWindowWithItsBoundsAndWhatItMeans() {
        String windows =
                command.run("windows", "--time-zone", "Europe/Helsinki").out();
        assertThat(windows)
                .contains("last-week\t2026-10-19T00:00:00+03:00\t2026-10-26T00:00:00+02:00\tthe latest whole week")
                .contains("2020-W44\t2020-10-26T00:00:00+02:00");
    }

    @Test
    void describesAMetric() {
        assertThat(command.run("metrics", "sales-in-real-chats").out())
                .contains("scopes         org, team, user", "settles-after  24h", "24 hours after it");
    }

    @Test
    void goodConfigurationsAreSaidToBeGoodWithWhatIsWorthKnowing() {
        Outcome outcome = command.run("check", "--config", RIGHT);
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .startsWith(RIGHT + " is good: 2 reports, 2 organizations, 1 sink")
                .doesNotContain("templates/");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void aFilterThatCanNeverMatchIsSaidOfAVariantOnlyWhereItIsAsked(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("reports.yaml");
        Files.writeString(file, """
                api: {token: "{{env:GIOSG_TOKEN}}"}
                organizations: {acme: {id: "{{env:GIOSG_ORGANIZATION}}"}}
                reports: {weekly: {time-zone: UTC, window: last-week, metrics: [short-chats-as-published], sinks: [archive]}}
                sinks: {archive: {type: file, directory: out}}
                """);
        assertThat(command.run("check", "--config", file.toString()).out())
                .contains("templates/metrics/short-chats-as-published.ftl  the filter can never match");
    }

    @Test
    void aFolderInThePlaceOfAConfigurationIsSaidToBeOne(@TempDir Path folder) {
        assertThat(command.run("check", "--config", folder.toString()).err())
                .contains(folder + "  is a folder; name the file in it, e.g. " + folder.resolve("reports.yaml"));
    }

    @Test
    void everyProblemIsSaidAtOnce(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("reports.yaml");
        Files.writeString(file, """
                api: {token: "{{env:NOT_SET}}", concurency: 3}
                organizations: {acme: {id: "{{env:GIOSG_ORGANIZATION}}"}}
                reports: {weekly: {time-zone: Helsinki, window: last-weak, metrics: [real-chat], sinks: [archive]}}
                sinks: {archive: {type: file, directory: out}}
                """);
        Outcome outcome = command.run("check", "--config", file.toString());
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err())
                .startsWith("5 problems:")
                .contains(file + ":1", "NOT_SET is not set", "did you mean \"concurrency\"?")
                .contains(file + ":3", "Europe/Helsinki", "last-week", "did you mean \"real-chats\"?");
        JsonNode facts =
                json(command.run("check", "--json", "--config", file.toString()).out());
        assertThat(facts.path("usable").asBoolean(true)).isFalse();
        assertThat(facts.path("problems")).hasSize(5);
        assertThat(facts.path("problems").path(0).path("line").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "start", "run weekly", "request real-chats"})
    void aMissingConfigurationIsACleanComplaint(String arguments) {
        Outcome outcome = command.run((arguments + " --config no-such.yaml").split(" "));
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err())
                .contains("no-such.yaml", "there is no such file")
                .doesNotContain("Exception");
    }

    @Test
    void aBrokenTemplateIsAProblemOfCheck(@TempDir Path home) throws IOException {
        Folders.homeIn(home);
        Files.writeString(home.resolve("templates/metrics/mine.ftl"), "<#ftl attributes={\"title\": \"Mine\"}>\n{}\n");
        CommandForTests elsewhere = new CommandForTests(home, command.environment(), command.clock(), false, false);
        Outcome outcome = elsewhere.run("check", "--config", RIGHT);
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err()).contains("templates/metrics/mine.ftl", "lacks");
        assertThat(elsewhere.run("metrics").exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    }

    @Test
    void aReportTemplateThatCannotBeReadIsAProblemOfCheckAndStart(@TempDir Path home) throws IOException {
        Folders.homeIn(home);
        Files.writeString(home.resolve("templates/reports/mail.ftlh"), "<#if page>\n");
        CommandForTests elsewhere = new CommandForTests(home, command.environment(), command.clock(), false, false);
        for (String name : new String[] {"check", "start"}) {
            Outcome outcome = elsewhere.run(name, "--config", RIGHT);
            assertThat(outcome.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
            assertThat(outcome.err()).contains("templates/reports/mail.ftlh:1");
        }
    }

    @Test
    void whatNobodyForesawIsADefectOfOurs() {
        CommandForTests nowhere = CommandForTests.at(Path.of("no-such-folder"));
        Outcome outcome = nowhere.run("metrics");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.DEFECT);
        assertThat(outcome.err()).contains("please report it");
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
