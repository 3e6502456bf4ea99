package com.giosg.chatreports.journey;

import com.giosg.chatreports.network.NetworkFault;
import com.giosg.chatreports.network.Spot;
import com.giosg.chatreports.route.MailServer;
import com.giosg.chatreports.route.SftpServer;
import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.http.Inbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** With whom the application speaks over a network, each with the moments at which its faults strike. */
public enum NetworkPeer {
    /** In the rows of an answer, in the body of a question. */
    API(1500, 450, 20),
    /** In a session that is encrypted already; in the text of a mail. */
    SMTP(2000, 100_000, 1),
    /** While the file is written. */
    SFTP(3000, 100_000, 1),
    /** In the line with the status, when the call has arrived; in the rows of a call. */
    HTTP(10, 50_000, 20);

    private final long answer;
    private final long upload;
    private final long pauseMillis;

    NetworkPeer(long answer, long upload, long pauseMillis) {
        this.answer = answer;
        this.upload = upload;
        this.pauseMillis = pauseMillis;
    }

    public Spot spot(NetworkFault fault) {
        return switch (fault) {
            case LATENCY -> new Spot(0, 0, Duration.ofMillis(50));
            case SLOW_START -> new Spot(0, 0, Duration.ofMillis(400));
            case DRIP -> new Spot(0, 0, Duration.ofMillis(pauseMillis));
            default -> new Spot(answer, upload, Duration.ofMillis(pauseMillis));
        };
    }

    /** As the sink's Kamelet, or the section {@code api}, calls them. */
    public String timeOuts(Duration silence, Duration whole) {
        String both = "connect-timeout: %dms, response-timeout: %<dms".formatted(silence.toMillis());
        return switch (this) {
            case API, HTTP -> both + ", total-timeout: %dms".formatted(whole.toMillis());
            case SMTP -> both + ", write-timeout: %dms".formatted(silence.toMillis());
            case SFTP -> both;
        };
    }

    Served serve(Path folder, Simulator simulator, SSLContext certificate) throws IOException {
        return switch (this) {
            case API -> new Api(folder.resolve("archive"), simulator);
            case SMTP -> new Smtp(MailServer.withStartTls(certificate));
            case SFTP -> new Sftp(folder, new SftpServer(Files.createDirectories(folder.resolve("partner"))).start());
            case HTTP -> new Http(simulator);
        };
    }

    private record Api(Path folder, Simulator simulator) implements Served {

        @Override
        public int port() {
            return simulator.url().getPort();
        }

        @Override
        public String sink(int linkPort) {
            return "type: file, directory: \"%s\"".formatted(folder);
        }

        @Override
        public List<byte[]> arrived() throws IOException {
            return contents(folder);
        }
    }

    private record Smtp(MailServer server) implements Served {

        @Override
        public int port() {
            return server.port();
        }

        @Override
        public String sink(int linkPort) {
            return "type: email, smtp: \"127.0.0.1:%d\", username: %s, password: \"{{env:SMTP}}\", from: reports@example.com, to: leads@example.com, attach: [csv]"
                    .formatted(linkPort, MailServer.USER);
        }

        @Override
        public List<byte[]> arrived() {
            return server.received().stream().map(MailServer.Received::bytes).toList();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    private record Sftp(Path folder, SftpServer server) implements Served {

        @Override
        public int port() {
            return server.port();
        }

        @Override
        public String sink(int linkPort) throws IOException {
            Path knownHosts = folder.resolve("known_hosts");
            Files.writeString(knownHosts, server.knownHosts().replace("]:" + port() + " ", "]:" + linkPort + " "));
            return "type: sftp, host: 127.0.0.1, port: %d, username: acme, password: \"{{env:SFTP}}\", known-hosts-file: \"%s\", directory: /"
                    .formatted(linkPort, knownHosts);
        }

        @Override
        public List<byte[]> arrived() throws IOException {
            return contents(folder.resolve("partner"));
        }

        @Override
        public List<String> leftovers() throws IOException {
            try (Stream<Path> files = Files.list(folder.resolve("partner"))) {
                return files.map(file -> file.getFileName().toString())
                        .filter(name -> name.startsWith("."))
                        .toList();
            }
        }

        @Override
        public void close() {
            server.close();
        }
    }

    private record Http(Simulator simulator) implements Served {

        @Override
        public int port() {
            return simulator.url().getPort();
        }

        @Override
        public String sink(int linkPort) {
            return "type: http, url: \"http://127.0.0.1:%d/inbox/rows\", token: \"{{env:INBOX}}\", format: csv"
                    .formatted(linkPort);
        }

        @Override
        public List<byte[]> arrived() {
            return simulator.inbox().messages("rows").stream()
                    .map(Inbox.Message::request)
                    .map(call -> call.body().getBytes(StandardCharsets.UTF_8))
                    .toList();
        }
    }

    /** Of the files that are finished, as their names say. */
    private static List<byte[]> contents(Path folder) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    if (!file.getFileName().toString().startsWith(".")) {
                        contents.add(Files.readAllBytes(file));
                    }
                }
            }
        }
        return contents;
    }
}
