package com.giosg.chatreports.benchmark;

import com.giosg.chatreports.route.MailServer;
import com.giosg.chatreports.route.SftpServer;
import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.world.Organizations;
import com.giosg.chatreports.tls.TestCertificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Many reports that fall due at the same second, each for a folder, a mail server, an SFTP server and a receiver of
 * HTTP calls, and for one more receiver that takes connections and says nothing.
 *
 * @param wall from the second at which they fell due until all of them were delivered, but for those that hang
 * @param peakMemory bytes: the largest resident set
 */
record Crowd(Duration wall, long peakMemory) {

    static final int REPORTS = 25;

    private static final String HEAP = "-Xmx96m";
    private static final int LOOK_EVERY_MILLIS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Starts the application, waits for every report once, and stops it. */
    static Crowd measure(Path launcher, Path folder) throws Exception {
        Path there = Files.createDirectories(folder.resolve("crowd/incoming")).getParent();
        TestCertificates certificates = TestCertificates.in(folder);
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults());
                MailServer mails = MailServer.withStartTls(certificates.valid());
                SftpServer sftp = new SftpServer(there).start();
                ServerSocket silent = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
            Files.writeString(folder.resolve("known_hosts"), sftp.knownHosts());
            Path configuration =
                    Files.writeString(folder.resolve("crowd.yaml"), configuration(simulator, mails, sftp, silent));
            Process process = start(launcher, folder, configuration, certificates);
            try {
                return watch(process, () -> delivered(folder, there, simulator, mails));
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static Process start(Path launcher, Path folder, Path configuration, TestCertificates certificates)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "start", "--config", configuration.toString())
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(Map.of(
                        "TOKEN", Organizations.ACME.token(),
                        "INBOX_TOKEN", SimulatorSettings.INBOX_TOKEN,
                        "SFTP_PASSWORD", SftpServer.PASSWORD,
                        "SMTP_PASSWORD", MailServer.PASSWORD,
                        "JAVA_OPTS",
                                "%s -Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
                                        .formatted(HEAP, certificates.trustStore(), TestCertificates.PASSWORD)));
        return builder.start();
    }

    private static String configuration(Simulator simulator, MailServer mails, SftpServer sftp, ServerSocket silent) {
        String reports = IntStream.range(0, REPORTS)
                .mapToObj(number ->
                        "  report-%d: { every: 1m, exact-start: true, time-zone: UTC, window: yesterday, scopes: [org], metrics: real-chats, sinks: [files, mails, drop, rows, silent] }"
                                .formatted(number))
                .collect(Collectors.joining("\n"));
        return """
                api: { url: "%1$s", token: "{{env:TOKEN}}" }
                organizations: { acme: { id: %2$s } }
                reports:
                %3$s
                sinks:
                  files: { type: file, directory: out }
                  mails: { type: email, to: leads@example.com, from: reports@example.com, smtp: "127.0.0.1:%4$d", username: %5$s, password: "{{env:SMTP_PASSWORD}}" }
                  drop: { type: sftp, host: 127.0.0.1, port: %6$d, username: acme, password: "{{env:SFTP_PASSWORD}}", known-hosts-file: known_hosts, directory: /incoming }
                  rows: { type: http, url: "%1$s/inbox/rows", token: "{{env:INBOX_TOKEN}}" }
                  silent: { type: http, url: "http://127.0.0.1:%7$d/" }
                """.formatted(
                        simulator.url(),
                        Organizations.ACME.id(),
                        reports,
                        mails.port(),
                        MailServer.USER,
                        sftp.port(),
                        silent.getLocalPort());
    }

    /** Counts what has arrived. */
    private interface Arrivals {
        long count() throws IOException;
    }

    private static long delivered(Path folder, Path there, Simulator simulator, MailServer mails) throws IOException {
        long posted = simulator.journal().entries().stream()
                .filter(entry -> entry.path().startsWith("/inbox/"))
                .count();
        return files(folder.resolve("out"))
                + files(there.resolve("incoming"))
                + mails.received().size()
                + posted;
    }

    /** Only whole ones. */
    private static long files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("report-"))
                    .count();
        }
    }

    private static Crowd watch(Process process, Arrivals arrivals) throws Exception {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        long due = 0;
        long peak = 0;
        long arrived = 0;
        while (arrived < REPORTS * 4L) {
            if (process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > giveUp) {
                throw new IllegalStateException("only %d of %d were delivered".formatted(arrived, REPORTS * 4));
            }
            arrived = arrivals.count();
            due = arrived == 0 ? System.nanoTime() : due;
            peak = Math.max(peak, Measured.peakMemory(process.pid()));
        }
        return new Crowd(Duration.ofNanos(System.nanoTime() - due), peak);
    }
}
