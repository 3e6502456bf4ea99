package com.giosg.chatreports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Editors and readers are told about the kinds of sink exactly what their Kamelets declare. After a change of a Kamelet,
 * {@code mvn -q test -Dtest=SinkPagesTest -Dregenerate} writes these parts anew.
 */
class SinkPagesTest {

    private static final boolean WRITE = System.getProperty("regenerate") != null;

    private static final Pattern README = Pattern.compile("(?s)\\| kind \\| what it does \\|.*?\\n(?=\\n)");
    private static final Pattern PAGE = Pattern.compile("(?s)(?<=<!-- made from routes/sinks -->\\n\\n).*");
    private static final Pattern RULES = Pattern.compile("(?s)(?<=\\n      \"allOf\": )\\[.*?\\n {6}]");
    private static final Pattern KINDS = Pattern.compile(
            "(?<=-sink\\.kamelet\\.yaml\\.\",\\n {10}\"\\$ref\": \"#/definitions/text\",\\n {10}\"examples\": )\\[[^]]*]");

    private final List<DeclaredSink> kinds;

    SinkPagesTest() throws IOException {
        kinds = DeclaredSink.all();
    }

    @Test
    void theReadmeListsTheKinds() throws IOException {
        holds("README.md", README, SinkPages.table(kinds));
    }

    @Test
    void theReferencePageExplainsEverySetting() throws IOException {
        holds("docs/reference/sinks.md", PAGE, SinkPages.sections(kinds));
    }

    @Test
    void editorsKnowTheKindsAndTheirSettings() throws IOException {
        String schema = "config/reports.schema.json";
        List<String> common = new ArrayList<>();
        JsonNode keys = new ObjectMapper().readTree(Path.of(schema).toFile()).at("/definitions/sink/properties");
        keys.fieldNames().forEachRemaining(common::add);

        holds(schema, RULES, SinkPages.rules(kinds, common).replace("\n", "\n      "));
        holds(
                schema,
                KINDS,
                "[\""
                        + String.join(
                                "\", \"", kinds.stream().map(DeclaredSink::kind).toList()) + "\"]");
    }

    @Test
    void everySettingSaysWhatItIsForAndShowsAValue() {
        assertThat(kinds.stream().flatMap(DeclaredSink::settings)).allSatisfy(setting -> {
            assertThat(setting.keys().get("title")).as(setting.name()).isNotNull();
            assertThat(setting.meaning()).as(setting.name()).hasSizeGreaterThan(10);
            assertThat(setting.schema().keySet()).as(setting.name()).containsAnyOf("default", "examples");
        });
    }

    /** It is given what its sink is given, and has to understand it in the same way. */
    @Test
    void aProbeDeclaresSettingsOfItsSinkAsTheSinkDoes() throws IOException {
        assertThat(DeclaredSink.probes()).isNotEmpty().allSatisfy(probe -> {
            DeclaredSink sink = kinds.stream()
                    .filter(kind -> kind.kind().equals(probe.kind()))
                    .findFirst()
                    .orElseThrow();
            assertThat(probe.settings().map(SinkPagesTest::understood))
                    .isSubsetOf(sink.settings().map(SinkPagesTest::understood).toList());
        });
    }

    private static List<Object> understood(DeclaredSink.Setting setting) {
        return List.of(
                setting.name(),
                setting.required(),
                setting.defaultValue(),
                String.valueOf(setting.keys().get("type")),
                String.valueOf(setting.keys().get("format")));
    }

    private static void holds(String file, Pattern part, String expected) throws IOException {
        String text = Files.readString(Path.of(file));
        Matcher found = part.matcher(text);
        assertThat(found.find())
                .as("the part of %s that is made from the Kamelets", file)
                .isTrue();
        if (WRITE) {
            Files.writeString(Path.of(file), text.substring(0, found.start()) + expected + text.substring(found.end()));
        } else {
            assertThat(found.group())
                    .as("%s; write it anew with: mvn -q test -Dtest=SinkPagesTest -Dregenerate", file)
                    .isEqualTo(expected);
        }
    }
}
