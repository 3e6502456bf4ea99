package com.giosg.chatreports.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinkKindsTest {

    private final SinkKinds kinds = SinkKinds.in(ReadingForTests.SINKS);

    @TempDir
    private Path folder;

    @Test
    void areNamedAfterTheirFiles() {
        assertThat(kinds.names()).containsExactly("email", "file", "http", "sftp");
        assertThat(kinds.find("pigeon")).isEmpty();
    }

    @Test
    void declareTheirSettings() {
        SinkKind file = kinds.find("file").orElseThrow();

        assertThat(file.title()).isEqualTo("File");
        assertThat(file.properties())
                .extracting(SinkProperty::name)
                .containsExactly("directory", "on-conflict", "permissions");
        assertThat(file.find("directory").orElseThrow().required()).isTrue();
        assertThat(file.find("on-conflict"))
                .contains(new SinkProperty(
                        "on-conflict",
                        "On conflict",
                        "What happens when another file has the name.",
                        SinkProperty.Type.STRING,
                        false,
                        false,
                        false,
                        false,
                        0,
                        Integer.MAX_VALUE,
                        Optional.empty(),
                        List.of("overwrite", "version", "fail"),
                        Optional.empty(),
                        Optional.of("overwrite"),
                        Optional.empty(),
                        List.of()));
    }

    @Test
    void tellWhatTheyAreHanded() {
        assertThat(kinds.find("file").orElseThrow().takes()).isEqualTo(SinkKind.Takes.FILE);
        assertThat(kinds.find("email").orElseThrow().takes()).isEqualTo(SinkKind.Takes.MAIL);
        assertThat(kinds.find("http").orElseThrow().takes()).isEqualTo(SinkKind.Takes.BATCH);
    }

    @Test
    void tellSecretsAndListsAndWebAddressesAndWhatDependsOnTheArtifact() {
        SinkKind email = kinds.find("email").orElseThrow();

        assertThat(email.find("password").orElseThrow().secret()).isTrue();
        assertThat(email.find("attach").orElseThrow().type()).isEqualTo(SinkProperty.Type.ARRAY);
        assertThat(email.find("attach").orElseThrow().choices()).contains("xlsx");
        assertThat(kinds.find("http").orElseThrow().find("url").orElseThrow().webAddress())
                .isTrue();
        assertThat(email.find("subject").orElseThrow().placeholders()).isTrue();
        assertThat(email.find("from").orElseThrow().placeholders()).isFalse();
    }

    @Test
    void saysWhatIsWrongWithAKamelet() throws IOException {
        Files.writeString(folder.resolve("broken-sink.kamelet.yaml"), "spec: [");
        Files.writeString(folder.resolve("empty-sink.kamelet.yaml"), "spec: {}");
        Files.writeString(
                folder.resolve("typo-sink.kamelet.yaml"),
                "spec: { definition: { properties: { directory: { type: sting } } } }");
        Files.writeString(
                folder.resolve("pattern-sink.kamelet.yaml"),
                "spec: { definition: { properties: { directory: { pattern: '(' } } } }");
        SinkKinds wrong = SinkKinds.in(folder);

        assertThatThrownBy(() -> wrong.find("broken")).isInstanceOf(ConfigurationProblems.class);
        assertThatThrownBy(() -> wrong.find("empty")).hasMessageContaining("a Kamelet needs spec.definition");
        assertThatThrownBy(() -> wrong.find("pattern")).hasMessageContaining("is not a regular expression");
        assertThatThrownBy(() -> wrong.find("typo")).hasMessageContaining("did you mean \"string\"?");
    }

    @Test
    void saysWhatIsWrongWithAKameletAmongTheOtherProblems() throws IOException {
        Files.writeString(folder.resolve("file-sink.kamelet.yaml"), "spec: {}");
        ConfigurationReader reader = ReadingForTests.reader(folder, SinkKinds.in(folder));
        Path wrong = ReadingForTests.CASES.resolve("missing-keys/reports.yaml");
        Path file = Files.writeString(
                folder.resolve("reports.yaml"),
                Files.readString(wrong).replace("{ directory", "{ type: file, directory"));

        assertThatThrownBy(() -> reader.read(file, ReadingForTests.NOW))
                .hasMessageContaining("a Kamelet needs spec.definition")
                .hasMessageContaining("needs \"window\"");
    }

    @Test
    void needAFolder() {
        assertThatThrownBy(() -> SinkKinds.in(folder.resolve("missing")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be listed");
    }
}
