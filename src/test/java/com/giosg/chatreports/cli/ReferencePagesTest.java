package com.giosg.chatreports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.giosg.chatreports.row.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The reference pages say neither less nor more than there is. */
class ReferencePagesTest {

    private final JsonNode schema;

    ReferencePagesTest() throws IOException {
        schema = new ObjectMapper()
                .readTree(Path.of("config/reports.schema.json").toFile());
    }

    @ParameterizedTest
    @CsvSource({
        "Top,          ''",
        "api,          /properties/api",
        "organizations, /definitions/organization",
        "look,         /definitions/look",
        "reports,      /definitions/report",
        "targets,      /definitions/target",
        "sinks,        /definitions/sink",
        "ledger,       /properties/ledger",
        "runs,         /properties/runs",
        "management,   /properties/management"
    })
    void everyKeyOfTheConfigurationIsExplained(String heading, String pointer) throws IOException {
        List<List<String>> lines = Markdown.read("docs/reference/configuration.md")
                .section(heading)
                .tableLines();
        List<List<String>> expected = expected(schema.at(pointer));
        assertThat(lines)
                .extracting(line -> List.of(line.get(0), line.get(2), line.get(3)))
                .isEqualTo(expected);
        assertThat(lines).allSatisfy(line -> assertThat(line.get(1)).isNotEmpty());
    }

    private static List<List<String>> expected(JsonNode section) {
        List<String> required = new ArrayList<>();
        section.path("required").forEach(key -> required.add(key.asText()));
        List<List<String>> lines = new ArrayList<>();
        for (Map.Entry<String, JsonNode> key : section.path("properties").properties()) {
            String standard = required.contains(key.getKey()) ? "required" : standard(key.getValue());
            lines.add(List.of(
                    "`" + key.getKey() + "`",
                    standard,
                    key.getValue().path("description").asText()));
        }
        return lines;
    }

    private static String standard(JsonNode key) {
        JsonNode standard = key.path("default");
        if (standard.isMissingNode()) {
            return "—";
        }
        return "`" + (standard.isTextual() ? standard.asText() : standard.toString()) + "`";
    }

    @Test
    void everyCommandAndOptionIsMentioned() throws IOException {
        Markdown page = Markdown.read("docs/reference/commands.md");
        Markdown readme = Markdown.read("README.md").section("Commands");
        CommandLine root = ChatReports.withEveryCommand(CommandForTests.here().surroundings());
        for (Map.Entry<String, CommandLine> command : root.getSubcommands().entrySet()) {
            assertThat(readme.text()).contains("| `" + command.getKey());
            assertThat(page.section(command.getKey()).tableLines())
                    .extracting(line -> line.get(0))
                    .containsExactlyInAnyOrderElementsOf(command.getValue().getCommandSpec().options().stream()
                            .filter(option -> !option.inherited() && !isCommon(option))
                            .map(ReferencePagesTest::spelled)
                            .toList());
        }
    }

    private static boolean isCommon(OptionSpec option) {
        return option.usageHelp() || option.versionHelp();
    }

    private static String spelled(OptionSpec option) {
        return "`" + option.longestName() + (takesValue(option) ? " " + option.paramLabel() : "") + "`";
    }

    private static boolean takesValue(ArgSpec argument) {
        return argument.arity().max() > 0;
    }

    @Test
    void everyColumnIsExplained() throws IOException {
        List<List<String>> lines =
                Markdown.read("docs/reference/rows.md").section("Rows").tableLines();
        assertThat(lines).extracting(line -> line.get(0).replace("`", "")).isEqualTo(Row.COLUMNS);
    }
}
