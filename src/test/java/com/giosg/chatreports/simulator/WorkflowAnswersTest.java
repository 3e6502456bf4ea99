package com.giosg.chatreports.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.simulator.assumption.Assumptions;
import com.giosg.chatreports.simulator.world.Organizations;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody has published an answer of the workflow API: each shape that is thinkable, and what it refuses. */
class WorkflowAnswersTest {

    private static final String QUESTION = """
            {"avg": ["dim1"],
             "where": [{"field": "category", "search": "track_chat_invite"},
                       {"field": "action", "search": "first_message_sent"},
                       {"field": "partner_organization_ids", "search": ""}],
             "timespan": {"After": "2020-10-29T00:00:00.000+02:00", "Before": "2020-10-30T23:59:59.999+02:00"}}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            workflow-answer=named      | first_message_sent | {"avg_dim1":NUMBER}
            workflow-answer=nested     | first_message_sent | {"avg":{"dim1":NUMBER}}
            workflow-answer=list       | first_message_sent | [NUMBER]
            workflow-answer=bare       | first_message_sent | NUMBER
            workflow-answer=table      | first_message_sent | {"fields":[{"name":"avg","type":"metric"}],"data":[[NUMBER]]}
            numbers=string             | first_message_sent | {"avg_dim1":"NUMBER"}
            empty-partner=none         | first_message_sent | {"avg_dim1":NUMBER}
            average-of-nothing=null    | never              | {"avg_dim1":null}
            average-of-nothing=zero    | never              | {"avg_dim1":0}
            average-of-nothing=nan     | never              | {"avg_dim1":"NaN"}
            average-of-nothing=absent  | never              | {}
            """)
    void has_the_assumed_shape(String assumption, String action, String shape) throws Exception {
        HttpResponse<String> response = ask(assumption, QUESTION.replace("first_message_sent", action));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body().replaceAll("[1-9]\\d*\\.\\d+", "NUMBER")).isEqualTo(shape);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            empty-partner=refused | "avg"    | "avg"       | where
            empty-partner=any     | "avg"    | "median"    | avg
            empty-partner=any     | "dim1"   | "dimension" | avg
            empty-partner=any     | "field"  | "dimension" | where
            empty-partner=any     | "After"  | "after"     | timespan
            """)
    void refuses_what_it_does_not_know(String assumption, String right, String wrong, String key) throws Exception {
        HttpResponse<String> response = ask(assumption, QUESTION.replace(right, wrong));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith("{\"" + key + "\":[");
    }

    private static HttpResponse<String> ask(String assumption, String body) throws Exception {
        Assumptions assumptions = Assumptions.parse(List.of(assumption));
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults().withAssumptions(assumptions))) {
            return Client.of(simulator, Organizations.ACME)
                    .post("/api/reporting/workflow/v1/orgs/" + Organizations.ACME.id() + "/query/", body);
        }
    }
}
