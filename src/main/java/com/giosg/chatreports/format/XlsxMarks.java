package com.giosg.chatreports.format;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Phrase;
import com.giosg.chatreports.metrics.Aggregation;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.row.Row.Status;

/** How figures look in a workbook. */
final class XlsxMarks {

    private static final String WHOLE = "#,##0";
    private static final String ONE_DECIMAL = "#,##0.0";
    private static final String TWO_DECIMALS = "#,##0.00";

    private XlsxMarks() {}

    /** The number format of a metric; the cell keeps every digit. */
    static String format(Metric metric) {
        if (metric.unit().equals("seconds")) {
            return ONE_DECIMAL;
        }
        boolean money = metric.unit().contains("currency");
        return money || metric.aggregation() == Aggregation.AVERAGE ? TWO_DECIMALS : WHOLE;
    }

    /** The fill behind a figure that is not what it seems. */
    static String fill(Status status) {
        return status == Status.GAP ? "F4B6B6" : "FCE8B2";
    }

    /** What people call it. */
    static String name(Status status, Language language) {
        return language.text(
                switch (status) {
                    case OK -> Phrase.STATUS_OK;
                    case NONE -> Phrase.STATUS_NONE;
                    case PROVISIONAL -> Phrase.STATUS_PROVISIONAL;
                    case GAP -> Phrase.STATUS_GAP;
                });
    }

    static String meaning(Status status, Language language) {
        return language.text(
                switch (status) {
                    case OK -> Phrase.OK_MEANS;
                    case NONE -> Phrase.NONE_MEANS;
                    case PROVISIONAL -> Phrase.PROVISIONAL_MEANS;
                    case GAP -> Phrase.GAP_MEANS;
                });
    }
}
