package com.giosg.chatreports.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.time.Granularity;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values arrive in the body as they are, whatever they look like. */
class HostileValuesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ShippedTemplates templates = new ShippedTemplates();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a \"quoted\" value",
                "back\\slash \\\" \\u0041",
                "two\r\nlines\tand a tab",
                "\u0000\u0007\u001f\u007f\u0085\u2028\u2029\ufeff",
                "</script><!-- ]]>",
                "${7*7} #{7*7} [=7*7]",
                "<#assign x=1>${x}<@oops/>",
                "\"}, {\"type\": \"selector\", \"dimension\": \"scope\", \"value\": \"team\"}, {\"x\": \"",
                "ääkköset İıŞ 漢字 🎉 \u202e",
                ",",
                "1e5",
                "null",
            })
    void roundTrip(String value) throws Exception {
        assertThat(rooms(List.of(value))).containsExactly(value);
        assertThat(rooms(List.of(value, "other"))).containsExactly(value, "other");
        assertThat(render(value, "bot-clicks", List.of())
                        .path("organization_id")
                        .textValue())
                .isEqualTo(value);
    }

    private List<String> rooms(List<String> rooms) throws Exception {
        return render("id", "real-chats", rooms).path("filters").findParents("dimension").stream()
                .filter(filter -> filter.path("dimension").asText().equals("room_ids"))
                .map(filter -> filter.path("value").textValue())
                .toList();
    }

    private JsonNode render(String organizationId, String metric, List<String> rooms) throws Exception {
        Request request = SampleRequests.of(
                organizationId, templates.metric(metric), Scope.USER, SampleRequests.OCTOBER, Granularity.DAY, rooms);
        return JSON.readTree(templates.bodies().render(request));
    }
}
