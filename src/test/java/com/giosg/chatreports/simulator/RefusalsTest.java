package com.giosg.chatreports.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.simulator.assumption.Assumption;
import com.giosg.chatreports.simulator.assumption.Assumptions;
import com.giosg.chatreports.simulator.world.Organizations;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest extends SimulatorTestSupport {

    private static final String QUESTION = """
            {"interval": {"start": "2020-10-29T00:00:00.000+02:00", "end": "2020-10-30T23:59:59.999+02:00",
                          "time_zone": "Europe/Helsinki"},
             "granularity": "day", "group_by": [],
             "aggregations": [{"type": "count", "fields": ["chat_session_id"]}],
             "filters": {"type": "selector", "dimension": "scope", "value": "org"}}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"acme-demo-token", "Token wrong", "Bearer acme-demo-token", "Token  acme-demo-token"})
    void answers_401_without_a_valid_token(String authorization) throws Exception {
        HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(simulator.url().resolve("/api/v5/users/me"))
                        .header("Authorization", authorization)
                        .build());
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).startsWith("{\"detail\":");
    }

    @Test
    void answers_403_to_the_token_of_another_organization() throws Exception {
        String path = Client.of(simulator, Organizations.BAKERY).sessionsPath();
        assertThat(client.post(path, QUESTION).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/reporting/v1/orgs/00000000-0000-4000-8000-000000000000/chat_sessions",
                "/api/reporting/v1/orgs/ACME/chat_sessions/",
                "/api/reporting/workflow/v1/orgs/ACME/query",
                "/api/reporting/v1/orgs/ACME/visitor_sessions",
                "/"
            })
    void answers_404_to_what_does_not_exist(String path) throws Exception {
        String address = path.replace("ACME", Organizations.ACME.id());
        assertThat(client.post(address, QUESTION).statusCode()).isEqualTo(404);
    }

    @Test
    void answers_405_to_the_wrong_method_and_names_the_right_one() throws Exception {
        HttpResponse<String> response = client.get(client.sessionsPath());
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("POST");
        assertThat(client.post("/api/v5/users/me", "{}").statusCode()).isEqualTo(405);
    }

    @Test
    void answers_415_to_a_body_that_is_not_called_json() throws Exception {
        HttpRequest request = client.request(client.sessionsPath())
                .POST(HttpRequest.BodyPublishers.ofString(QUESTION))
                .build();
        assertThat(client.send(request).statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "granularity": "day"      | "granularity": "quarter"            | {"granularity":["\\"quarter\\" is not a valid choice."]}
            "granularity": "day",     | ``                                  | {"granularity":["\\"\\" is not a valid choice."]}
            "interval"                | "intervall"                         | {"interval":["This field is required."]}
            2020-10-29T00:00:00.000+02:00 | 2020-10-29                      | {"interval":["Not a time with an offset: \\"2020-10-29\\"."]}
            2020-10-30T               | 2020-10-28T                         | {"interval":["The end is before the start."]}
            2020-10-30T               | 2021-10-30T                         | {"interval":["The time range can be at most 180 days."]}
            Europe/Helsinki           | Europe/Helsinky                     | {"interval":["Unknown time zone: \\"Europe/Helsinky\\"."]}
            "group_by": []            | "group_by": ["sales"]               | {"group_by":["Cannot group by \\"sales\\"."]}
            "group_by": []            | "group_by": "user_id"               | {"group_by":["Expected a list."]}
            "type": "count"           | "type": "median"                    | {"aggregations":["Unknown aggregation: \\"median\\"."]}
            "type": "count"           | "type": "sum"                       | {"aggregations":["Dimension \\"chat_session_id\\" is no number."]}
            "aggregations"            | "aggregation"                       | {"aggregations":["This list may not be empty."]}
            "dimension": "scope"      | "dimension": "Scope"                | {"filters":["Unknown dimension: \\"Scope\\"."]}
            "type": "selector"        | "type": "select"                    | {"filters":["Unknown filter type: \\"select\\"."]}
            "type": "selector"        | "type": "bound"                     | {"filters":["A bound needs \\"lower\\" or \\"upper\\"."]}
            "type": "selector"        | "type": "and", "fields": []         | {"filters":["\\"fields\\" of \\"and\\" must not be empty."]}
            "type": "selector"        | "type": "or"                        | {"filters":["\\"fields\\" of \\"or\\" must not be empty."]}
            "value": "org"            | "values": ["org"]                   | {"filters":["A selector needs a \\"value\\"."]}
            "type": "selector"        | "type": "bound", "lower": "two", "ordering": "numeric" | {"filters":["\\"lower\\" of a bound cannot be \\"two\\"."]}
            "type": "selector"        | "type": "bound", "lower": 2, "ordering": "strlen"      | {"filters":["Unknown ordering: \\"strlen\\"."]}
            "type": "selector"        | "type": "bound", "lower": 2, "lowerStrict": "yes"      | {"filters":["\\"lowerStrict\\" must be true or false."]}
            """)
    void answers_400_to_a_question_that_is_wrong(String right, String wrong, String detail) throws Exception {
        assertThat(QUESTION).contains(right);
        HttpResponse<String> response = client.post(client.sessionsPath(), QUESTION.replace(right, wrong));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo(detail.replace("\\\\", "\\"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{} {}", "{\"a\": 1, \"a\": 2}", "nothing"})
    void answers_400_to_what_is_no_json_object(String body) throws Exception {
        HttpResponse<String> response = client.post(client.sessionsPath(), body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith("{\"detail\":\"JSON parse error");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"interval": {}}                                                      | vendor
            {"vendor": "com.giosg.chat", "organization_id": "another"}            | organization_id
            {"vendor": "com.giosg.chat", "aggregations": []}                      | aggregations
            {"vendor": "com.giosg.chat", "aggregations": ["count"], "filters": 1} | filters
            """)
    void answers_400_to_wrong_questions_about_events(String body, String key) throws Exception {
        HttpResponse<String> response = client.post("/api/events/v2/orgs/" + Organizations.ACME.id() + "/fetch/", body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith("{\"" + key + "\":[");
    }

    @Test
    void allows_longer_ranges_when_that_is_assumed() throws Exception {
        Assumptions unlimited = Assumptions.defaults().with(Assumption.MAX_DAYS, "unlimited");
        try (Simulator other = Simulator.start(SimulatorSettings.defaults().withAssumptions(unlimited))) {
            Client patient = Client.of(other, Organizations.CORNER);
            assertThat(patient.chatSessions(QUESTION.replace("2020-10-30T", "2021-10-30T"))
                            .path("data"))
                    .hasSizeGreaterThan(300);
        }
    }

    @Test
    void allows_180_local_days_over_a_clock_change() throws Exception {
        String summer = QUESTION.replace("2020-10-30T23:59:59.999+02:00", "2021-04-27T00:00:00.000+03:00");
        assertThat(client.post(client.sessionsPath(), summer).statusCode()).isEqualTo(200);
        String longer = summer.replace("04-27T00:00:00.000", "04-27T00:00:00.001");
        assertThat(client.post(client.sessionsPath(), longer).statusCode()).isEqualTo(400);
    }
}
