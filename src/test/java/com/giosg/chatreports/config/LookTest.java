package com.giosg.chatreports.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which look an organization's reports have; what is wrong with one is a case of {@link ConfigurationCasesTest}. */
class LookTest {

    @TempDir
    private Path folder;

    @Test
    void theOrganizationsOwnWinsKeyByKey() throws IOException {
        Map<String, Organization> organizations = organizations("""
                look: { colour: "#0A7D4F", footer: " Agency " }
                organizations:
                  plain: { id: 3f2504e0-4f89-41d3-9a0c-0305e82c3301 }
                  own: { id: 3f2504e0-4f89-41d3-9a0c-0305e82c3302, look: { footer: Own } }
                """);

        assertThat(organizations.get("plain").look())
                .isEqualTo(new Look(Optional.of("#0a7d4f"), Optional.of("Agency")));
        assertThat(organizations.get("own").look()).isEqualTo(new Look(Optional.of("#0a7d4f"), Optional.of("Own")));
    }

    @Test
    void withoutAnyItIsTheUsualOne() throws IOException {
        assertThat(organizations("organizations: { plain: { id: 3f2504e0-4f89-41d3-9a0c-0305e82c3301 } }")
                        .get("plain")
                        .look())
                .isEqualTo(Look.USUAL);
    }

    private Map<String, Organization> organizations(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("reports.yaml"), """
                api: { token: "{{env:GIOSG_TOKEN}}" }
                reports: { weekly: { time-zone: UTC, window: last-week, metrics: real-chats, sinks: page } }
                sinks: { page: { type: file, directory: out, format: html } }
                """ + text);
        return ReadingForTests.read(file).configuration().organizations();
    }
}
