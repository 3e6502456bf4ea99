package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.route.SftpServer;
import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report on its way to an SFTP server, while two others refuse it: nobody is told a secret. */
class SftpJourneyTest {

    private static final Organization ACME = Organizations.ACME;

    @TempDir
    private Path folder;

    @TempDir
    private Path there;

    @Test
    void one_server_gets_the_report_and_the_others_are_explained_without_a_secret() throws Exception {
        Files.createDirectory(there.resolve("incoming"));
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults());
                SftpServer server = new SftpServer(there).start();
                SftpServer impostor = new SftpServer(there).start()) {
            Files.writeString(
                    folder.resolve("known_hosts"),
                    server.knownHosts()
                            + SftpServer.knownHosts(
                                    impostor.port(), SftpServer.newKey().getPublic()));

            Journey.Outcome outcome = journey(simulator).run(configuration(server, impostor), "daily");

            assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(4);
            assertThat(there.resolve("incoming/acme/daily-acme-2026-10-29.csv"))
                    .content()
                    .contains("real-chats");
            assertThat(outcome.err())
                    .contains("sink wrong: 127.0.0.1:%d refused the password of acme".formatted(server.port()))
                    .contains("sink impostor: 127.0.0.1:%d shows another host key".formatted(impostor.port()));
            assertThat(impostor.passwords).isEmpty();
            Canary.assertNowhere(SftpServer.PASSWORD, outcome, folder);
            Canary.assertNowhere("canary-wrong", outcome, folder);
        }
    }

    private Journey journey(Simulator simulator) {
        return new Journey(
                folder,
                Map.of(
                        "API_URL",
                        simulator.url().toString(),
                        "TOKEN",
                        ACME.token(),
                        "PASSWORD",
                        SftpServer.PASSWORD,
                        "WRONG",
                        "canary-wrong"),
                () -> Instant.parse("2026-11-02T06:00:00Z"));
    }

    private String configuration(SftpServer server, SftpServer impostor) {
        String sink =
                "type: sftp, host: 127.0.0.1, username: acme, known-hosts-file: %s, directory: \"/incoming/{organization}\""
                        .formatted(folder.resolve("known_hosts"));
        return """
                api: { url: "{{env:API_URL}}", token: "{{env:TOKEN}}" }
                organizations: { acme: { id: %1$s } }
                reports:
                  daily: { window: 2026-10-29, time-zone: Europe/Helsinki, metrics: real-chats, sinks: [drop, wrong, impostor] }
                sinks:
                  drop: { %2$s, port: %3$d, password: "{{env:PASSWORD}}" }
                  wrong: { %2$s, port: %3$d, password: "{{env:WRONG}}", ready-marker: .ready, file-name: other.csv }
                  impostor: { %2$s, port: %4$d, password: "{{env:PASSWORD}}" }
                """.formatted(ACME.id(), sink, server.port(), impostor.port());
    }
}
