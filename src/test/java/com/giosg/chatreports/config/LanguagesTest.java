package com.giosg.chatreports.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.giosg.chatreports.Spoken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the files of languages, and what an operator reads about one that is not right. */
class LanguagesTest {

    private static final Path SHIPPED = Path.of("templates/languages");

    @TempDir
    Path folder;

    @Test
    void thoseThatAreShippedAreInOrder() {
        assertThat(Spoken.LANGUAGES.problems()).isEmpty();
        assertThat(Spoken.LANGUAGES.notes(ReadingForTests.catalogue())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv"})
    void everyMetricAndUnitIsTranslated(String id) {
        Language language = Spoken.LANGUAGES.named(id);
        assertThat(ReadingForTests.catalogue().metrics()).allSatisfy(metric -> {
            assertThat(language.title(metric)).isNotEqualTo(metric.title());
            assertThat(language.description(metric)).isNotEqualTo(metric.description());
            assertThat(language.unit(metric)).isNotEqualTo(metric.unit());
        });
    }

    @Test
    void everyPhraseIsSaidSomewhereAndNoOtherByATemplate() throws IOException {
        Stream<String> byTemplates = found("say\\((?:[^\"()]*\\?then\\()?\"([a-z-]+)\"", "templates/reports", ".*");
        Stream<String> eitherOr = found("\\?then\\(\"[a-z-]+\", \"([a-z-]+)\"\\)\\)", "templates/reports", ".*");
        Stream<String> byJava = found(
                        "Phrase\\.([A-Z][A-Z_]+)", "src/main/java/com/giosg/chatreports/format", ".*\\.java")
                .map(name -> Phrase.valueOf(name).id());
        Set<String> said =
                Stream.of(byTemplates, eitherOr, byJava).flatMap(each -> each).collect(Collectors.toSet());

        assertThat(said).containsExactlyInAnyOrderElementsOf(Phrase.ids());
    }

    private static Stream<String> found(String pattern, String below, String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(below))) {
            return files
                    .filter(file -> Files.isRegularFile(file)
                            && file.getFileName().toString().matches(name))
                    .flatMap(
                            file -> Pattern.compile(pattern).matcher(text(file)).results())
                    .map(found -> found.group(1))
                    .toList()
                    .stream();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithItsLine() throws IOException {
        String problems = problems(
                "fi",
                "  team: Team\n",
                "",
                "  users: Users\n",
                "  usres: Users\n",
                "  compared-with: Compared with {period}\n",
                "  compared-with: Compared with {perod}\n",
                "  total: Total\n",
                "  total: \"{sum} in all\"\n",
                "  over-time: Over time\n",
                "  over-time: { one: Once, other: Over time }\n",
                "other: \"{name} and {count} others\" }",
                "many: x }",
                "  month: MMM\n",
                "  month: nonsense\n",
                "  metric: Metric\n",
                "  metric: \"Metric {\"\n",
                "  no-team: No team\n",
                "  no-team:\n");

        assertThat(problems).isEqualTo("""
                        fi.yaml:13 dates.month: is no pattern for this: Unknown pattern letter: o; letters mean what Java's DateTimeFormatter says, e.g. d MMM uuuu
                        fi.yaml:17 phrases: lacks "team"; en.yaml shows what it is
                        fi.yaml:17 phrases: lacks "users"; en.yaml shows what it is
                        fi.yaml:19 phrases.metric: a { or } belongs to no placeholder
                        fi.yaml:23 phrases.total: must hold no placeholder, not {sum}
                        fi.yaml:29 phrases.no-team: has no value; give it one or remove the key
                        fi.yaml:31 phrases.usres: there is no phrase "usres"; did you mean "users"?
                        fi.yaml:54 phrases.compared-with: must hold {period}, not {perod}
                        fi.yaml:119 phrases.and-others: needs "other", e.g. other: "{count} lines"
                        fi.yaml:119 phrases.and-others.many: there is no key "many"; there are: one, other
                        fi.yaml:140 phrases.over-time: must be a text; only a phrase with {count} has one and other
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "- a list", "phrases: [", "dates: 1\nphrases: 2\n", "phrases:\n\tteam: Team\n"})
    void whateverStandsThereIsExplained(String text) throws IOException {
        Files.writeString(folder.resolve("fi.yaml"), text);
        assertThat(Languages.in(folder).problems()).isNotEmpty().allSatisfy(problem -> assertThat(problem.message())
                .isNotBlank()
                .doesNotContain("Exception", "null"));
    }

    @Test
    void aFileIsCalledByALanguage() throws IOException {
        assertThat(problems("finnish", "", ""))
                .isEqualTo(
                        "finnish.yaml : is called by no language; name it by its code, e.g. fi.yaml or pt-BR.yaml\n");
        Files.delete(folder.resolve("finnish.yaml"));
        assertThat(problems("pt-BR", "", "")).isEmpty();
    }

    @Test
    void whatWouldHaveNoEffectIsNoted() throws IOException {
        Files.writeString(
                folder.resolve("fi.yaml"),
                Files.readString(SHIPPED.resolve("fi.yaml"))
                        .replace("  real-chats:\n", "  real-chat:\n")
                        .replace("  clicks: ", "  klicks: "));

        assertThat(Languages.in(folder).notes(ReadingForTests.catalogue()))
                .extracting(Problem::path, Problem::message)
                .containsExactlyInAnyOrder(
                        tuple("units.klicks", "there is no unit \"klicks\"; did you mean \"clicks\"?"),
                        tuple("metrics.real-chat", "there is no metric \"real-chat\"; did you mean \"real-chats\"?"));
    }

    @Test
    void aLanguageIsReadOnlyWhereItIsSpoken() throws IOException {
        Files.writeString(folder.resolve("fi.yaml"), "broken");
        Languages broken = Languages.in(folder);

        assertThat(report(broken, "language: fi", "csv").language().id()).isEqualTo("fi");
        assertThatThrownBy(() -> report(broken, "language: fi", "html"))
                .isInstanceOf(ConfigurationProblems.class)
                .hasMessageContaining("fi.yaml:1");
    }

    @Test
    void aLanguageThatHasNoFileIsAnErrorWithThoseThatHave() {
        assertThatThrownBy(() -> report(Spoken.LANGUAGES, "language: fin", "csv"))
                .hasMessageContaining(
                        "reports.weekly.language  there is no language \"fin\"; did you mean \"fi\"? there are: en, fi, sv;"
                                + " another one is one more file in templates/languages");
        assertThatThrownBy(() -> report(Spoken.LANGUAGES, "language: de", "csv"))
                .hasMessageContaining("there is no language \"de\"; there are: en, fi, sv; another one");
    }

    @Test
    void oneAndSeveralAreTold() {
        assertThat(Spoken.ENGLISH.text(Phrase.AND_OTHERS, "Anna", 1)).isEqualTo("Anna and 1 other");
        assertThat(Spoken.ENGLISH.text(Phrase.AND_OTHERS, "Anna", 2)).isEqualTo("Anna and 2 others");
        assertThat(Spoken.FINNISH.text(Phrase.SUBJECT_TARGETS_MISSED, 2)).isEqualTo("[2 tavoitetta jäi saavuttamatta]");
    }

    @Test
    void whatAPlaceholderStandsForIsNotLookedAtAgain() {
        assertThat(Spoken.ENGLISH.text(Phrase.METRIC_WITH_FIGURE, "{figure} $1", "\\1"))
                .isEqualTo("“{figure} $1” (\\1)");
    }

    private Report report(Languages languages, String settings, String format) throws IOException {
        Path file = Files.writeString(folder.resolve("reports.yml"), """
                api: { token: "{{env:GIOSG_TOKEN}}" }
                organizations: { acme: { id: "{{env:GIOSG_ORGANIZATION}}" } }
                reports: { weekly: { window: yesterday, time-zone: UTC, metrics: all, sinks: archive, %s } }
                sinks: { archive: { type: file, directory: out, format: %s } }
                """.formatted(settings, format));
        return new ConfigurationReader(
                        ReadingForTests.catalogue(),
                        SinkKinds.in(ReadingForTests.SINKS),
                        languages,
                        PropertyFunctions.of(ReadingForTests.ENVIRONMENT::get, folder))
                .read(file, ReadingForTests.NOW)
                .configuration()
                .reports()
                .get("weekly");
    }

    /** Of the English file under another name, with some of it replaced. */
    private String problems(String id, String... replacements) throws IOException {
        String text = Files.readString(SHIPPED.resolve("en.yaml"));
        for (int index = 0; index < replacements.length; index += 2) {
            assertThat(text).contains(replacements[index]);
            text = text.replace(replacements[index], replacements[index + 1]);
        }
        Files.writeString(folder.resolve(id + ".yaml"), text);
        return Languages.in(folder).problems().stream()
                .map(problem -> "%s %s: %s\n"
                        .formatted(problem.place().replace(folder + "/", ""), problem.path(), problem.message()))
                .collect(Collectors.joining());
    }

    @Test
    void numbersLookTheSameOnEveryJdk() {
        assertThat(Arrays.asList(Spoken.FINNISH, Spoken.SWEDISH)).allSatisfy(language -> {
            assertThat(language.symbols().getGroupingSeparator()).isEqualTo('\u00a0');
            assertThat(language.symbols().getDecimalSeparator()).isEqualTo(',');
            assertThat(language.symbols().getMinusSign()).isEqualTo('\u2212');
        });
        assertThat(new Language("fr", folder).symbols().getGroupingSeparator()).isEqualTo('\u00a0');
    }
}
