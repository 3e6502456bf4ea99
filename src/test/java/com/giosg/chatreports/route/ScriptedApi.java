package com.giosg.chatreports.route;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;

/** A real server on loopback that answers what a test tells it to, and remembers what it was asked. */
final class ScriptedApi implements AutoCloseable {

    /** A figure for each of the two days that {@link Samples} ask for. */
    static final Reply FIGURES = json("""
            {"fields": [{"name": "timestamp", "type": "dimension"}, {"name": "count", "type": "metric"}],
             "data": [["2020-10-29T00:00:00.000+02:00", 3], ["2020-10-30T00:00:00.000+02:00", 4]]}""");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final LinkedBlockingDeque<Reply> replies = new LinkedBlockingDeque<>();
    private final Map<String, Deque<Reply>> elsewhere = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    ScriptedApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** What was asked. */
    record Call(String method, URI uri, Headers headers, String body) {}

    /** What is answered. */
    @FunctionalInterface
    interface Reply {

        void to(HttpExchange exchange) throws IOException;
    }

    static Reply json(String body) {
        return status(200, Map.of("Content-Type", "application/json"), body);
    }

    static Reply status(int status, Map<String, String> headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        };
    }

    /** One after the other; the last of them for ever. */
    void answers(Reply... inTurn) {
        replies.clear();
        replies.addAll(List.of(inTurn));
    }

    /** The same for requests whose address, with its query, contains a text. */
    void answersAt(String address, Reply... inTurn) {
        elsewhere.put(address, new LinkedBlockingDeque<>(List.of(inTurn)));
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.add(new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            reply(exchange.getRequestURI()).to(exchange);
        }
    }

    private synchronized Reply reply(URI asked) {
        Deque<Reply> there = elsewhere.entrySet().stream()
                .filter(replacement -> asked.toString().contains(replacement.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(replies);
        return there.size() > 1 ? there.remove() : there.element();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
