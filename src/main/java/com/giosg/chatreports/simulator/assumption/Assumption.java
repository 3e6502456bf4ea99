package com.giosg.chatreports.simulator.assumption;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An unknown of the real APIs that changes what they answer. The first of its values is the one assumed unless told
 * otherwise. Giosg's pages leave all of these open; the defaults follow Apache Druid, whose query language Giosg's
 * copies, and the samples that Giosg prints.
 */
public enum Assumption {
    TIMESTAMP_WHEN_ALL("absent|present", "is there a timestamp column when the granularity is `all`"),
    TIMESTAMPS("zone|utc", "bucket starts are printed with the offset of the asked zone, or converted to `Z`"),
    INTERVAL_END("exclusive|inclusive", "does data at the very millisecond of the interval's end belong to it"),
    MAX_DAYS("180|unlimited", "longest interval in days; a longer one is answered with 400"),
    NUMBERS(
            "number|string",
            "sums, averages, minima and maxima are JSON numbers or decimal strings; counts are numbers"),
    METRIC_COLUMN("aggregation|field|both", "a metric column is called `sum`, `sales` or `sum_sales`"),
    EMPTY_BUCKETS(
            "inner|all|absent",
            "ungrouped series: buckets without data between the first and the last with data are answered, those of"
                    + " the whole interval are, or none"),
    EMPTY_ANSWER("row|none", "nothing matched, granularity `all`, no grouping: one row of 0, or no row"),
    AVERAGE_OF_NOTHING(
            "null|zero|absent|nan", "avg, min and max over no data: null, 0, the row left out, or the text `NaN`"),
    NO_USER("null|empty|absent", "group value of events without a user: null, an empty text, or the row left out"),
    ROW_ORDER("time|random", "rows come sorted by bucket and group, or in no order"),
    USER_MESSAGE_COUNTS(
            "session|own", "user_message_count under scope user and team: of the whole chat, or that user's or team's"),
    BOUND_ORDERING("lexicographic|numeric", "how a `bound` without `ordering` compares"),
    ROOMS_OF_EVENTS("accepted|refused", "do events have the dimension room_ids, or is it answered with 400"),
    EMPTY_PARTNER(
            "any|none|refused",
            "workflow: search \"\" on partner_organization_ids matches all events, those without a partner, or is a 400"),
    WORKFLOW_ANSWER(
            "named|nested|list|bare|table|unknown",
            "workflow answer: {\"avg_dim1\": 1}, {\"avg\": {\"dim1\": 1}}, [1], 1, fields and data, or another shape"),
    TEAMS_LISTED("all|existing", "v6 teams without `is_deleted`: deleted teams are listed too, or not");

    private final String values;
    private final String description;

    Assumption(String values, String description) {
        this.values = values;
        this.description = description;
    }

    /** The name in texts and on the command line, e.g. {@code timestamp-when-all}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public List<String> possibleValues() {
        return List.of(values.split("\\|", -1));
    }

    public String defaultValue() {
        return possibleValues().get(0);
    }

    public String description() {
        return description;
    }

    /**
     * The assumption of that name.
     *
     * @throws IllegalArgumentException naming all there are
     */
    public static Assumption of(String id) {
        return Arrays.stream(values())
                .filter(assumption -> assumption.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no assumption `" + id + "`; there are: "
                        + Arrays.stream(values()).map(Assumption::id).collect(Collectors.joining(", "))));
    }
}
