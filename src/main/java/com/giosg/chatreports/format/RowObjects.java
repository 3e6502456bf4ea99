package com.giosg.chatreports.format;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Writes lines as JSON objects with the columns as keys. */
final class RowObjects implements Lines.Sink {

    private final List<String> columns;
    private final boolean[] figures;
    private final JsonGenerator json;

    RowObjects(Lines lines, JsonGenerator json) {
        this.columns = lines.columns();
        this.figures = new boolean[columns.size()];
        for (int column = 0; column < figures.length; column++) {
            figures[column] = lines.figures().contains(columns.get(column));
        }
        this.json = json;
    }

    @Override
    public void accept(List<String> cells) throws IOException {
        json.writeStartObject();
        for (int column = 0; column < figures.length; column++) {
            json.writeFieldName(columns.get(column));
            if (figures[column]) {
                writeFigure(cells.get(column));
            } else {
                json.writeString(cells.get(column));
            }
        }
        json.writeEndObject();
    }

    private void writeFigure(String figure) throws IOException {
        if (figure.isEmpty()) {
            json.writeNull();
        } else {
            json.writeNumber(figure);
        }
    }
}
