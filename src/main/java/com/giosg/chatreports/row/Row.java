package com.giosg.chatreports.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One figure: the one table that every format and sink starts from. A row has twelve cells, which are the columns of
 * every machine-readable format; it keeps them in the groups in which rows share them.
 *
 * @param figure what was asked: {@code organization_id}, {@code organization}, {@code metric}, {@code scope}
 * @param about whom the value is about: {@code subject_id}, {@code subject}
 * @param bucket of which time: {@code bucket_start}, {@code bucket_end}, {@code granularity}
 * @param value a plain number or empty
 * @param qualifiers what the value means: {@code unit}, {@code status}
 */
public record Row(Cells figure, Cells about, Cells bucket, String value, Cells qualifiers) {

    /** The names of the columns, in order. */
    public static final List<String> COLUMNS = List.of(
            "organization_id",
            "organization",
            "metric",
            "scope",
            "subject_id",
            "subject",
            "bucket_start",
            "bucket_end",
            "granularity",
            "value",
            "unit",
            "status");

    /** The row with these cells, one for each of {@link #COLUMNS}. */
    public static Row of(List<String> cells) {
        if (cells.size() != COLUMNS.size()) {
            throw new IllegalArgumentException(
                    "a row has %d cells, not %d: %s".formatted(COLUMNS.size(), cells.size(), cells));
        }
        return new Row(
                new Cells(cells.subList(0, 4)),
                new Cells(cells.subList(4, 6)),
                new Cells(cells.subList(6, 9)),
                cells.get(9),
                new Cells(cells.subList(10, 12)));
    }

    /** As printed, one for each of {@link #COLUMNS}. */
    public List<String> cells() {
        List<String> cells = new ArrayList<>(COLUMNS.size());
        cells.addAll(figure.texts());
        cells.addAll(about.texts());
        cells.addAll(bucket.texts());
        cells.add(value);
        cells.addAll(qualifiers.texts());
        return cells;
    }

    /** UUID. */
    public String organizationId() {
        return figure.text(0);
    }

    /** The organization's name. */
    public String organization() {
        return figure.text(1);
    }

    /** The metric's id. */
    public String metric() {
        return figure.text(2);
    }

    /** {@code org}, {@code team} or {@code user}. */
    public String scope() {
        return figure.text(3);
    }

    /** UUID of the team or user; empty for {@code org} and for figures that belong to nobody. */
    public String subjectId() {
        return about.text(0);
    }

    /** Name of the team or user, its id where no name is known; empty for {@code org}. */
    public String subject() {
        return about.text(1);
    }

    /** ISO-8601 with the offset of the report's zone. */
    public String bucketStart() {
        return bucket.text(0);
    }

    /** Exclusive; as {@link #bucketStart()}. */
    public String bucketEnd() {
        return bucket.text(1);
    }

    /** As the API spells it. */
    public String granularity() {
        return bucket.text(2);
    }

    /** What one of the value is. */
    public String unit() {
        return qualifiers.text(0);
    }

    public Status status() {
        return Status.valueOf(qualifiers.text(1).toUpperCase(Locale.ROOT));
    }

    /** Whether a value can be trusted, from best to worst. */
    public enum Status {
        /** Answered. */
        OK,
        /** Asked, but there was nothing to average. */
        NONE,
        /** Answered, but the figure can still change. */
        PROVISIONAL,
        /** Could not be had: never 0. */
        GAP;

        /** As printed. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
