package com.giosg.chatreports.journey;

import com.giosg.chatreports.network.FaultyLink;
import com.giosg.chatreports.network.NetworkFault;
import com.giosg.chatreports.route.MailServer;
import com.giosg.chatreports.route.SftpServer;
import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** One report, whose way to one peer has a fault; and later none. */
final class NetworkTrial implements AutoCloseable {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-04T14:20:00Z"));
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(600);

    private final Path folder;
    private final NetworkPeer peer;
    private final NetworkFault fault;
    private final Simulator simulator;
    private final Served served;
    private final FaultyLink link;

    /**
     * Nothing has happened yet.
     *
     * @param faults how many connections have the fault
     */
    NetworkTrial(Path folder, NetworkPeer peer, NetworkFault fault, int faults, SSLContext certificate)
            throws IOException {
        this.folder = folder;
        this.peer = peer;
        this.fault = fault;
        simulator = Simulator.start(SimulatorSettings.defaults());
        simulator.faults().add("path=chat_sessions,subjects=25,rows=1500");
        served = peer.serve(folder, simulator, certificate);
        link = new FaultyLink(served.port());
        link.begin(fault, peer.spot(fault), faults);
    }

    /** With time-outs that the fault outlasts. */
    Journey.Outcome run() throws IOException {
        return journey().run(configuration(timeOutsThatMatter()), "daily");
    }

    /** With nothing in the way any more. */
    Journey.Outcome retryWithoutFault() throws IOException {
        link.mend();
        Path reports = Files.writeString(folder.resolve("reports.yaml"), configuration(peer.timeOuts(LONG, LONG)));
        return journey().execute("retry", "--failed", "--config", reports.toString(), "--data", data().toString());
    }

    int connections() {
        return link.connections();
    }

    List<byte[]> arrived() throws IOException {
        return served.arrived();
    }

    List<String> leftovers() throws IOException {
        return served.leftovers();
    }

    Path data() {
        return folder.resolve("data");
    }

    int port() {
        return link.port();
    }

    private String timeOutsThatMatter() {
        return switch (fault) {
            case SILENCE, STALL -> peer.timeOuts(SHORT, LONG);
            case DRIP -> peer.timeOuts(LONG, SHORT);
            // What is no line with a status is passed over, and such a line waited for.
            case CORRUPTION -> peer.timeOuts(peer == NetworkPeer.HTTP ? SHORT : LONG, LONG);
            default -> peer.timeOuts(LONG, LONG);
        };
    }

    private Journey journey() {
        return new Journey(
                folder,
                Map.of(
                        "TOKEN",
                        Organizations.ACME.token(),
                        "INBOX",
                        SimulatorSettings.INBOX_TOKEN,
                        "SMTP",
                        MailServer.PASSWORD,
                        "SFTP",
                        SftpServer.PASSWORD),
                CLOCK);
    }

    private String configuration(String timeOuts) throws IOException {
        boolean isApi = peer == NetworkPeer.API;
        return """
                api: { url: "http://127.0.0.1:%d", directory-url: "%s", token: "{{env:TOKEN}}"%s }
                organizations: { acme: { id: %s } }
                reports:
                  daily:
                    { time-zone: Europe/Helsinki, window: 2026-10-26..2026-10-29, metrics: real-chats, scopes: [user],
                      granularity: hour, fill: false, sinks: target }
                sinks:
                  target: { %s%s }
                """.formatted(
                        isApi ? link.port() : simulator.url().getPort(),
                        simulator.url(),
                        isApi ? ", " + timeOuts : "",
                        Organizations.ACME.id(),
                        served.sink(link.port()),
                        isApi ? "" : ", " + timeOuts);
    }

    @Override
    public void close() throws IOException {
        link.close();
        served.close();
        simulator.close();
    }
}
