package com.giosg.chatreports.simulator.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.giosg.chatreports.simulator.assumption.Assumptions;
import com.giosg.chatreports.simulator.world.Event;
import com.giosg.chatreports.simulator.world.Organizations;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody knows about the answers: each value of each assumption that shapes a table. */
class AssumedAnswersTest {

    private static final String DAY =
            "'start': '2020-10-29T00:00:00.000+02:00', 'end': '2020-10-29T23:59:59.999+02:00', 'time_zone': 'Europe/Helsinki'";
    private static final String EMPTY_DAY = DAY.replace("2020-10-29T", "2020-10-28T");
    private static final String UP_TO_C2 =
            DAY.replace("2020-10-29T23:59:59.999+02:00", "2020-10-29T11:30:00.000+02:00");
    private static final String SUM = "{'type': 'sum', 'fields': ['sales']}";
    private static final String AVERAGE = "{'type': 'avg', 'fields': ['sales']}";
    private static final String COUNT = "{'type': 'count', 'fields': ['chat_session_id']}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            timestamp-when-all=absent  | [sum]            | [[37.75]]
            timestamp-when-all=present | [timestamp, sum] | [[2020-10-29T00:00:00.000+02:00, 37.75]]
            metric-column=field        | [sales]          | [[37.75]]
            metric-column=both         | [sum_sales]      | [[37.75]]
            """)
    void shapes_columns(String assumption, String columns, String rows) {
        Table table = chats(assumption, DAY, "all", SUM);
        assertThat(table.fields().stream().map(Table.Column::name).toList()).hasToString(columns);
        assertThat(table.rows()).hasToString(rows);
    }

    @Test
    void tells_two_sums_apart() {
        Table table = chats("metric-column=aggregation", DAY, "all", SUM + "," + SUM.replace("sales", "order_count"));
        assertThat(table.metrics()).containsExactly("sum_sales", "sum_order_count");
    }

    @Test
    void prints_decimals_as_texts_but_never_counts() {
        List<Object> row =
                chats("numbers=string", DAY, "all", COUNT + "," + SUM).rows().get(0);
        assertThat(row).containsExactly(4L, "37.75");
    }

    @Test
    void prints_timestamps_in_the_asked_zone_or_in_utc() {
        assertThat(chats("timestamps=zone", DAY, "day", COUNT).rows())
                .hasToString("[[2020-10-29T00:00:00.000+02:00, 4]]");
        assertThat(chats("timestamps=utc", DAY, "day", COUNT).rows()).hasToString("[[2020-10-28T22:00:00.000Z, 4]]");
    }

    @Test
    void takes_the_end_of_the_interval_as_assumed() {
        assertThat(chats("interval-end=exclusive", UP_TO_C2, "all", COUNT).rows())
                .hasToString("[[1]]");
        assertThat(chats("interval-end=inclusive", UP_TO_C2, "all", COUNT).rows())
                .hasToString("[[2]]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            average-of-nothing=null   | [[0, null]]
            average-of-nothing=zero   | [[0, 0]]
            average-of-nothing=nan    | [[0, NaN]]
            average-of-nothing=absent | []
            empty-answer=row          | [[0, null]]
            empty-answer=none         | []
            """)
    void answers_about_nothing(String assumption, String rows) {
        assertThat(chats(assumption, EMPTY_DAY, "all", COUNT + "," + AVERAGE).rows())
                .hasToString(rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no-user=null   | [[u1, 2], [null, 1]]
            no-user=empty  | [[u1, 2], [, 1]]
            no-user=absent | [[u1, 2]]
            """)
    void groups_events_without_a_user(String assumption, String rows) throws Exception {
        String body = "{'vendor': 'com.giosg.chat', 'sources': ['trusted'], 'interval': {" + DAY
                + "}, 'granularity': 'all', 'group_by': ['user_id'], 'aggregations': ['count'], 'filters': {}}";
        Assumptions assumptions = Assumptions.parse(List.of(assumption));
        Query query = new QueryReader(assumptions)
                .events(new JsonMapper().readTree(body.replace('\'', '"')), Organizations.ACME);
        Stream<Item> items = Stream.of(Optional.of("u1"), Optional.<String>empty(), Optional.of("u1"))
                .map(user -> new EventRow(Organizations.ACME, event(user)));
        assertThat(new Evaluator(assumptions).answer(query, items).rows())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(rows.substring(1, rows.length() - 1).split("(?<=]), ", -1));
    }

    private static Event event(Optional<String> user) {
        return new Event(
                Instant.parse("2020-10-29T10:00:00Z"),
                "com.giosg.chat",
                "trusted",
                "chat_invitation",
                "created",
                "",
                user,
                Optional.empty(),
                "c1",
                List.of(),
                List.of(),
                BigDecimal.ONE,
                Optional.empty());
    }

    /** Single quotes stand for double ones. */
    private static Table chats(String assumption, String interval, String granularity, String aggregations) {
        String body = "{'interval': {" + interval + "}, 'granularity': '" + granularity + "', 'group_by': [],"
                + " 'aggregations': [" + aggregations
                + "], 'filters': {'type': 'selector', 'dimension': 'scope', 'value': 'org'}}";
        return HandMadeChats.answer(body.replace('\'', '"'), Assumptions.parse(List.of(assumption)));
    }
}
