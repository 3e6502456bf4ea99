package com.giosg.chatreports.simulator.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.simulator.assumption.Assumption;
import com.giosg.chatreports.simulator.assumption.Assumptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures computed by hand from {@link HandMadeChats}. */
class EvaluatorTest {

    private static final String COUNT = "{'type': 'count', 'fields': ['chat_session_id']}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                                                   | 4
            {'type':'selector','dimension':'chat_type','value':'visitor'}                                        | 2
            {'type':'selector','dimension':'user_message_count','value':12}                                      | 1
            {'type':'selector','dimension':'room_ids','value':'r2'}                                              | 2
            {'type':'selector','dimension':'room_ids','value':'<room_id_here>'}                                  | 0
            {'type':'selector','dimension':'team_id','value':''}                                                 | 4
            {'type':'selector','dimension':'team_id','value':null}                                               | 4
            {'type':'bound','dimension':'user_message_count','lower':2,'ordering':'numeric'}                     | 2
            {'type':'bound','dimension':'user_message_count','lower':'2','ordering':'numeric'}                   | 2
            {'type':'bound','dimension':'user_message_count','lower':2,'ordering':'lexicographic'}               | 1
            {'type':'bound','dimension':'user_message_count','lower':2}                                          | 1
            {'type':'bound','dimension':'user_message_count','lower':1,'lowerStrict':true,'ordering':'numeric'}  | 2
            {'type':'bound','dimension':'user_message_count','upper':5,'ordering':'numeric'}                     | 3
            {'type':'bound','dimension':'user_message_count','upper':5,'upperStrict':true,'ordering':'numeric'}  | 2
            {'type':'bound','dimension':'user_message_count','lower':1,'upper':5,'ordering':'numeric'}           | 2
            {'type':'bound','dimension':'sales','lower':7.25,'lowerStrict':true,'ordering':'numeric'}            | 1
            {'type':'bound','dimension':'room_ids','lower':'r2'}                                                 | 2
            {'type':'bound','dimension':'room_ids','lower':'2','ordering':'numeric'}                             | 0
            {'type':'and','fields':[{'type':'selector','dimension':'room_ids','value':'r1'},{'type':'selector','dimension':'room_ids','value':'r2'}]} | 1
            {'type':'or','fields':[{'type':'selector','dimension':'room_ids','value':'r1'},{'type':'selector','dimension':'room_ids','value':'r2'}]}  | 4
            """)
    void filters_chats(String filter, long chats) {
        Table table = answer("all", "", COUNT, and("org", filter), Assumptions.defaults());
        assertThat(table.rows()).containsExactly(List.of(chats));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            org  |           | [[4]]
            team |           | [[2]]
            user |           | [[4]]
            team | team_id   | [[t1, 2]]
            user | user_id   | [[u1, 2], [u2, 1], [u3, 1]]
            org  | team_id   | [[null, 4]]
            org  | room_ids  | [[r1, 3], [r2, 2]]
            org  | chat_type, room_ids | [[external, r2, 1], [operator, r1, 1], [visitor, r1, 2], [visitor, r2, 1]]
            """)
    void keeps_one_row_of_a_chat_per_organization_team_and_user(String scope, String groups, String rows) {
        String groupBy = groups == null ? "" : groups.replaceAll("(\\w+)", "'$1'");
        Table table = answer("all", groupBy, COUNT, scope(scope), Assumptions.defaults());
        assertThat(table.rows()).hasToString(rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            user_message_count | [[u1, 13], [u2, 12], [u3, 5]]
            order_count        | [[u1, 2], [u2, 1], [u3, 1]]
            sales              | [[u1, 30.50], [u2, 20.00], [u3, 7.25]]
            """)
    void counts_only_orders_after_a_user_joined(String field, String rows) {
        String sum = "{'type': 'sum', 'fields': ['" + field + "']}";
        Table table = answer("all", "'user_id'", sum, scope("user"), Assumptions.defaults());
        assertThat(table.rows()).hasToString(rows);
    }

    @Test
    void can_count_a_users_own_messages_only() {
        String sum = "{'type': 'sum', 'fields': ['user_message_count']}";
        Assumptions own = Assumptions.defaults().with(Assumption.USER_MESSAGE_COUNTS, "own");
        assertThat(answer("all", "'user_id'", sum, scope("user"), own).rows())
                .hasToString("[[u1, 3], [u2, 10], [u3, 5]]");
        assertThat(answer("all", "'team_id'", sum, scope("team"), own).rows()).hasToString("[[t1, 13]]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            count       | sales       | 4
            sum         | sales       | 37.75
            avg         | sales       | 9.4375
            min         | sales       | 0.00
            max         | sales       | 30.50
            hyperUnique | visitor_ids | 4
            hyperUnique | room_ids    | 2
            """)
    void computes_every_aggregation(String type, String field, String figure) {
        String aggregation = "{'type': '" + type + "', 'fields': ['" + field + "']}";
        Table table = answer("all", "", aggregation, scope("org"), Assumptions.defaults());
        assertThat(table.rows()).hasToString("[[" + figure + "]]");
        assertThat(table.metrics()).containsExactly(type);
    }

    @Test
    void answers_inner_empty_buckets_of_a_series_as_assumed() {
        assertThat(hours("inner"))
                .hasToString("[[2020-10-29T10:00:00.000+02:00, 1], [2020-10-29T11:00:00.000+02:00, 2],"
                        + " [2020-10-29T12:00:00.000+02:00, 0], [2020-10-29T13:00:00.000+02:00, 0],"
                        + " [2020-10-29T14:00:00.000+02:00, 1]]");
        assertThat(hours("absent"))
                .hasToString("[[2020-10-29T10:00:00.000+02:00, 1], [2020-10-29T11:00:00.000+02:00, 2],"
                        + " [2020-10-29T14:00:00.000+02:00, 1]]");
        assertThat(hours("all")).hasSize(24).first().hasToString("[2020-10-29T00:00:00.000+02:00, 0]");
    }

    private static List<List<Object>> hours(String emptyBuckets) {
        Assumptions assumptions = Assumptions.defaults().with(Assumption.EMPTY_BUCKETS, emptyBuckets);
        return answer("hour", "", COUNT, scope("org"), assumptions).rows();
    }

    @Test
    void leaves_empty_buckets_of_groups_out() {
        assertThat(answer("hour", "'user_id'", COUNT, scope("user"), Assumptions.defaults())
                        .rows())
                .hasToString("[[2020-10-29T10:00:00.000+02:00, u1, 1], [2020-10-29T10:00:00.000+02:00, u2, 1],"
                        + " [2020-10-29T11:00:00.000+02:00, u1, 1], [2020-10-29T11:00:00.000+02:00, u3, 1]]");
    }

    private static String and(String scope, String filter) {
        return "{'type': 'and', 'fields': [" + scope(scope) + (filter.equals("{}") ? "" : ", " + filter) + "]}";
    }

    private static String scope(String scope) {
        return "{'type': 'selector', 'dimension': 'scope', 'value': '" + scope + "'}";
    }

    /** Asks about the local day in Helsinki; single quotes stand for double ones. */
    private static Table answer(
            String granularity, String groupBy, String aggregations, String filters, Assumptions assumptions) {
        String body = "{'interval': {'start': '2020-10-29T00:00:00.000+02:00', 'end': '2020-10-29T23:59:59.999+02:00',"
                + " 'time_zone': 'Europe/Helsinki'}, 'granularity': '" + granularity + "', 'group_by': [" + groupBy
                + "], 'aggregations': [" + aggregations + "], 'filters': " + filters + "}";
        return HandMadeChats.answer(body.replace('\'', '"'), assumptions);
    }
}
