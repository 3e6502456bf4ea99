package com.giosg.chatreports.request;

import static com.giosg.chatreports.metrics.FilterReasoning.Answer.NO;
import static com.giosg.chatreports.metrics.FilterReasoning.Answer.YES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.giosg.chatreports.metrics.Filter;
import com.giosg.chatreports.metrics.FilterReader;
import com.giosg.chatreports.metrics.FilterReasoning;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.time.Granularity;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Giosg's definition: chats where the user has participated but which have not qualified as a real chat. */
class ShortChatsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A chat is not real when the user wrote less than twice or the visitor did not write. */
    private static final String DEFINITION = """
            {"type": "and", "fields": [
              {"type": "bound", "dimension": "user_message_count", "lower": 1, "ordering": "numeric"},
              {"type": "or", "fields": [
                {"type": "bound", "dimension": "user_message_count", "upper": 2, "upperStrict": true, "ordering": "numeric"},
                {"type": "bound", "dimension": "visitor_message_count", "upper": 0, "ordering": "numeric"}]},
              {"type": "or", "fields": [
                {"type": "selector", "dimension": "chat_type", "value": "visitor"},
                {"type": "selector", "dimension": "chat_type", "value": "external"}]},
              {"type": "selector", "dimension": "scope", "value": "%s"}]}
            """;

    private final ShippedTemplates templates = new ShippedTemplates();

    @ParameterizedTest
    @EnumSource
    void thePublishedFilterCanNeverMatch(Scope scope) throws Exception {
        String body = body("short-chats-as-published", scope);

        assertThat(FilterReasoning.canMatch(filterOf(body))).isEqualTo(NO);
        assertThat(FilterReasoning.canMatch(filterOf(body.replace("numeric", "lexicographic"))))
                .as("nor when the numbers are compared as text")
                .isEqualTo(NO);
    }

    @ParameterizedTest
    @EnumSource
    void theCorrectedFilterIsTheDefinition(Scope scope) throws Exception {
        Filter definition = FilterReader.read(JSON.readTree(DEFINITION.formatted(scope.id())));

        assertThat(FilterReasoning.areEquivalent(filterOf(body("short-chats", scope)), definition))
                .isEqualTo(YES);
    }

    @ParameterizedTest
    @EnumSource
    void noChatIsBothShortAndReal(Scope scope) throws Exception {
        Filter both =
                new Filter.All(List.of(filterOf(body("short-chats", scope)), filterOf(body("real-chats", scope))));

        assertThat(FilterReasoning.canMatch(both)).isEqualTo(NO);
    }

    private String body(String metric, Scope scope) throws Exception {
        return templates
                .bodies()
                .render(SampleRequests.of(
                        templates.metric(metric), scope, SampleRequests.OCTOBER, Granularity.DAY, List.of()));
    }

    private static Filter filterOf(String body) throws Exception {
        return FilterReader.read(JSON.readTree(body).path("filters"));
    }
}
