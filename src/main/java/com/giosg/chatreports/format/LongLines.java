package com.giosg.chatreports.format;

import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.PartReader;
import com.giosg.chatreports.row.Row;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A line per figure, read from the parts as it is needed. */
record LongLines(List<Part> parts) implements Lines {

    @Override
    public List<String> columns() {
        return Row.COLUMNS;
    }

    @Override
    public Set<String> figures() {
        return Set.of("value");
    }

    @Override
    public long count() {
        return parts.stream().mapToLong(Part::rows).sum();
    }

    @Override
    public void forEach(Sink sink) throws IOException {
        for (Part part : parts) {
            try (Stream<Row> rows = PartReader.rows(part)) {
                for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                    sink.accept(each.next().cells());
                }
            }
        }
    }
}
