package com.giosg.chatreports.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.giosg.chatreports.simulator.assumption.Assumption;
import com.giosg.chatreports.simulator.assumption.Assumptions;
import com.giosg.chatreports.simulator.world.Organizations;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryTest extends SimulatorTestSupport {

    private static final String ORGANIZATION = "/orgs/" + Organizations.ACME.id();

    @Test
    void tells_whom_a_token_belongs_to() throws Exception {
        JsonNode me = Client.json(client.get("/api/v5/users/me"));
        assertThat(me.path("organization_id").asText()).isEqualTo(Organizations.ACME.id());
        assertThat(me.path("organization").path("name").asText()).isEqualTo("Acme Oy");
        assertThat(me.path("full_name").asText()).isEqualTo("Reporting api-user do not delete");
    }

    @Test
    void tells_the_name_of_an_organization() throws Exception {
        assertThat(Client.json(client.get("/api/v5" + ORGANIZATION)))
                .hasToString("{\"id\":\"" + Organizations.ACME.id() + "\",\"name\":\"Acme Oy\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v5, /users, 9",
        "/api/v5, /users?include_deleted=false, 9",
        "/api/v5, /users?include_deleted=true, 10",
        "/api/v6, /teams, 4",
        "/api/v6, /teams?is_deleted=false, 3",
        "/api/v6, /teams?is_deleted=true, 1",
        "/api/v5, /teams, 3",
        "/api/v5, /rooms, 3",
    })
    void lists_users_teams_and_rooms(String version, String list, int expected) throws Exception {
        assertThat(all(version + ORGANIZATION + list)).hasSize(expected);
    }

    @Test
    void lists_rooms_at_their_old_address_too() throws Exception {
        assertThat(all("/api/v5/rooms?organization_id=" + Organizations.ACME.id()))
                .hasSize(3);
        assertThat(client.get("/api/v5/rooms?organization_id=" + Organizations.BAKERY.id())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void can_be_forbidden_while_figures_are_answered() throws Exception {
        simulator.faults().add("status=403,path=/api/v");
        for (String list : new String[] {"/api/v5%s/users", "/api/v6%s/teams", "/api/v5%s/rooms"}) {
            assertThat(client.get(list.formatted(ORGANIZATION)).statusCode()).isEqualTo(403);
        }
        assertThat(client.post(client.sessionsPath(), "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void does_not_know_users_of_partners_who_chatted() throws Exception {
        String guest = Organizations.ACME.guests().get(0).id();
        assertThat(all("/api/v5" + ORGANIZATION + "/users?include_deleted=true"))
                .noneMatch(user -> user.toString().contains(guest));
    }

    @Test
    void lists_existing_teams_only_when_that_is_assumed() throws Exception {
        Assumptions existing = Assumptions.defaults().with(Assumption.TEAMS_LISTED, "existing");
        try (Simulator other = Simulator.start(SimulatorSettings.defaults().withAssumptions(existing))) {
            JsonNode teams = Client.json(Client.of(other, Organizations.ACME).get("/api/v6" + ORGANIZATION + "/teams"));
            assertThat(teams.path("results")).hasSize(3);
        }
    }

    @Test
    void turns_pages_by_whole_addresses_that_keep_the_parameters() throws Exception {
        String path = "/api/v5" + ORGANIZATION + "/users";
        JsonNode first = Client.json(client.get(path + "?include_deleted=true"));
        String next = first.path("next").asText();
        assertThat(next).isEqualTo(simulator.url() + path + "?cursor=5&include_deleted=true");
        assertThat(first.path("previous").isNull()).isTrue();
        assertThat(first.path("results")).hasSize(5);
        JsonNode second = Client.json(client.get(next));
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(second.path("previous").asText())
                .isEqualTo(simulator.url() + path + "?cursor=0&include_deleted=true");
        assertThat(second.path("results")).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz", "-1", "", "ffffffff"})
    void answers_404_to_a_cursor_that_it_never_gave(String cursor) throws Exception {
        assertThat(client.get("/api/v5" + ORGANIZATION + "/users?cursor=" + cursor)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void describes_a_bot_a_deleted_user_and_a_shared_room() throws Exception {
        List<JsonNode> users = all("/api/v5" + ORGANIZATION + "/users?include_deleted=true");
        assertThat(users)
                .anyMatch(user ->
                        user.path("is_bot").asBoolean() && user.path("email").isNull());
        assertThat(users).anyMatch(user -> user.path("deleted_at").asText().equals("2026-06-30T13:00:00Z"));
        assertThat(users).anyMatch(user -> user.path("full_name").asText().startsWith("=SUM(A1:A9)"));
        assertThat(all("/api/v5" + ORGANIZATION + "/rooms"))
                .anyMatch(room -> room.path("is_shared").asBoolean()
                        && room.path("display_name").asText().equals("Bäckerei (shared)")
                        && room.path("organization_id").asText().equals(Organizations.BAKERY.id()));
    }

    private List<JsonNode> all(String path) throws Exception {
        List<JsonNode> results = new ArrayList<>();
        JsonNode next = null;
        do {
            JsonNode page = Client.json(client.get(next == null ? path : next.asText()));
            page.path("results").forEach(results::add);
            next = page.path("next");
        } while (!next.isNull());
        return results;
    }
}
