package com.giosg.chatreports.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Editors offer exactly what the reader takes. */
class SchemaTest {

    private static final Path SCHEMA = Path.of("config/reports.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<DeclaredKeys> declaredKeys() {
        return DeclaredKeys.ofEverySection();
    }

    @ParameterizedTest
    @MethodSource("declaredKeys")
    void hasTheKeysThatTheReaderDeclares(DeclaredKeys section) throws IOException {
        JsonNode properties = schema().at(section.schemaPointer() + "/properties");
        assertThat(properties.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(section.keys());
    }

    @ParameterizedTest
    @ValueSource(strings = {"as-designed", "smallest", "several-organizations", "measures-without-effect"})
    void acceptsWhatTheReaderAccepts(String right) throws IOException {
        assertThat(validate(ReadingForTests.CASES.resolve(right).resolve("reports.yaml")))
                .isEmpty();
    }

    @Test
    void acceptsTheStarter() throws IOException {
        assertThat(validate(Path.of("config/reports.yaml"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrong-names",
                "wrong-types",
                "missing-keys",
                "secrets",
                "windows-and-schedules",
                "measures",
                "look"
            })
    void rejectsGrossErrors(String wrong) throws IOException {
        assertThat(validate(ReadingForTests.CASES.resolve(wrong).resolve("reports.yaml")))
                .isNotEmpty();
    }

    @Test
    void explainsEveryKeyWithADefaultOrAnExample() throws IOException {
        List<String> unexplained = new ArrayList<>();
        collectUnexplained(schema(), "", unexplained);
        assertThat(unexplained).isEmpty();
    }

    private static void collectUnexplained(JsonNode node, String path, List<String> unexplained) {
        for (Map.Entry<String, JsonNode> property : node.path("properties").properties()) {
            JsonNode key = property.getValue();
            boolean said = key.has("title") && key.has("description");
            boolean shown =
                    key.has("default") || key.has("examples") || key.has("properties") || key.has("minProperties");
            boolean condition = key.has("const");
            if (!condition && !(said && shown)) {
                unexplained.add(path + "/" + property.getKey());
            }
        }
        node.properties()
                .forEach(child -> collectUnexplained(child.getValue(), path + "/" + child.getKey(), unexplained));
    }

    private static JsonNode schema() throws IOException {
        return JSON.readTree(SCHEMA.toFile());
    }

    private static Set<ValidationMessage> validate(Path yaml) throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema());
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        Object loaded = new Load(settings).loadFromString(Files.readString(yaml));
        return schema.validate(JSON.valueToTree(loaded));
    }
}
