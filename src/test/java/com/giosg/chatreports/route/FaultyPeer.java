package com.giosg.chatreports.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The API and an HTTP receiver, with about one fault in a hundred calls. What the receiver keeps is written to a file, a
 * line each, so that this needs no more memory the longer it goes on.
 */
final class FaultyPeer implements AutoCloseable {

    private static final byte[] FIGURES = """
            {"fields": [{"name": "timestamp", "type": "dimension"}, {"name": "count", "type": "metric"}], "data": []}""".getBytes(StandardCharsets.UTF_8);

    private static final String INBOX = "/inbox";
    private static final int[] STATUSES = {429, 500, 502, 503, 504};

    /** Longer than the fast phase of retries, and short enough to end before a run is given up. */
    private static final int MOST_CALLS = 6;

    /** From the end of an outage to the next. */
    private static final int SPARED = 30;

    private static final int OF_CALLS = 250;

    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final JsonMapper json = new JsonMapper();
    private final HttpServer server;
    private final Writer kept;
    private final Outages api;
    private final Outages inbox;
    private long calls;

    FaultyPeer(Path journal, SplittableRandom random) throws IOException {
        kept = Files.newBufferedWriter(journal);
        api = new Outages(random.split());
        inbox = new Outages(random.split());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> serve(exchange, api));
        server.createContext(INBOX, exchange -> serve(exchange, inbox));
        server.start();
    }

    /** When one side is out of order; counted in calls. */
    private static final class Outages {

        private final SplittableRandom random;
        private int left;
        private int spared = SPARED;
        private long faults;

        Outages(SplittableRandom random) {
            this.random = random;
        }

        boolean hits() {
            if (left == 0 && spared > 0) {
                spared--;
                return false;
            }
            if (left == 0 && random.nextInt(OF_CALLS) == 0) {
                left = random.nextInt(1, MOST_CALLS + 1);
            }
            if (left == 0) {
                return false;
            }
            left--;
            spared = SPARED;
            faults++;
            return true;
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    URI inbox() {
        return url().resolve(INBOX);
    }

    synchronized long calls() {
        return calls;
    }

    synchronized long faults() {
        return api.faults + inbox.faults;
    }

    /** Without closing an exchange the connection breaks off. */
    private void serve(HttpExchange exchange, Outages side) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        int status = status(exchange, side, body);
        if (status == 0) {
            throw new IOException("broken off on purpose");
        }
        try (exchange;
                OutputStream out = exchange.getResponseBody()) {
            exchange.sendResponseHeaders(status, FIGURES.length);
            out.write(FIGURES);
        }
    }

    /** 0: none. A receiver may have kept what it does not confirm. */
    private synchronized int status(HttpExchange exchange, Outages side, byte[] body) throws IOException {
        calls++;
        boolean hit = side.hits();
        int fault = hit ? side.random.nextInt(STATUSES.length + 2) : 0;
        boolean unconfirmed = hit && fault == STATUSES.length;
        if (side == inbox && (!hit || unconfirmed)) {
            keep(exchange, body, unconfirmed);
        }
        return !hit ? 200 : fault < STATUSES.length ? STATUSES[fault] : 0;
    }

    private void keep(HttpExchange exchange, byte[] body, boolean unconfirmed) throws IOException {
        JsonNode call = json.readTree(body);
        boolean whole = call.at("/rows").findValuesAsText("status").stream().noneMatch("gap"::equals);
        kept.write("%s %s %s %s %s%n"
                .formatted(
                        !whole ? "with-gaps" : unconfirmed ? "unconfirmed" : "confirmed",
                        exchange.getRequestHeaders().getFirst("X-Report-Run"),
                        call.at("/report").asText(),
                        OffsetDateTime.parse(call.at("/window/start").asText()).toInstant(),
                        OffsetDateTime.parse(call.at("/window/end").asText()).toInstant()));
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.shutdownNow();
        kept.close();
    }
}
