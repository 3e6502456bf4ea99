package com.giosg.chatreports.tls;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** An HTTPS server on loopback that gives one JSON answer to everything, and remembers what arrived. */
public final class TlsServer implements AutoCloseable {

    private final byte[] answer;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> received = new CopyOnWriteArrayList<>();

    private HttpsServer server;

    public TlsServer(SSLContext identity, String answer) throws IOException {
        this.answer = answer.getBytes(StandardCharsets.UTF_8);
        this.server = started(identity, 0);
    }

    private HttpsServer started(SSLContext identity, int port) throws IOException {
        HttpsServer made = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        made.setHttpsConfigurator(new HttpsConfigurator(identity) {
            @Override
            public void configure(HttpsParameters parameters) {
                connections.incrementAndGet();
                super.configure(parameters);
            }
        });
        made.setExecutor(threads);
        made.createContext("/", this::serve);
        made.start();
        return made;
    }

    /** Starts anew at the same address, as a server does whose certificate is another one. */
    public void becomes(SSLContext identity) throws IOException {
        int port = server.getAddress().getPort();
        server.stop(0);
        server = started(identity, port);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    public URI url() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The bodies of all requests: of those, too, that a client broke off after its headers. */
    public List<String> received() {
        return List.copyOf(received);
    }

    /** How often somebody wanted to see who it is. */
    public int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
