package vn.tonghop.producer.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;
import vn.tonghop.producer.file.FileReport;
import vn.tonghop.producer.file.ReportFiles;

/** What the form writes, the readers of files understand: no code and no number is touched. */
class FormReadingTest {

  private static final ReferenceData DATA = ReferenceData.bundled();
  private static final Period Q1 = Period.parse(Regime.CALENDAR, "2024-Q1").orElseThrow();
  private static final int FIRST = 4;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @Test
  void anUntouchedFormIsTheReportThatItWasFilledInWithWithoutItsRevision() throws IOException {
    ProgressReport last =
        new ProgressReport(
            "01",
            "CTCT-2024",
            "2024-Q1",
            1,
            ReportKind.SUBMIT,
            Q1.lastDay(),
            false,
            false,
            Stream.of(TaskStatus.values()).map(FormReadingTest::task).toList(),
            List.of(new IndicatorValue("POSTS", new BigDecimal("123456789012345.125"))),
            null,
            null);
    assertEquals(List.of(last), read(form(last)));
  }

  @Test
  void whatAClerkWritesIntoAnEmptyFormIsRead() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(form(null)))) {
      XSSFRow row = book.getSheet("tasks").getRow(FIRST);
      row.getCell(5).setCellValue("T1");
      row.getCell(7).setCellValue("Ban Bí thư (SECRETARIAT)");
      row.getCell(8).setCellValue("Cơ sở đảng, đảng viên (GRASSROOTS)");
      row.getCell(9).setCellValue("Hoàn thành (COMPLETED)");
      row.getCell(11).setCellValue(LocalDate.of(2024, 3, 1));
      row.getCell(12).setCellValue(100);
      Path file = folder.resolve("filled.xlsx");
      try (OutputStream out = Files.newOutputStream(file)) {
        book.write(out);
      }
      ProgressReport report = read(Files.readAllBytes(file)).get(0);
      LocalDate done = LocalDate.of(2024, 3, 1);
      assertEquals(
          List.of(
              new TaskLine(
                  "T1",
                  null,
                  "SECRETARIAT",
                  "GRASSROOTS",
                  TaskStatus.COMPLETED,
                  null,
                  done,
                  100,
                  null)),
          report.tasks());
      assertTrue(report.indicators().isEmpty(), report::toString);
    }
  }

  private List<ProgressReport> read(byte[] form) throws IOException {
    Path file = Files.write(folder.resolve("form.xlsx"), form);
    try (Stream<FileReport> reports = ReportFiles.read(file)) {
      return reports
          .map(each -> assertInstanceOf(FileReport.Unreadable.class, each, each::toString))
          .map(each -> Objects.requireNonNull(each.toBeNumbered(), each::toString).report())
          .toList();
    }
  }

  private static byte[] form(@Nullable ProgressReport last) {
    return new ReportForm(
            new FormHead(
                DATA.unit("01", Q1.lastDay()).orElseThrow(),
                DATA.programme("CTCT-2024").orElseThrow(),
                Q1,
                Q1.lastDay()),
            DATA)
        .write(last);
  }

  private static TaskLine task(TaskStatus status) {
    boolean done = status == TaskStatus.COMPLETED;
    return new TaskLine(
        status + "-1",
        "Rà soát \"một cửa\"",
        "POLITBURO",
        "INSPECTION",
        status,
        LocalDate.of(2024, 2, 29),
        done ? LocalDate.of(2024, 3, 1) : null,
        done ? 100 : 0,
        done ? null : "=chậm");
  }
}
