package com.giosg.chatreports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.giosg.chatreports.cli.CommandForTests.Outcome;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorCommandTest {

    private final CommandForTests command = CommandForTests.here();

    @Test
    void servesUntilItIsStopped() throws IOException, InterruptedException, ExecutionException {
        StringWriter out = new StringWriter();
        FutureTask<Integer> serving = new FutureTask<>(() -> ChatReports.execute(
                command.surroundings(out, new StringWriter()), "simulator", "--port", "0", "--json"));
        Thread thread = new Thread(serving);
        thread.start();
        await().until(() -> out.toString().endsWith("}\n"));
        JsonNode printed = new ObjectMapper().readTree(out.toString());
        assertThat(status(printed.path("url").asText())).isEqualTo(401);
        assertThat(printed.path("organizations").path(0).path("token").asText()).isEqualTo(Organizations.ACME.token());
        thread.interrupt();
        assertThat(serving.get()).isZero();
    }

    private static int status(String url) throws IOException, InterruptedException {
        URI users = URI.create(url + "/api/v5/orgs/" + Organizations.ACME.id() + "/users");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(users).build(), BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aTakenPortIsACleanComplaint() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            Outcome outcome = command.run("simulator", "--port", String.valueOf(taken.getLocalPort()));
            assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(outcome.err()).contains("the port " + taken.getLocalPort() + " cannot be had", "--port 0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"70000", "-1", "x"})
    void aPortThatCannotBeIsACleanComplaint(String port) {
        Outcome outcome = command.run("simulator", "--port=" + port);
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains(port).doesNotContain("\tat ");
    }

    @Test
    void listsWhatCanBeAssumed() {
        assertThat(command.run("simulator", "--assumptions").out()).contains("timestamp-when-all\tabsent, present\t");
    }
}
