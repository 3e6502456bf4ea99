package com.giosg.chatreports.config;

import java.time.Duration;

/**
 * Which file a sink is given; every kind of sink takes these.
 *
 * @param format csv, json, ndjson, xlsx or html
 * @param layout a line per figure or a line per subject and bucket; a workbook holds both, a page has its own
 * @param fileName with placeholders, e.g. {@code {report}-{organization}-{window}.{format}}
 * @param delimiter between the cells of a CSV file
 * @param bom whether a CSV file starts with a byte order mark, as some spreadsheets want
 * @param formulaGuard whether text that a spreadsheet would take for a formula gets a leading apostrophe
 * @param retention how long the bytes are kept in the data folder, for sending them again
 */
public record ArtifactSettings(
        Format format,
        Layout layout,
        String fileName,
        char delimiter,
        boolean bom,
        boolean formulaGuard,
        Duration retention) {

    /** The same file in another format. */
    public ArtifactSettings in(Format other) {
        return new ArtifactSettings(other, layout, fileName, delimiter, bom, formulaGuard, retention);
    }

    /** A line per figure for whoever opens it in a spreadsheet. */
    public static ArtifactSettings plainCsv() {
        return new ArtifactSettings(Format.CSV, Layout.LONG, "rows.csv", ',', false, true, Duration.ZERO);
    }

    /** The kinds of file. */
    public enum Format {
        CSV,
        JSON,
        NDJSON,
        XLSX,
        HTML;

        /** As the configuration spells it, which is also how file names end. */
        public String id() {
            return Scalars.spelled(this);
        }

        /** Whether people read it as it is; the others hold rows for machines. */
        boolean isForPeople() {
            return this == XLSX || this == HTML;
        }

        /** Whether the figures of the whole window stand in it, each where people look for it. */
        boolean isPage() {
            return this == HTML;
        }
    }

    /** {@code LONG}: a line per figure; {@code WIDE}: a line per subject and bucket, a column per metric. */
    public enum Layout {
        LONG,
        WIDE
    }
}
