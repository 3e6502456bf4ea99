package com.giosg.chatreports.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter.NopIndenter;
import com.fasterxml.jackson.core.util.Separators;
import com.giosg.chatreports.config.ArtifactSettings.Format;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Lines as JSON objects with the columns as keys, each on a line of its own: in one array, or one after the other. */
final class JsonLines {

    private JsonLines() {}

    static void write(Lines lines, Format format, OutputStream target) throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(target).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            boolean[] figures = figures(lines);
            if (format == Format.JSON) {
                json.setPrettyPrinter(elementPerLine());
                json.writeStartArray();
                lines.forEach(cells -> writeObject(lines.columns(), figures, cells, json));
                json.writeEndArray();
                json.writeRaw('\n');
            } else {
                json.setRootValueSeparator(null);
                lines.forEach(cells -> {
                    writeObject(lines.columns(), figures, cells, json);
                    json.writeRaw('\n');
                });
            }
        }
    }

    private static PrettyPrinter elementPerLine() {
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.NONE)
                .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators)
                .withArrayIndenter(new DefaultIndenter("", "\n"))
                .withObjectIndenter(NopIndenter.instance);
    }

    private static boolean[] figures(Lines lines) {
        boolean[] figures = new boolean[lines.columns().size()];
        for (int column = 0; column < figures.length; column++) {
            figures[column] = lines.figures().contains(lines.columns().get(column));
        }
        return figures;
    }

    private static void writeObject(List<String> columns, boolean[] figures, List<String> cells, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        for (int column = 0; column < figures.length; column++) {
            json.writeFieldName(columns.get(column));
            if (figures[column]) {
                writeFigure(cells.get(column), json);
            } else {
                json.writeString(cells.get(column));
            }
        }
        json.writeEndObject();
    }

    private static void writeFigure(String figure, JsonGenerator json) throws IOException {
        if (figure.isEmpty()) {
            json.writeNull();
        } else {
            json.writeNumber(figure);
        }
    }
}
