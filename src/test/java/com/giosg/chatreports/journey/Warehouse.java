package com.giosg.chatreports.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** A receiver of rows over HTTPS, for whoever has its token. */
final class Warehouse implements AutoCloseable {

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String token;
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /**
     * What was posted with the token.
     *
     * @param key what tells a repeat
     */
    record Call(String path, String key, JsonNode document) {

        String run() {
            return document.path("run").asText();
        }

        int batch() {
            return document.path("batch").asInt();
        }

        int batches() {
            return document.path("batches").asInt();
        }

        List<ReportRow> rows() {
            return document.path("rows").valueStream().map(Written::row).toList();
        }
    }

    Warehouse(SSLContext identity, String token) throws IOException {
        this.token = token;
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity));
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Headers headers = exchange.getRequestHeaders();
            boolean known = List.of("Bearer " + token).equals(headers.get("Authorization"));
            if (known && exchange.getRequestMethod().equals("POST")) {
                calls.add(new Call(
                        exchange.getRequestURI().getPath(), headers.getFirst("Idempotency-Key"), Written.json(body)));
            }
            exchange.sendResponseHeaders(known ? 201 : 401, -1);
        }
    }

    URI url() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    /** The ids of the runs whose rows arrived, in this order. */
    Set<String> runs() {
        return calls.stream().map(Call::run).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    List<Call> calls(String run) {
        return calls.stream().filter(call -> call.run().equals(run)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
