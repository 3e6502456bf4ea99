package com.giosg.chatreports.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.giosg.chatreports.simulator.http.Inbox;
import com.giosg.chatreports.simulator.world.Organizations;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {

    private Simulator simulator;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.start(SimulatorSettings.defaults().withInboxToken("opens"));
        client = Client.of(simulator, Organizations.ACME);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void keeps_what_is_posted_once_for_each_key() throws Exception {
        assertThat(send("rows", "POST", "opens", "k-1", "one").statusCode()).isEqualTo(201);
        assertThat(send("rows", "PUT", "opens", "k-2", "two").statusCode()).isEqualTo(201);
        assertThat(send("rows", "POST", "opens", "k-1", "one again").statusCode())
                .isEqualTo(200);
        assertThat(send("other", "POST", "opens", "k-1", "three").statusCode()).isEqualTo(201);

        assertThat(simulator.inbox().messages("rows"))
                .extracting(Inbox.Message::key, message -> message.request().body())
                .containsExactly(tuple("k-1", "one"), tuple("k-2", "two"));
        assertThat(Client.json(send("rows", "GET", "opens", "", "")).findValuesAsText("body"))
                .containsExactly("one", "two");
        assertThat(simulator.journal().entries("/inbox/")).hasSize(5);
    }

    @Test
    void opens_only_to_its_token() throws Exception {
        assertThat(send("rows", "POST", "other", "k-1", "one").statusCode()).isEqualTo(401);
        assertThat(client.post("/inbox/rows", "one").statusCode()).isEqualTo(401);
        assertThat(send("rows", "HEAD", "other", "", "").statusCode()).isEqualTo(401);
        assertThat(send("rows", "HEAD", "opens", "", "").statusCode()).isEqualTo(200);
        assertThat(simulator.inbox().messages("rows")).isEmpty();
    }

    @Test
    void refuses_what_it_does_not_know_and_what_is_too_large() throws Exception {
        assertThat(send("rows", "DELETE", "opens", "", "").statusCode()).isEqualTo(405);
        assertThat(send("a/b", "POST", "opens", "k", "one").statusCode()).isEqualTo(404);
        assertThat(send("rows", "POST", "opens", "k", "x".repeat((1 << 20) + 1)).statusCode())
                .isEqualTo(413);
        assertThat(simulator.inbox().messages("rows")).isEmpty();
    }

    @Test
    void keeps_the_latest_thousand() throws Exception {
        for (int number = 0; number <= 1000; number++) {
            send("rows", "POST", "opens", "k-" + number, "x");
        }
        assertThat(simulator.inbox().messages("rows"))
                .hasSize(1000)
                .first()
                .extracting(Inbox.Message::key)
                .isEqualTo("k-1");
    }

    @Test
    void faults_hit_it_as_well() throws Exception {
        simulator.faults().add("status=503,times=1,path=/inbox/");
        assertThat(send("rows", "POST", "opens", "k-1", "one").statusCode()).isEqualTo(503);
    }

    private HttpResponse<String> send(String inbox, String method, String token, String key, String body)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(simulator.url().resolve("/inbox/" + inbox))
                .header("Authorization", "Bearer " + token)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return client.send(
                key.isEmpty()
                        ? request.build()
                        : request.header("Idempotency-Key", key).build());
    }
}
