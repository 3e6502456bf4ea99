package com.giosg.chatreports.simulator.query;

import java.util.ArrayList;
import java.util.List;

/**
 * An answer in Giosg's shape.
 *
 * @param dimensions names of the columns that say what a figure is about
 * @param metrics names of the columns with figures; they follow the dimensions
 * @param rows cells in the order of the columns: texts, numbers, nulls
 */
public record Table(List<String> dimensions, List<String> metrics, List<List<Object>> rows) {

    /** The columns as Giosg prints them. */
    public List<Column> fields() {
        List<Column> fields = new ArrayList<>();
        dimensions.forEach(name -> fields.add(new Column(name, "dimension")));
        metrics.forEach(name -> fields.add(new Column(name, "metric")));
        return fields;
    }

    /** A column's name and its type, {@code dimension} or {@code metric}. */
    public record Column(String name, String type) {}
}
