package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The Kamelet {@code sftp-sink} against OpenSSH, which most partners run: it takes names, folders and renames as its
 * operating system does. Log-ins are by key, since sshd checks passwords for root alone.
 */
class OpenSshTest extends RouteTestSupport {

    private static final Path SSHD = Path.of("/usr/sbin/sshd");
    private static final Path NEEDED_BY_ROOT = Path.of("/run/sshd");

    private Process sshd;
    private int port;
    private Path incoming;

    @BeforeAll
    static void needsTheServer() {
        assumeTrue(Files.isExecutable(SSHD), "needs the package openssh-server, which .ci/run installs");
        assumeTrue(
                !System.getProperty("user.name").equals("root") || Files.isDirectory(NEEDED_BY_ROOT),
                "sshd of root needs the folder /run/sshd, which .ci/run makes");
    }

    @Override
    String sinks() {
        try {
            incoming = Files.createDirectories(folder.resolve("there/incoming"));
            startServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String known = "type: sftp, host: 127.0.0.1, port: %d, username: %s, known-hosts-file: %s, private-key-file: %s"
                .formatted(
                        port, System.getProperty("user.name"), folder.resolve("known_hosts"), folder.resolve("client"));
        return """
            out: { %1$s, directory: %2$s, passphrase: "{{env:SFTP_PASSWORD}}", ready-marker: .ready }
              missing: { %1$s, directory: %2$s/none, passphrase: "{{env:SFTP_PASSWORD}}" }
              kernel: { %1$s, directory: /proc, passphrase: "{{env:SFTP_PASSWORD}}" }""".formatted(known, incoming);
    }

    private void startServer() throws IOException {
        port = freePort();
        KeyFiles.write(folder.resolve("host"), null);
        Files.writeString(
                folder.resolve("authorized_keys"),
                KeyFiles.publicLine(KeyFiles.write(folder.resolve("client"), SftpServer.PASSWORD)));
        Path settings = Files.writeString(folder.resolve("sshd_config"), """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %2$s/host
                PidFile %2$s/pid
                AuthorizedKeysFile %2$s/authorized_keys
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                PermitRootLogin prohibit-password
                Subsystem sftp internal-sftp
                """.formatted(port, folder));
        sshd = new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Awaitility.await().until(this::answers);
        askForItsKey();
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** As messages advise. */
    private void askForItsKey() throws IOException {
        Process scan = new ProcessBuilder("ssh-keyscan", "-p", String.valueOf(port), "127.0.0.1")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(folder.resolve("known_hosts").toFile())
                .start();
        assertThat(scan.onExit().orTimeout(30, TimeUnit.SECONDS).join().exitValue())
                .isZero();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    @AfterEach
    void stopTheServer() {
        sshd.destroy();
        sshd.onExit().join();
    }

    @Test
    void aReportIsWrittenAndReplacedWhileItIsRead() throws Exception {
        String old = "old".repeat(100_000);
        String young = "young".repeat(100_000);
        deliver("out", "acme/report.csv", old);
        Path report = incoming.resolve("acme/report.csv");
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
            do {
                assertThat(read(report)).isIn(old, young);
            } while (!done.get());
        });

        for (int round = 0; round < 10; round++) {
            deliver("out", "acme/report.csv", round % 2 == 0 ? young : old);
        }
        done.set(true);

        reader.get();
        assertThat(report.getParent().toFile().list()).containsExactlyInAnyOrder("report.csv", "report.csv.ready");
    }

    @Test
    void theProbeLogsIn() {
        assertThat(send("kamelet:sftp-probe/out", "", Map.of()).getException()).isNull();
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
                folder.resolve("known_hosts"),
                SftpServer.knownHosts(port, SftpServer.newKey().getPublic()));

        assertThat(failure("out", "report.csv")).contains("shows another host key");
        assertThat(incoming).isEmptyDirectory();
    }

    private void deliver(String sink, String name, String content) {
        assertThat(handOver(sink, name, content).getException()).isNull();
    }

    private String failure(String sink, String name) {
        Exchange exchange = handOver(sink, name, "figures");
        assertThat(exchange.getException()).isNotNull();
        return SinkCauses.words(exchange.getException());
    }

    private Exchange handOver(String sink, String name, String content) {
        return send("direct:sink-" + sink, artifact(content), Map.of("fileName", name));
    }

    private File artifact(String content) {
        try {
            return Files.writeString(folder.resolve("artifact"), content).toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
