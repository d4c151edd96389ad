package vn.tonghop.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as its reader opens it. */
final class Sheets {

  private Sheets() {}

  static void read(byte[] bytes, Consumer<XSSFWorkbook> check) {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      check.accept(book);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The row whose cell has that text and those below it, to the first gap. */
  static List<Row> from(Sheet sheet, int column, String text) {
    List<Row> rows = new ArrayList<>();
    for (Row row : sheet) {
      boolean follows =
          !rows.isEmpty() && row.getRowNum() == rows.get(rows.size() - 1).getRowNum() + 1;
      if (follows || (rows.isEmpty() && text(row, column).equals(text))) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** Empty unless it is a cell of text. */
  static String text(Row row, int column) {
    Cell cell = row.getCell(column);
    return cell == null || cell.getCellType() != CellType.STRING ? "" : cell.getStringCellValue();
  }

  static double number(Row row, int column) {
    return row.getCell(column).getNumericCellValue();
  }

  /** All texts of a sheet, one a line. */
  static String text(Sheet sheet) {
    StringBuilder text = new StringBuilder();
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (cell.getCellType() == CellType.STRING) {
          text.append(cell.getStringCellValue().replace('\u00a0', ' ')).append('\n');
        }
      }
    }
    return text.toString();
  }
}
