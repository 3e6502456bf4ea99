package com.giosg.chatreports.journey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The sheet of a workbook that holds every row, read by another library than the one that wrote it. */
final class WorkbookRows {

    private static final String SHEET = "All rows";

    private WorkbookRows() {}

    static List<ReportRow> of(byte[] workbook) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            return StreamSupport.stream(book.getSheet(SHEET).spliterator(), false)
                    .skip(1)
                    .map(WorkbookRows::row)
                    .toList();
        }
    }

    private static ReportRow row(Row line) {
        return ReportRow.of(IntStream.range(0, ReportRow.COLUMNS.size())
                .mapToObj(column -> text(line.getCell(column)))
                .toList());
    }

    private static String text(Cell cell) {
        if (cell == null) {
            return "";
        }
        return cell.getCellType() == CellType.NUMERIC
                ? BigDecimal.valueOf(cell.getNumericCellValue()).toPlainString()
                : cell.getStringCellValue();
    }
}
