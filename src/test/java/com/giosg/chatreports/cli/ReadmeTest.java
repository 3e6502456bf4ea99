package com.giosg.chatreports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.cli.CommandForTests.Outcome;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.row.Row;
import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.time.Windows;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says is so, and what it tells to do works, word for word and in its order. */
class ReadmeTest {

    /** Needs another machine's folder, or runs this test. */
    private static final Set<String> NOT_RUN_HERE = Set.of(
            "mvn verify",
            "tar xzf chat-reports-0.1.0.tar.gz",
            "cd chat-reports-0.1.0",
            "bin/archive-classes",
            "bin/chat-reports demo");

    private static final String COMMAND = "./chat-reports ";

    private final Markdown readme;

    ReadmeTest() throws IOException {
        readme = Markdown.read("README.md");
    }

    @Test
    void followedFromTopToBottomItWorks(@TempDir Path folder) throws IOException {
        CommandForTests start = CommandForTests.at(Folders.homeIn(folder));
        Clock clock = Clock.fixed(start.clock().instant(), ZoneOffset.UTC);
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults().withClock(clock));
                Receiver channel = Receiver.start()) {
            Reader reader = new Reader(start, folder, simulator.url().toString(), channel);
            for (Markdown.Block block : readme.blocks()) {
                reader.follow(block);
            }
            assertThat(reader.archived()).startsWith("organization_id,").contains(",real-chats,long-chats,status");
            assertThat(channel.received())
                    .containsExactly("{\"text\": \"The figures of acme for 2026-10-19_2026-10-25 are there\"}");
        }
    }

    /** Somebody who does what the page says. */
    private final class Reader {

        private final Path folder;
        private final Path configuration;
        private final String url;
        private final Receiver channel;
        private CommandForTests command;
        private String demoPrinted = "";

        Reader(CommandForTests command, Path folder, String url, Receiver channel) {
            this.command = command;
            this.folder = folder;
            this.configuration = folder.resolve("config/reports.yaml");
            this.url = url;
            this.channel = channel;
        }

        void follow(Markdown.Block block) throws IOException {
            switch (block.language()) {
                case "sh" -> block.text().lines().forEach(this::type);
                case "yaml" -> configure(block.text());
                case "yml" -> check(block.text());
                case "ftl" ->
                    Files.writeString(folder.resolve(fileNamed("templates/metrics/long-chats.ftl")), block.text());
                case "ini" -> assertThat(block.text()).contains("bin/chat-reports start --config", "TimeoutStopSec=");
                case "" -> compareWithDemo(block.text());
                default -> throw new AssertionError("what is to be done with " + block.language() + "?");
            }
        }

        /** An example with other people's addresses is checked, but not run. */
        private void check(String sinks) throws IOException {
            Path key = Files.writeString(folder.resolve("key"), "a key");
            String example = """
                    api: { token: "{{env:GIOSG_TOKEN}}" }
                    organizations: { acme: { id: "{{env:GIOSG_ORGANIZATION}}" } }
                    reports:
                      all: { window: yesterday, time-zone: UTC, metrics: all,
                             sinks: [archive, team-leads, warehouse, partner-drop, bus] }
                    """
                    + sinks.replace("/run/secrets/key", key.toString()).replace("config/known_hosts", key.toString());
            Path file = Files.writeString(folder.resolve("example.yaml"), example);
            Outcome outcome = command.with("SMTP_PASSWORD", "x")
                    .with("WAREHOUSE_TOKEN", "x")
                    .run("check", "--config", file.toString());
            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        }

        private void type(String line) {
            if (line.startsWith("export ")) {
                String[] variable = line.substring("export ".length()).split("=", 2);
                command = command.with(variable[0], variable[0].equals("WEBHOOK") ? channel.url("/hook") : variable[1]);
            } else if (line.startsWith(COMMAND)) {
                run(line.substring(COMMAND.length()));
            } else {
                assertThat(NOT_RUN_HERE).contains(line);
            }
        }

        private void run(String typed) {
            boolean configured = Stream.of("run", "backfill", "start", "preview", "check", "request")
                    .anyMatch(typed::startsWith);
            Stream<String> more = configured ? Stream.of("--config", configuration.toString()) : Stream.empty();
            if (typed.startsWith("preview")) {
                more = Stream.concat(
                        more, Stream.of("--out", folder.resolve("preview").toString()));
            }
            String[] arguments =
                    Stream.concat(Arrays.stream(typed.split(" ")), more).toArray(String[]::new);
            Outcome outcome = typed.equals("start") ? startAndStop(arguments) : command.run(arguments);
            assertThat(outcome.exitCode()).as(typed + "\n" + outcome.err()).isZero();
            assertThat(outcome.out()).isNotEmpty();
            if (typed.equals("demo")) {
                assertThat(outcome.err()).matches("All of it in a browser: file:///\\S+/out/preview/index.html\\s*");
            }
            demoPrinted = typed.equals("demo") ? outcome.out() : demoPrinted;
        }

        /** It ends only when it is told to, here as soon as it has said what it will do. */
        private Outcome startAndStop(String... arguments) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            FutureTask<Integer> starting =
                    new FutureTask<>(() -> ChatReports.execute(command.surroundings(out, err), arguments));
            Thread thread = new Thread(starting);
            thread.start();
            await().until(() ->
                    starting.isDone() || out.toString().contains("last-week\tacme\t2026-11-02T07:30:00+02:00"));
            thread.interrupt();
            try {
                return new Outcome(starting.get(), out.toString(), err.toString());
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError(e);
            }
        }

        /** A Kamelet, a whole file, or lines that take the place of one. */
        private void configure(String yaml) throws IOException {
            if (yaml.startsWith("apiVersion:")) {
                Files.writeString(folder.resolve(fileNamed("routes/sinks/announce-sink.kamelet.yaml")), yaml);
            } else if (yaml.startsWith("api:")) {
                assertThat(yaml.lines()).hasSize(10);
                Files.writeString(configuration, againstTheSimulator(yaml));
            } else {
                String key = yaml.substring(0, yaml.indexOf(':') + 1);
                Files.writeString(
                        configuration,
                        Files.readString(configuration)
                                .replaceAll("(?m)^" + Pattern.quote(key) + ".*$", inTheFolder(yaml.stripTrailing())));
            }
        }

        /** The page says what to write; only the port and the folders are the test's own. */
        private String againstTheSimulator(String yaml) {
            String withUrl = "api: { url: \"http://127.0.0.1:8080\", directory-url: \"http://127.0.0.1:8080\","
                    + " token: \"{{env:GIOSG_TOKEN}}\" }";
            assertThat(readme.text()).contains("`" + withUrl + "`");
            String api = withUrl.replace("http://127.0.0.1:8080", url).replace("$", "\\$");
            return inTheFolder(yaml.replaceFirst("api: .*", api)) + "data: " + folder.resolve("data") + "\n";
        }

        private String inTheFolder(String yaml) {
            return yaml.replace("out/archive", folder.resolve("out/archive").toString());
        }

        private String fileNamed(String path) {
            assertThat(readme.text()).contains("`" + path + "`");
            return path;
        }

        /** Days and numbers differ; reports, organizations and sinks do not. */
        private void compareWithDemo(String shown) {
            assertThat(names(shown.lines(), " {2,}")).isEqualTo(names(demoPrinted.lines(), "\t"));
        }

        private static List<List<String>> names(Stream<String> lines, String separator) {
            return lines.map(line -> line.split(separator))
                    .map(cells -> List.of(cells[0], cells[1], cells[5]))
                    .toList();
        }

        String archived() throws IOException {
            return Files.readString(folder.resolve("out/archive/last-week-acme-2026-10-19_2026-10-25.csv"));
        }
    }

    @Test
    void listsTheMetricsAsTheTemplatesDescribeThem() {
        List<List<String>> expected = new CatalogueAtHome(CommandForTests.here().surroundings())
                .read().metrics().stream().map(ReadmeTest::line).toList();
        assertThat(readme.section("Metrics").tableLines()).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String> line(Metric metric) {
        String scopes = metric.scopes().stream().map(Scope::id).collect(Collectors.joining(", "));
        return List.of("`" + metric.id() + "`", metric.description(), scopes, metric.unit());
    }

    @Test
    void namesTheColumnsInTheirOrder() {
        List<String> named = readme.section("What a row is").tableLines().stream()
                .limit(8)
                .flatMap(line -> Arrays.stream(line.get(0).split(", ")))
                .map(name -> name.replace("`", ""))
                .toList();
        assertThat(named).isEqualTo(Row.COLUMNS);
        assertThat(readme.section("What a row is").text())
                .contains(Arrays.stream(Row.Status.values())
                        .map(status -> "| `" + status.id() + "` |")
                        .toList());
    }

    @Test
    void saysForEveryKindOfFailureWhatToDo() {
        List<List<String>> lines = readme.section("When something fails").tableLines();
        assertThat(lines)
                .extracting(line -> line.get(0) + line.get(2))
                .containsExactlyElementsOf(Arrays.stream(FailureKind.values())
                        .map(kind -> "`" + kind.id() + "`" + kind.nextMove())
                        .toList());
    }

    @Test
    void namesOnlyWindowsThatThereAre() {
        String time = readme.section("Time").text();
        String names = time.substring(time.indexOf("By name"), time.indexOf("and others"));
        Pattern.compile("`([a-z0-9-]+)`").matcher(names).results().forEach(match -> assertThat(Windows.names())
                .contains(match.group(1)));
        Windows.descriptions().keySet().stream()
                .filter(name -> Character.isDigit(name.charAt(0)))
                .forEach(form -> assertThat(time).contains("`" + form + "`"));
    }

    @Test
    void linksToWhatThereIs() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            List<Path> pages = Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md").map(Path::of), docs)
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList();
            for (Path page : pages) {
                Pattern.compile("\\]\\(([^)#:]+)\\)")
                        .matcher(Files.readString(page))
                        .results()
                        .forEach(link ->
                                assertThat(page.resolveSibling(link.group(1))).exists());
            }
        }
    }
}
