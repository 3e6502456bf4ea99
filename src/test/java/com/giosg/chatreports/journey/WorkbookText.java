package com.giosg.chatreports.journey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.StringJoiner;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as its reader sees it, sheet by sheet, for a comparison line by line; numbers as they are and as they are shown. */
final class WorkbookText {

    private static final DataFormatter FORMATTER = new DataFormatter(Locale.ROOT);

    private WorkbookText() {}

    static String of(byte[] workbook) throws IOException {
        StringBuilder text = new StringBuilder();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            for (Sheet sheet : book) {
                text.append("== ").append(sheet.getSheetName()).append(" ==\n");
                for (int index = 0; index <= sheet.getLastRowNum(); index++) {
                    text.append(line(sheet.getRow(index))).append('\n');
                }
            }
        }
        return text.toString();
    }

    private static String line(Row row) {
        StringJoiner cells = new StringJoiner(" | ");
        if (row != null) {
            for (int column = 0; column < row.getLastCellNum(); column++) {
                cells.add(cell(row.getCell(column)));
            }
        }
        return cells.toString();
    }

    private static String cell(Cell cell) {
        if (cell == null) {
            return "";
        }
        String shown = FORMATTER.formatCellValue(cell).replace("\n", "⏎");
        if (cell.getCellType() != CellType.NUMERIC) {
            return shown;
        }
        String value = BigDecimal.valueOf(cell.getNumericCellValue())
                .stripTrailingZeros()
                .toPlainString();
        return value.equals(shown) ? shown : "%s (%s)".formatted(shown, value);
    }
}
