package com.giosg.chatreports.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.Spoken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} says about sinks of the shipped kinds sftp and endpoint. */
class SftpSettingsTest {

    private static final String PASSWORD = "password: \"{{env:PASSWORD}}\"";

    @TempDir
    private Path folder;

    private Path known;

    @BeforeEach
    void makeTheFiles() throws IOException {
        known = Files.writeString(folder.resolve("known_hosts"), "sftp.example.com ssh-ed25519 AAAA");
    }

    @Test
    void aPasswordOrAKeyIsEnough() {
        assertThat(problems(sftp(PASSWORD))).isEmpty();
        assertThat(problems(sftp("private-key-file: " + known))).isEmpty();
        assertThat(problems(sftp("private-key-file: %s, passphrase: \"{{env:PASSWORD}}\"".formatted(known))))
                .isEmpty();
    }

    @Test
    void oneOfPasswordAndKeyIsNeeded() {
        assertThat(problems(sftp("port: 22")))
                .containsExactly("6 sinks.out a sink of the kind sftp needs \"password\" or \"private-key-file\"");
    }

    @Test
    void passwordAndKeyTogetherAreRefused() {
        assertThat(problems(sftp(PASSWORD + ", private-key-file: " + known)))
                .containsExactly(
                        "6 sinks.out.private-key-file a sink of the kind sftp takes \"password\" or \"private-key-file\","
                                + " not both; remove one");
    }

    @Test
    void filesThatDoNotExistAreNamed() {
        List<String> problems = problems("type: sftp, host: sftp.example.com, username: acme, directory: /incoming, "
                + "known-hosts-file: %1$s/none, private-key-file: %1$s/no-key".formatted(folder));

        assertThat(problems).hasSize(2);
        assertThat(problems.get(0))
                .startsWith("6 sinks.out.known-hosts-file there is no readable file \"%s/none\"".formatted(folder))
                .contains("`ssh-keyscan -p PORT HOST` prints the lines");
        assertThat(problems.get(1))
                .startsWith("6 sinks.out.private-key-file there is no readable file \"%s/no-key\"".formatted(folder));
    }

    @Test
    void aPasswordThatStandsInTheFileIsRefused() {
        assertThat(problems(sftp("password: open-sesame")))
                .singleElement()
                .asString()
                .contains("a secret must not stand in this file")
                .doesNotContain("sesame");
    }

    @Test
    void aPasswordThatCamelWouldTakeForAReferenceIsRefused() {
        assertThat(problems(sftp("password: \"{{env:BRACES}}\"")))
                .containsExactly(
                        "6 sinks.out.password must not stand for a secret that holds {{ or }}; choose another one");
    }

    @Test
    void aHostIsNoAddress() {
        assertThat(problems(sftp(PASSWORD).replace("sftp.example.com", "\"sftp.example.com:22?x=y\"")))
                .singleElement()
                .asString()
                .contains("does not look right; write it like sftp.example.com");
    }

    @Test
    void aDirectoryThatLeadsOutIsRefused() {
        assertThat(problems(sftp(PASSWORD).replace("/incoming", "/incoming/../other")))
                .singleElement()
                .asString()
                .contains("does not look right; write it like /incoming");
    }

    @Test
    void anEndpointNeedsTheJarOfItsComponent() {
        assertThat(problems("type: endpoint, uri: \"file:out?x={{env:PASSWORD}}\""))
                .isEmpty();
        assertThat(problems("type: endpoint, uri: \"pigeon:loft?x={{env:PASSWORD}}\""))
                .singleElement()
                .asString()
                .startsWith("6 sinks.out.uri nothing here serves \"pigeon:\"; put the jar of that Camel component")
                .contains("camel-pigeon")
                .doesNotContain("canary");
        assertThat(problems("type: endpoint, uri: nonsense"))
                .containsExactly("6 sinks.out.uri must be the URI of a Camel endpoint, e.g. jms:queue:chat-reports");
    }

    private String sftp(String more) {
        return "type: sftp, host: sftp.example.com, username: acme, directory: /incoming, known-hosts-file: %s, %s"
                .formatted(known, more);
    }

    private List<String> problems(String sink) {
        Map<String, String> environment = Map.of("PASSWORD", "canary-1", "BRACES", "canary{{env:X}}");
        ConfigurationReader reader = new ConfigurationReader(
                ReadingForTests.catalogue(),
                SinkKinds.in(Path.of("routes/sinks")),
                Spoken.LANGUAGES,
                PropertyFunctions.of(environment::get, folder));
        try {
            reader.read(Files.writeString(folder.resolve("reports.yaml"), """
                            api: { token: "{{env:PASSWORD}}" }
                            organizations: { acme: { id: 3f2504e0-4f89-41d3-9a0c-0305e82c3301 } }
                            reports:
                              daily: { window: yesterday, time-zone: UTC, metrics: real-chats, sinks: out }
                            sinks:
                              out: { %s }
                            """.formatted(sink)), ReadingForTests.NOW);
            return List.of();
        } catch (ConfigurationProblems e) {
            assertThat(e.getMessage()).doesNotContain("canary");
            return e.problems().stream()
                    .map(problem -> problem.line() + " " + problem.path() + " " + problem.message())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
