package com.giosg.chatreports.simulator.http;

import com.giosg.chatreports.simulator.query.Table;
import java.util.List;

/** A table as Giosg prints it: {@code fields}, then {@code data}. */
record TableView(List<Table.Column> fields, List<List<Object>> data) {

    static TableView of(Table table) {
        return new TableView(table.fields(), table.rows());
    }
}
