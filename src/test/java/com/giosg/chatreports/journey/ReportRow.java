package com.giosg.chatreports.journey;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * A row as every format holds it, true or written; two rows that say the same are equal, however they spell a number.
 *
 * @param value to 16 digits, which is as many as the simulator prints of an average, and without zeros at its end
 */
record ReportRow(
        String organizationId,
        String organization,
        String metric,
        String scope,
        String subjectId,
        String subject,
        String bucketStart,
        String bucketEnd,
        String granularity,
        String value,
        String unit,
        String status) {

    static final List<String> COLUMNS = List.of(
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

    ReportRow {
        value = normal(value);
    }

    static ReportRow of(List<String> cells) {
        if (cells.size() != COLUMNS.size()) {
            throw new IllegalArgumentException(
                    "a row has %d cells, not %d: %s".formatted(COLUMNS.size(), cells.size(), cells));
        }
        return new ReportRow(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                cells.get(5),
                cells.get(6),
                cells.get(7),
                cells.get(8),
                cells.get(9),
                cells.get(10),
                cells.get(11));
    }

    /** A cell of a CSV file as a spreadsheet shows it: without the apostrophe that keeps it from being a formula. */
    static String unguarded(String cell) {
        return cell.matches("(?s)'[=+\\-@\t\r].*") ? cell.substring(1) : cell;
    }

    /** The one spelling of a number; nothing stays nothing. */
    static String normal(String number) {
        return number.isEmpty()
                ? ""
                : new BigDecimal(number)
                        .round(MathContext.DECIMAL64)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** What the row is about: everything but the figure itself. */
    ReportRow withoutFigure() {
        return new ReportRow(
                organizationId,
                organization,
                metric,
                scope,
                subjectId,
                subject,
                bucketStart,
                bucketEnd,
                granularity,
                "",
                unit,
                "");
    }

    ReportRow asGap() {
        return new ReportRow(
                organizationId,
                organization,
                metric,
                scope,
                subjectId,
                subject,
                bucketStart,
                bucketEnd,
                granularity,
                "",
                unit,
                "gap");
    }
}
