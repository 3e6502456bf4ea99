package com.giosg.chatreports.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.giosg.chatreports.simulator.world.Organization;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks a simulator as a plain client would, with the token of one organization. */
record Client(URI server, Organization organization, HttpClient http) {

    static Client of(Simulator simulator, Organization organization) {
        return new Client(simulator.url(), organization, HttpClient.newHttpClient());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    JsonNode chatSessions(String body) throws IOException, InterruptedException {
        return json(post(sessionsPath(), body));
    }

    JsonNode events(String body) throws IOException, InterruptedException {
        return json(post("/api/events/v2/orgs/" + organization.id() + "/fetch", body));
    }

    JsonNode workflow(String body) throws IOException, InterruptedException {
        return json(post("/api/reporting/workflow/v1/orgs/" + organization.id() + "/query/", body));
    }

    String sessionsPath() {
        return "/api/reporting/v1/orgs/" + organization.id() + "/chat_sessions";
    }

    /** A request with the right token; the time-out only ends tests that went wrong. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Token " + organization.token())
                .timeout(Duration.ofSeconds(60));
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + ": " + response.body());
        }
        return new JsonMapper().readTree(response.body());
    }
}
