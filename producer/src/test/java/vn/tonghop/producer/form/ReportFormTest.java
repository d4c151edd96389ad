package vn.tonghop.producer.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;

class ReportFormTest {

  private static final ReferenceData DATA = ReferenceData.bundled();
  private static final Period Q1 = Period.parse(Regime.CALENDAR, "2024-Q1").orElseThrow();
  private static final FormHead HEAD =
      new FormHead(
          DATA.unit("01", Q1.lastDay()).orElseThrow(),
          DATA.programme("CTCT-2024").orElseThrow(),
          Q1,
          Q1.lastDay());
  private static final int HEADER = 3;
  private static final int KEYS = 5;

  @Test
  void everyRowSaysWhichReportItIsOfAndTheLastTasksAreFilledIn() throws IOException {
    try (XSSFWorkbook book = form(report("2023-Q4"))) {
      XSSFSheet tasks = book.getSheet("tasks");
      assertTrue(text(tasks, 0, 0).contains("Hà Nội"), text(tasks, 0, 0));
      assertTrue(text(tasks, 0, 0).contains("Chương trình công tác năm 2024"), text(tasks, 0, 0));
      assertEquals("Mã nhiệm vụ\n(task)", text(tasks, HEADER, 5));
      for (int row : new int[] {HEADER + 1, tasks.getLastRowNum()}) {
        assertEquals("01", text(tasks, row, 0));
        assertEquals("CTCT-2024", text(tasks, row, 1));
        assertEquals("2024-Q1", text(tasks, row, 2));
        assertEquals("", text(tasks, row, 3));
        assertEquals(LocalDate.of(2024, 3, 31), date(tasks.getRow(row), 4));
      }
      XSSFRow first = tasks.getRow(HEADER + 1);
      assertEquals("T1", first.getCell(5).getStringCellValue());
      assertEquals("Bộ Chính trị (POLITBURO)", first.getCell(7).getStringCellValue());
      assertEquals("Công tác cán bộ (CADRES)", first.getCell(8).getStringCellValue());
      assertEquals("Hoàn thành (COMPLETED)", first.getCell(9).getStringCellValue());
      assertEquals(LocalDate.of(2023, 12, 1), date(first, 11));
      assertEquals(100, first.getCell(12).getNumericCellValue());
      assertEquals("", text(tasks, HEADER + 2, 5));
    }
  }

  @Test
  void figuresOfIndicatorsAreThoseOfThePeriodAlone() throws IOException {
    try (XSSFWorkbook other = form(report("2023-Q4"));
        XSSFWorkbook same = form(report("2024-Q1"))) {
      assertEquals("", text(other.getSheet("indicators"), HEADER + 1, 5));
      assertEquals("POSTS", text(same.getSheet("indicators"), HEADER + 1, 5));
      assertEquals("12.5", text(same.getSheet("indicators"), HEADER + 1, 6));
    }
  }

  /** Wrapped, they would be cut off in the first column; in grey they could not be read. */
  @Test
  void titlesRunOnOverPlainCellsAndHeadersHaveRoom() throws IOException {
    try (XSSFWorkbook book = form(null)) {
      XSSFSheet sheet = book.getSheet("tasks");
      for (int row = 0; row < HEADER; row++) {
        for (Cell cell : sheet.getRow(row)) {
          assertFalse(cell.getCellStyle().getWrapText(), cell.getAddress()::toString);
          assertEquals(FillPatternType.NO_FILL, cell.getCellStyle().getFillPattern());
          assertEquals(BorderStyle.NONE, cell.getCellStyle().getBorderBottom());
        }
        assertEquals(sheet.getRow(HEADER).getLastCellNum(), sheet.getRow(row).getLastCellNum());
      }
      assertTrue(
          sheet.getRow(HEADER).getHeightInPoints() >= 3 * sheet.getDefaultRowHeightInPoints());
    }
  }

  @Test
  void onlyWhatAClerkFillsInIsUnlocked() throws IOException {
    try (XSSFWorkbook book = form(null)) {
      for (String name : List.of("tasks", "indicators")) {
        XSSFSheet sheet = book.getSheet(name);
        assertTrue(sheet.getProtect() && sheet.isSheetLocked(), name);
        for (Cell cell : sheet.getRow(HEADER)) {
          assertTrue(cell.getCellStyle().getLocked(), cell.toString());
          int column = cell.getColumnIndex();
          Cell below = sheet.getRow(HEADER + 1).getCell(column);
          assertEquals(column < KEYS, below.getCellStyle().getLocked(), cell.toString());
        }
      }
      assertTrue(book.isSheetHidden(book.getSheetIndex("lists")));
      assertFalse(book.isSheetHidden(book.getSheetIndex("Hướng dẫn")));
    }
  }

  @Test
  void listsDatesAndPercentagesAreCheckedInEachRow() throws IOException {
    try (XSSFWorkbook book = form(null)) {
      XSSFSheet sheet = book.getSheet("tasks");
      Map<Integer, String> checks = new TreeMap<>();
      for (DataValidation each : sheet.getDataValidations()) {
        CellRangeAddress range = each.getRegions().getCellRangeAddress(0);
        assertEquals(HEADER + 1, range.getFirstRow());
        assertEquals(sheet.getLastRowNum(), range.getLastRow());
        assertTrue(each.getShowErrorBox());
        checks.put(
            range.getFirstColumn(),
            each.getValidationConstraint().getFormula1()
                + ".."
                + each.getValidationConstraint().getFormula2());
      }
      assertEquals(
          "{7=lists!$A$1:$A$5..null, 8=lists!$B$1:$B$6..null, 9=lists!$C$1:$C$4..null,"
              + " 10=36526..73050, 11=36526..45382, 12=0..100}",
          checks.toString());
      assertEquals("Chưa thực hiện (NOT_STARTED)", text(book.getSheet("lists"), 0, 2));
    }
  }

  private static XSSFWorkbook form(@Nullable ProgressReport last) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(new ReportForm(HEAD, DATA).write(last)));
  }

  private static String text(XSSFSheet sheet, int row, int cell) {
    return sheet.getRow(row).getCell(cell).getStringCellValue();
  }

  private static LocalDate date(XSSFRow row, int cell) {
    return row.getCell(cell).getLocalDateTimeCellValue().toLocalDate();
  }

  private static ProgressReport report(String period) {
    LocalDate done = LocalDate.of(2023, 12, 1);
    TaskLine task =
        new TaskLine(
            "T1", "Rà soát", "POLITBURO", "CADRES", TaskStatus.COMPLETED, done, done, 100, null);
    return new ProgressReport(
        "01",
        "CTCT-2024",
        period,
        2,
        ReportKind.SUBMIT,
        done,
        false,
        false,
        List.of(task),
        List.of(new IndicatorValue("POSTS", new BigDecimal("12.500"))),
        null,
        null);
  }
}
