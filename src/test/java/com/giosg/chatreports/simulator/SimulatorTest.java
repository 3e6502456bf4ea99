package com.giosg.chatreports.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.giosg.chatreports.simulator.world.Chat;
import com.giosg.chatreports.simulator.world.Organizations;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatorTest extends SimulatorTestSupport {

    @Test
    void counts_the_chats_of_a_local_day() throws Exception {
        JsonNode answer = client.chatSessions("""
                {"interval": {"start": "2020-10-29T00:00:00.000+02:00", "end": "2020-10-30T23:59:59.999+02:00",
                              "time_zone": "Europe/Helsinki"},
                 "granularity": "day", "group_by": [],
                 "aggregations": [{"type": "count", "fields": ["chat_session_id"]}],
                 "filters": {"type": "selector", "dimension": "scope", "value": "org"}}
                """);
        List<Chat> chats = simulator
                .world()
                .chats(
                        Organizations.ACME,
                        Instant.parse("2020-10-28T22:00:00Z"),
                        Instant.parse("2020-10-29T22:00:00Z"));
        assertThat(answer.path("fields").toString())
                .isEqualTo(
                        "[{\"name\":\"timestamp\",\"type\":\"dimension\"},{\"name\":\"count\",\"type\":\"metric\"}]");
        assertThat(answer.path("data").path(0).path(0).asText()).isEqualTo("2020-10-29T00:00:00.000+02:00");
        assertThat(answer.path("data").path(0).path(1).asInt()).isEqualTo(chats.size());
    }
}
