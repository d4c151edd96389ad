package vn.tonghop.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Fills a form in, as a clerk does in a spreadsheet. */
final class FilledForm {

  /** The row below title and header. */
  private static final int FIRST = 4;

  private FilledForm() {}

  /** Writes one task into the first row, done so far in percent. */
  static void fill(Path form, int percent) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(form))) {
      XSSFRow row = book.getSheet("tasks").getRow(FIRST);
      row.getCell(5).setCellValue("T1");
      row.getCell(6).setCellValue("Rà soát thủ tục");
      row.getCell(7).setCellValue("Bộ Chính trị (POLITBURO)");
      row.getCell(8).setCellValue("Công tác cán bộ (CADRES)");
      row.getCell(9).setCellValue("Đang thực hiện (IN_PROGRESS)");
      row.getCell(12).setCellValue(percent);
      try (OutputStream out = Files.newOutputStream(form)) {
        book.write(out);
      }
    }
  }
}
