package com.giosg.chatreports.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.giosg.chatreports.row.SealableFile;
import com.giosg.chatreports.row.SealedFile;
import com.giosg.chatreports.time.Times;
import com.giosg.chatreports.time.Window;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Divides lines among documents while they pass. */
final class BatchWriter implements Lines.Sink, Closeable {

    /** As in the rows. */
    private final Lines lines;

    private final Envelope envelope;
    private final int size;
    private final long batches;
    private final Path target;
    private final List<SealedFile> written = new ArrayList<>();
    private SealableFile file;
    private JsonGenerator json;
    private RowObjects rows;
    private int rowsInBatch;

    /** A writer of all lines, whose number has to be known beforehand. */
    BatchWriter(Lines lines, Envelope envelope, int size, Path target) throws IOException {
        this.lines = lines;
        this.envelope = envelope;
        this.size = size;
        this.batches = Math.max(1, (lines.count() + size - 1) / size);
        this.target = target;
        begin();
    }

    @Override
    public void accept(List<String> cells) throws IOException {
        if (rowsInBatch == size) {
            end();
            begin();
        }
        rows.accept(cells);
        rowsInBatch++;
    }

    /** Completes the last document and names them all. */
    List<SealedFile> finish() throws IOException {
        end();
        return written;
    }

    private void begin() throws IOException {
        file = new SealableFile(path(written.size() + 1));
        json = new JsonFactory().createGenerator(file).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setPrettyPrinter(JsonLines.elementPerLine());
        rows = new RowObjects(lines, json);
        rowsInBatch = 0;
        writeEnvelope();
        json.writeArrayFieldStart("rows");
    }

    private void writeEnvelope() throws IOException {
        json.writeStartObject();
        json.writeStringField("run", envelope.run());
        json.writeStringField("report", envelope.report());
        json.writeStringField("organization", envelope.organization());
        Window window = envelope.window();
        json.writeObjectFieldStart("window");
        json.writeStringField("start", Times.print(window.start()));
        json.writeStringField("end", Times.print(window.end()));
        json.writeStringField("zone", window.zone().getId());
        json.writeEndObject();
        json.writeNumberField("batch", written.size() + 1);
        json.writeNumberField("batches", batches);
    }

    private void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
        written.add(file.seal());
    }

    private Path path(int number) {
        String name = target.getFileName().toString();
        String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        return target.resolveSibling("%s-%04d.json".formatted(stem, number));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
