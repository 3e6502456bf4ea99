package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.metrics.Metric;

/**
 * A metric as it stands at the head of a column or a line.
 *
 * @param id as in files
 * @param title what readers call it
 * @param unit what one of it is
 * @param addsUp whether figures of buckets make one of the window
 */
public record Heading(String id, String title, String unit, boolean addsUp) {

    static Heading of(Metric metric, Language language) {
        return new Heading(
                metric.id(),
                language.title(metric),
                language.unit(metric),
                metric.aggregation().addsUp());
    }
}
