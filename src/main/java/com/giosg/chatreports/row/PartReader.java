package com.giosg.chatreports.row;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.stream.Stream;

/** Reads rows back from parts. */
public final class PartReader {

    private PartReader() {}

    /** The rows in their order, read as they are asked for; close the stream. */
    public static Stream<Row> rows(Part part) throws IOException {
        return CsvReader.builder().ofCsvRecord(part.file()).stream().skip(1).map(line -> Row.of(line.getFields()));
    }
}
