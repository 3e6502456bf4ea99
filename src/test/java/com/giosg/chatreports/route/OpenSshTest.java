package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The Kamelet {@code sftp-sink} against OpenSSH, which most partners run: it takes names, folders and renames as its
 * operating system does.
 */
@Tag("chaos-short")
class OpenSshTest extends FilesTestSupport {

    private OpenSshServer server;
    private Path incoming;

    @BeforeAll
    static void needsTheServer() {
        OpenSshServer.assumeInstalled();
    }

    @Override
    String sinks() {
        try {
            incoming = Files.createDirectories(folder.resolve("there/incoming"));
            server = new OpenSshServer(folder);
            server.start(SftpServer.PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String known = "type: sftp, host: 127.0.0.1, port: %d, username: %s, known-hosts-file: %s, private-key-file: %s"
                .formatted(server.port(), OpenSshServer.user(), server.knownHosts(), server.privateKey());
        return """
            out: { %1$s, directory: %2$s, passphrase: "{{env:SFTP_PASSWORD}}", ready-marker: .ready }
              missing: { %1$s, directory: %2$s/none, passphrase: "{{env:SFTP_PASSWORD}}" }
              kernel: { %1$s, directory: /proc, passphrase: "{{env:SFTP_PASSWORD}}" }""".formatted(known, incoming);
    }

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    @Test
    void aReportIsWrittenAndReplacedWhileItIsRead() throws Exception {
        Path report = incoming.resolve("acme/report.csv");

        replaceWhileItIsRead("out", "acme/report.csv", report, 10);

        assertThat(report.getParent().toFile().list()).containsExactlyInAnyOrder("report.csv", "report.csv.ready");
    }

    @Test
    void theProbeLogsIn() {
        assertThat(send("kamelet:sftp-probe/probe.out", "", Map.of()).getException())
                .isNull();
        assertThat(incoming).isEmptyDirectory();
    }

    @Test
    void whatCannotBeWrittenIsSaidInALine() throws IOException {
        Files.createDirectories(incoming.resolve("folder.csv/full"));

        assertThat(failure("missing", "report.csv")).startsWith("there is no folder %s/none on".formatted(incoming));
        assertThat(failure("out", "folder.csv")).startsWith(incoming + "/folder.csv is a folder there");
        assertThat(failure("kernel", "report.csv")).contains("/proc/.writing-report.csv");
        assertThat(failure("out", "../report.csv")).contains("jailed");
        assertThat(incoming.toFile().list()).containsExactly("folder.csv");
    }

    @Test
    void anotherHostKeyIsRefused() throws IOException {
        Files.writeString(
                server.knownHosts(),
                SftpServer.knownHosts(server.port(), SftpServer.newKey().getPublic()));

        assertThat(failure("out", "report.csv")).contains("shows another host key");
        assertThat(incoming).isEmptyDirectory();
    }
}
