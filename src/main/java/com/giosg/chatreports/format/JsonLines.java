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

/** Lines as JSON objects with the columns as keys, each on a line of its own: in one array, or one after the other. */
final class JsonLines {

    private JsonLines() {}

    static void write(Lines lines, Format format, OutputStream target) throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(target).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            RowObjects objects = new RowObjects(lines, json);
            if (format == Format.JSON) {
                json.setPrettyPrinter(elementPerLine());
                json.writeStartArray();
                lines.forEach(objects);
                json.writeEndArray();
                json.writeRaw('\n');
            } else {
                json.setRootValueSeparator(null);
                lines.forEach(cells -> {
                    objects.accept(cells);
                    json.writeRaw('\n');
                });
            }
        }
    }

    /** Each element of an array on a line of its own, everything else without spaces. */
    static PrettyPrinter elementPerLine() {
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.NONE)
                .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators)
                .withArrayIndenter(new DefaultIndenter("", "\n"))
                .withObjectIndenter(NopIndenter.instance);
    }
}
