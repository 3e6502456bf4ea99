package com.giosg.chatreports.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped Kamelet of the HTTP sink lets an operator set. */
class HttpSinkSettingsTest {

    private static final SinkKinds SHIPPED = SinkKinds.in(Path.of("routes/sinks"));

    @TempDir
    private Path folder;

    @Test
    void rowsComeInJsonBatchesOfAThousandUnlessSaidOtherwise() throws IOException {
        assertThat(sink("").artifact().format()).isEqualTo(ArtifactSettings.Format.JSON);
        assertThat(sink("").batch()).isEqualTo(OptionalInt.of(1000));
        assertThat(sink("batch: 17").batch()).isEqualTo(OptionalInt.of(17));
        assertThat(sink("format: ndjson").batch()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "authorization",
                "Content-Type",
                "content-length",
                "Content-Digest",
                "Idempotency-Key",
                "Host",
                "Cookie",
                "Connection",
                "Transfer-Encoding",
                "User-Agent",
                "X-Report-Run",
                "webhook-signature",
                "CamelHttpUri",
                "camelHttpPath",
                "Proxy-Authorization",
                "'X Key'",
                "'X:Key'",
                "'X\\nKey'",
                "Ünïcode",
                "'#bean'",
                "''"
            })
    void headersThatAreNotTheOperatorsCannotBeSet(String name) {
        assertThatThrownBy(() -> sink("headers: { X-Right: x, %s: x }".formatted(name.replace('\'', '"'))))
                .isInstanceOf(ConfigurationProblems.class)
                .hasMessageContaining("has a problem")
                .hasMessageContaining("cannot be called")
                .hasMessageContaining("the token has a setting of its own");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "headers: { X-A: \"a\\r\\nX-B: b\" } | headers.X-A  must be one line without control characters",
                "headers: { X-A: \"{{env:TWO_LINES}}\" } | headers.X-A  must be one line without control characters",
                "headers: { X-A: Zoë } | headers.X-A  \"Zoë\" does not look right",
                "headers: { X-A: \"{report}\" } | headers.X-A  cannot hold placeholders",
                "headers: { X-A: [a] } | headers.X-A  must be a text, not a list",
                "headers: {} | headers  must not be empty",
                "headers: X-A | headers  must be a section with keys, not a single value",
                "batch: 0 | batch  must be a whole number from 1 to 100000, not \"0\"",
                "batch: 100001 | batch  must be a whole number from 1 to 100000",
                "format: csv, batch: 10 | batch  belongs to format: json; a file of the format csv is sent whole, so remove it",
                "token: literal | token  a secret must not stand in this file",
                "signing-secret: literal | signing-secret  a secret must not stand in this file",
                "token-type: 'B C' | token-type  \"B C\" does not look right; write it like Token",
                "total-timeout: soon | total-timeout  \"soon\" does not look right; write it like 2m",
                "method: GET | method  cannot be \"GET\"; it can be: POST, PUT"
            })
    void whatIsWrongIsSaid(String settings, String problem) {
        assertThatThrownBy(() -> sink(settings))
                .isInstanceOf(ConfigurationProblems.class)
                .hasMessageContaining("has a problem")
                .hasMessageContaining("sinks.out." + problem)
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain(ReadingForTests.CANARY + "-"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://example.com/{organisation} | did you mean \"organization\"?",
                "https://example.com/{recipients} | must not hold {recipients}",
                "http://{organization}.example.com/ | must start with https://",
                "'{organization}' | must be an address such as",
                "https://me:secret@example.com/ | must not hold a user name or password",
                "'https://example.com/${body}' | must not hold ${"
            })
    void anAddressIsOneWhateverItsPlaceholdersStandFor(String url, String problem) {
        assertThatThrownBy(() -> read("url: \"%s\"".formatted(url)))
                .isInstanceOf(ConfigurationProblems.class)
                .hasMessageContaining("has a problem")
                .hasMessageContaining("sinks.out.url")
                .hasMessageContaining(problem);
    }

    @Test
    void headersBecomeLinesAndKeepTheirReferences() throws IOException {
        assertThat(sink("headers: { X-A: \"a, b: c\", X-B: \"{{env:CANARY}}\", X-N: 5 }")
                        .settings()
                        .get("headers"))
                .isEqualTo("X-A: a, b: c\nX-B: {{env:CANARY}}\nX-N: 5");
    }

    private Sink sink(String settings) throws IOException {
        return read("url: \"https://example.com/{organization}/rows?a=b\", " + settings);
    }

    private Sink read(String settings) throws IOException {
        Path file = Files.writeString(folder.resolve("reports.yaml"), """
                api: { token: "{{env:GIOSG_TOKEN}}" }
                organizations: { acme: { id: 3f2504e0-4f89-41d3-9a0c-0305e82c3301 } }
                reports: { daily: { window: yesterday, time-zone: UTC, metrics: real-chats, sinks: out } }
                sinks:
                  out: { type: http, %s }
                """.formatted(settings));
        return ReadingForTests.reader(folder, SHIPPED)
                .read(file, ReadingForTests.NOW)
                .configuration()
                .sinks()
                .get("out");
    }
}
