package com.giosg.chatreports.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.time.Granularity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ConfigurationReaderTest {

    @TempDir
    private Path folder;

    @Test
    void readsTheConfigurationOfTheDesign() {
        Configuration configuration = example("as-designed");

        assertThat(configuration.organizations().get("acme"))
                .isEqualTo(new Organization(
                        "acme",
                        "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
                        "Acme Oy",
                        new Secret("{{env:GIOSG_TOKEN}}", ReadingForTests.ENVIRONMENT.get("GIOSG_TOKEN")),
                        Optional.empty(),
                        List.of(),
                        Map.of(),
                        Look.USUAL));
        Report weekly = configuration.reports().get("weekly-teams");
        assertThat(weekly.title()).isEqualTo("Chats last week");
        assertThat(weekly.zone()).isEqualTo(ZoneId.of("Europe/Helsinki"));
        assertThat(weekly.window().text()).isEqualTo("last-week");
        assertThat(weekly.scopes()).containsExactly(Scope.ORG, Scope.TEAM);
        assertThat(weekly.metrics())
                .extracting(Metric::id)
                .containsExactly("real-chats", "messages-in-real-chats", "short-chats", "sales-in-real-chats");
        assertThat(weekly.sinks()).extracting(Sink::name).containsExactly("archive", "team-leads");
        assertThat(weekly.measures().compare()).isTrue();
        assertThat(configuration.reports().get("nightly-export").metrics()).hasSize(13);
    }

    @Test
    void keepsSettingsOfSinksAsTheyAreWritten() {
        assertThat(example("as-designed").sinks().get("team-leads").settings())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "to", "leads@example.com",
                        "from", "reports@example.com",
                        "subject", "Chats {window}",
                        "smtp", "smtp.example.com:587",
                        "username", "reports",
                        "password", "{{env:SMTP_PASSWORD}}",
                        "attach", "xlsx,csv"));
    }

    @Test
    void fillsInWhatIsNotConfigured() {
        Configuration configuration = example("smallest");

        assertThat(configuration.api())
                .isEqualTo(new ApiSettings(
                        URI.create("https://api.giosg.com"),
                        URI.create("https://service.giosg.com"),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2),
                        2,
                        512L * 1024 * 1024));
        assertThat(configuration.runsEndpoint()).isEqualTo("seda:runs");
        assertThat(configuration.managementPort()).isEmpty();
        assertThat(configuration.ledger()).isEmpty();
        assertThat(configuration.data()).isEqualTo("data");
        assertThat(configuration.organizations().get("acme").token().value()).isEqualTo("s3cret-token");
        assertThat(configuration.sinks().get("archive").artifact())
                .isEqualTo(new ArtifactSettings(
                        ArtifactSettings.Format.CSV,
                        ArtifactSettings.Layout.LONG,
                        "{report}-{organization}-{window}.{format}",
                        ',',
                        false,
                        true,
                        Duration.ofDays(14)));
        Report byHand = configuration.reports().get("by-hand");
        assertThat(byHand.title()).isEqualTo("by-hand");
        assertThat(byHand.schedule()).isEmpty();
        assertThat(byHand.granularity()).isEqualTo(Granularity.DAY);
        assertThat(byHand.scopes()).containsExactly(Scope.ORG);
        assertThat(byHand.organizations()).extracting(Organization::key).containsExactly("acme");
        assertThat(byHand.lateAfter()).isEqualTo(Duration.ofMinutes(30));
        assertThat(byHand.fill()).isTrue();
        assertThat(byHand.refill() || byHand.exactStart()).isFalse();
        assertThat(byHand.measures()).isEqualTo(Measures.NONE);
        assertThat(byHand.catchUp()).isEmpty();
    }

    @Test
    void readsWhatIsConfigured() {
        Configuration configuration = example("several-organizations");

        Report rooms = configuration.reports().get("rooms");
        assertThat(rooms.rooms()).containsExactly("9a0c0305-4f89-41d3-8a0c-0305e82c3303");
        assertThat(rooms.organizations()).extracting(Organization::key).containsExactly("acme");
        assertThat(rooms.metrics()).isNotEmpty().allMatch(metric -> metric.api().rooms());
        assertThat(rooms.granularity()).isEqualTo(Granularity.HOUR);
        assertThat(rooms.catchUp()).contains(Report.CatchUp.LATEST);
        assertThat(rooms.lateAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(rooms.refill() && rooms.exactStart() && !rooms.fill()).isTrue();
        assertThat(rooms.onFailure()).extracting(Sink::name).containsExactly("people");
        assertThat(rooms.schedule()).isPresent();
        assertThat(configuration.organizations().get("acme").zone()).contains(ZoneId.of("Europe/Stockholm"));
        assertThat(configuration.organizations().get("acme").recipients())
                .containsExactly("acme@example.com", "leads@example.com");
        assertThat(configuration.sinks().get("folders").artifact())
                .isEqualTo(new ArtifactSettings(
                        ArtifactSettings.Format.CSV,
                        ArtifactSettings.Layout.WIDE,
                        "{report} {window}.txt",
                        '\t',
                        true,
                        false,
                        Duration.ofDays(30)));
        assertThat(configuration.managementPort()).contains(8080);
        assertThat(configuration.runsEndpoint()).isEqualTo("jms:queue:chat-report-runs");
        assertThat(configuration.ledger().map(LedgerSettings::url))
                .contains("jdbc:postgresql://db.example.com/reports?user=reports&sslmode=verify-full");
        assertThat(configuration.ledger().map(LedgerSettings::name)).contains("postgresql://db.example.com/reports");
        assertThat(configuration.data()).isEqualTo("/var/lib/chat-reports");
    }

    @Test
    void acceptsTheStarter() {
        CheckedConfiguration starter = ReadingForTests.read(Path.of("config/reports.yaml"));

        assertThat(starter.notes()).isEmpty();
        assertThat(starter.configuration().reports()).containsOnlyKeys("weekly-teams");
    }

    @Test
    void showsNoSecretInWhatItReads() {
        assertThat(example("as-designed").toString()).doesNotContain(ReadingForTests.CANARY);
        assertThat(example("smallest").toString()).doesNotContain("s3cret");
    }

    @Test
    void saysWhenThereIsNoFile() {
        Path missing = folder.resolve("reports.yaml");
        assertThatThrownBy(() -> ReadingForTests.read(missing))
                .isInstanceOf(ConfigurationProblems.class)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void saysWhenTheFileIsNoText() throws IOException {
        Path file = Files.write(folder.resolve("reports.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff});
        assertThatThrownBy(() -> ReadingForTests.read(file))
                .isInstanceOf(ConfigurationProblems.class)
                .hasMessageContaining("is not a UTF-8 text");
    }

    @Test
    void takesAByteOrderMark() throws IOException {
        String starter = Files.readString(Path.of("config/reports.yaml"));
        Path file = Files.writeString(folder.resolve("reports.yaml"), "\uFEFF" + starter);
        assertThat(ReadingForTests.read(file).notes()).isEmpty();
    }

    @Test
    void refusesDeepNesting() throws IOException {
        Path file = Files.writeString(folder.resolve("reports.yaml"), "[".repeat(100_000));
        assertThatThrownBy(() -> ReadingForTests.read(file))
                .isInstanceOf(ConfigurationProblems.class)
                .hasMessageContaining("nested too deeply");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "*", "&", "!", "!c!", "@", "%", "|", ">", "[", "{", "'", "\"", "`", "?", "- ", "#", "<<: *"})
    void repeatsNoSecretHoweverItStarts(String start) throws IOException {
        String text = "api:\n  token: %s%s\n".formatted(start, ReadingForTests.CANARY);
        Path file = Files.writeString(folder.resolve("reports.yaml"), text);
        assertThatThrownBy(() -> ReadingForTests.read(file))
                .isInstanceOf(ConfigurationProblems.class)
                .message()
                .doesNotContain(ReadingForTests.CANARY);
    }

    /** A key that is declared but never read would be taken without a word and change nothing. */
    @TestFactory
    Stream<DynamicTest> readsEveryKeyThatItDeclares() {
        return DeclaredKeys.ofEverySection().flatMap(section -> section.keys().stream()
                .map(key -> section.path().isEmpty() ? key : section.path() + "." + key)
                .map(path -> dynamicTest(path, () -> assertObjects(path))));
    }

    private void assertObjects(String path) throws IOException {
        String text = Files.readString(
                ReadingForTests.CASES.resolve(DeclaredKeys.EXAMPLE).resolve("reports.yaml"));
        Object root = new Load(LoadSettings.builder().build()).loadFromString(text);
        put(root, List.of(path.split("\\.", -1)));
        String absurd = new Dump(DumpSettings.builder().build()).dumpToString(root);
        Path file = Files.writeString(folder.resolve("reports.yaml"), absurd);

        ConfigurationProblems problems =
                catchThrowableOfType(ConfigurationProblems.class, () -> ReadingForTests.read(file));

        assertThat(problems.problems()).extracting(Problem::path).anyMatch(found -> found.startsWith(path));
    }

    @SuppressWarnings("unchecked")
    private static void put(Object root, List<String> path) {
        Map<String, Object> section = (Map<String, Object>) root;
        for (String key : path.subList(0, path.size() - 1)) {
            section = (Map<String, Object>) section.computeIfAbsent(key, absent -> new LinkedHashMap<>());
        }
        section.put(path.get(path.size() - 1), Map.of("nonsense", List.of(List.of())));
    }

    private static Configuration example(String name) {
        return ReadingForTests.read(ReadingForTests.CASES.resolve(name).resolve("reports.yaml"))
                .configuration();
    }
}
