package com.giosg.chatreports.simulator.query;

import com.giosg.chatreports.simulator.assumption.Assumption;
import com.giosg.chatreports.simulator.assumption.Assumptions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;

/** Turns figures into the cells of an answer, as far as that is known and else as assumed. */
final class Printer {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

    private final Query query;
    private final Assumptions assumptions;

    Printer(Query query, Assumptions assumptions) {
        this.query = query;
        this.assumptions = assumptions;
    }

    Table print(SortedMap<Group, List<Tally>> tallies) {
        List<List<Object>> rows = new ArrayList<>();
        for (Map.Entry<Group, List<Tally>> entry : tallies.entrySet()) {
            if (!isLeftOut(entry.getKey(), entry.getValue())) {
                rows.add(row(entry.getKey(), entry.getValue()));
            }
        }
        if (assumptions.is(Assumption.ROW_ORDER, "random")) {
            Collections.shuffle(rows, new Random(rows.size()));
        }
        return new Table(
                dimensions(),
                query.aggregations().stream().map(Aggregation::name).toList(),
                rows);
    }

    private List<String> dimensions() {
        List<String> dimensions = new ArrayList<>();
        if (hasTimestamp()) {
            dimensions.add("timestamp");
        }
        dimensions.addAll(query.groupBy());
        return dimensions;
    }

    private boolean hasTimestamp() {
        return query.granularity() != Granularity.ALL || assumptions.is(Assumption.TIMESTAMP_WHEN_ALL, "present");
    }

    private boolean isLeftOut(Group group, List<Tally> tallies) {
        int user = query.groupBy().indexOf("user_id");
        boolean noUser = user >= 0 && group.values().get(user).isEmpty();
        boolean noFigure = tallies.stream().anyMatch(tally -> tally.figure().isEmpty());
        return (noUser && assumptions.is(Assumption.NO_USER, "absent"))
                || (noFigure && assumptions.is(Assumption.AVERAGE_OF_NOTHING, "absent"));
    }

    private List<Object> row(Group group, List<Tally> tallies) {
        List<Object> cells = new ArrayList<>();
        if (hasTimestamp()) {
            cells.add(timestamp(group.bucket()));
        }
        for (int index = 0; index < query.groupBy().size(); index++) {
            cells.add(groupCell(query.groupBy().get(index), group.values().get(index)));
        }
        tallies.forEach(tally -> cells.add(figureCell(tally.figure(), assumptions)));
        return cells;
    }

    private String timestamp(Instant bucket) {
        boolean utc = assumptions.is(Assumption.TIMESTAMPS, "utc");
        return timestamp(bucket, utc ? ZoneOffset.UTC : query.interval().zone());
    }

    static String timestamp(Instant bucket, ZoneId zone) {
        return TIMESTAMP.format(bucket.atZone(zone));
    }

    private Object groupCell(String dimension, Optional<String> value) {
        boolean emptyText = dimension.equals("user_id") && assumptions.is(Assumption.NO_USER, "empty");
        return value.orElse(emptyText ? "" : null);
    }

    /** Counts stay whole numbers whatever is assumed; a figure that cannot be had is printed as assumed. */
    static Object figureCell(Optional<Number> figure, Assumptions assumptions) {
        if (figure.isPresent()) {
            boolean text = figure.get() instanceof BigDecimal && assumptions.is(Assumption.NUMBERS, "string");
            return text ? ((BigDecimal) figure.get()).toPlainString() : figure.get();
        }
        return switch (assumptions.value(Assumption.AVERAGE_OF_NOTHING)) {
            case "zero" -> 0L;
            case "nan" -> "NaN";
            default -> null;
        };
    }
}
