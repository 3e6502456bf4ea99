package com.giosg.chatreports.journey;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Where a started application says how it is. */
record ManagementPort(int number) {

    /** One that nobody uses so far. */
    static ManagementPort free() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return new ManagementPort(free.getLocalPort());
        }
    }

    /** The section of the configuration. */
    String section() {
        return "management: { port: %d }".formatted(number);
    }

    String page() throws IOException, InterruptedException {
        return get("/");
    }

    String metrics() throws IOException, InterruptedException {
        return get("/observe/metrics");
    }

    String get(String path) throws IOException, InterruptedException {
        return response("GET", path).body();
    }

    HttpResponse<String> response(String method, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:%d%s".formatted(number, path));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
