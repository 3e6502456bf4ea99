package com.giosg.chatreports.format;

import com.giosg.chatreports.config.ArtifactSettings.Layout;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.SealedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The rows of a run as JSON documents of so many rows each. A receiver of one knows what it belongs to and how many
 * there are: {@code {run, report, organization, window: {start, end, zone}, batch, batches, rows: [...]}}.
 */
public final class Batches {

    private Batches() {}

    /**
     * Writes the documents, at least one, each as {@link Artifacts} writes a file. Of the long layout no more than one
     * row is in memory.
     *
     * @param parts in the order of the rows
     * @param facts what the wide layout needs to know besides
     * @param size how many rows a document holds
     * @param target in a folder that exists; {@code rows.json} stands for {@code rows-0001.json} and so on
     * @return the files in the order of the rows
     * @throws TooManyLines when the wide layout would not fit into memory
     */
    public static List<SealedFile> write(
            List<Part> parts, Layout layout, ReportFacts facts, Envelope envelope, int size, Path target)
            throws IOException, TooManyLines {
        Lines lines = layout == Layout.WIDE ? WideLines.of(parts, facts) : new LongLines(parts);
        try (BatchWriter writer = new BatchWriter(lines, envelope, size, target)) {
            lines.forEach(writer);
            return writer.finish();
        }
    }
}
