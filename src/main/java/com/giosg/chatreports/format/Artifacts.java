package com.giosg.chatreports.format;

import com.giosg.chatreports.config.ArtifactSettings;
import com.giosg.chatreports.config.ArtifactSettings.Format;
import com.giosg.chatreports.config.ArtifactSettings.Layout;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.format.page.HtmlPage;
import com.giosg.chatreports.format.view.BadReportTemplate;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.SealableFile;
import com.giosg.chatreports.row.SealedFile;
import freemarker.template.Configuration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Turns the parts of a run into artifacts. The same parts and settings always give the same bytes.
 *
 * @param templates what pages look like
 */
public record Artifacts(Configuration templates) {

    /**
     * Makes an artifact, which gets its name only when it is complete and forced to disk.
     *
     * @param parts in the order of the rows
     * @param facts what the artifact says or needs to know besides
     * @param target in a folder that exists
     * @throws TooManyLines when the wide layout would not fit into memory
     * @throws BadReportTemplate when the template of pages does not work
     */
    public SealedFile write(List<Part> parts, ArtifactSettings settings, ReportFacts facts, Path target)
            throws IOException, TooManyLines, BadReportTemplate {
        if (LongCsv.isConcatenation(parts, settings)) {
            return LongCsv.write(parts, target);
        }
        try (SealableFile file = new SealableFile(target)) {
            switch (settings.format()) {
                case XLSX ->
                    XlsxArtifact.write(parts, facts, target.toAbsolutePath().getParent(), file);
                case HTML -> HtmlPage.write(parts, facts, templates, file);
                case CSV, JSON, NDJSON -> writeLines(parts, settings, facts, file);
            }
            return file.seal();
        }
    }

    /** Makes the plain list of all rows, a line per figure, which nothing but the parts is needed for. */
    public static SealedFile rows(List<Part> parts, Path target) throws IOException {
        ArtifactSettings plain = ArtifactSettings.plainCsv();
        if (LongCsv.isConcatenation(parts, plain)) {
            return LongCsv.write(parts, target);
        }
        try (SealableFile file = new SealableFile(target)) {
            CsvLines.write(new LongLines(parts), plain, file);
            return file.seal();
        }
    }

    private static void writeLines(List<Part> parts, ArtifactSettings settings, ReportFacts facts, SealableFile file)
            throws IOException, TooManyLines {
        Lines lines = settings.layout() == Layout.WIDE ? WideLines.of(parts, facts) : new LongLines(parts);
        if (settings.format() == Format.CSV) {
            CsvLines.write(lines, settings, file);
        } else {
            JsonLines.write(lines, settings.format(), file);
        }
    }
}
