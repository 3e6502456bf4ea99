package com.giosg.chatreports.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.simulator.http.JournalEntry;
import com.giosg.chatreports.simulator.world.Organizations;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class JournalTest {

    private static final Instant NOW = Instant.parse("2026-03-29T01:00:00Z");

    private final SimulatorSettings settings = SimulatorSettings.defaults()
            .withClock(Clock.fixed(NOW, ZoneOffset.UTC))
            .withJournalLimit(2);

    @Test
    void remembers_what_was_asked_and_answered() throws Exception {
        try (Simulator simulator = Simulator.start(settings)) {
            Client client = Client.of(simulator, Organizations.ACME);
            client.post(client.sessionsPath(), "{\"ä\": \"😀\"}");
            JournalEntry entry = simulator.journal().entries("chat_sessions").get(0);
            assertThat(entry.time()).isEqualTo(NOW);
            assertThat(entry.method()).isEqualTo("POST");
            assertThat(entry.path()).isEqualTo(client.sessionsPath());
            assertThat(entry.body()).isEqualTo("{\"ä\": \"😀\"}");
            assertThat(entry.request().header("authorization")).hasValue("Token acme-demo-token");
            assertThat(entry.status()).isEqualTo(400);
        }
    }

    @Test
    void forgets_the_oldest_beyond_its_limit() throws Exception {
        try (Simulator simulator = Simulator.start(settings)) {
            Client client = Client.of(simulator, Organizations.ACME);
            client.get("/api/v5/users/me?n=1");
            client.get("/api/v5/users/me?n=2");
            client.get("/api/v5/users/me?n=3");
            assertThat(simulator.journal().entries())
                    .extracting(JournalEntry::number)
                    .containsExactly(2L, 3L);
            assertThat(simulator.journal().received()).isEqualTo(3);
            assertThat(simulator.journal().entries().get(1).request().parameter("n"))
                    .hasValue("3");
            simulator.journal().clear();
            assertThat(simulator.journal().entries()).isEmpty();
        }
    }
}
