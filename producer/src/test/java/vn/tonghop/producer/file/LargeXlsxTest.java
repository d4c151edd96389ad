package vn.tonghop.producer.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sheet of a whole country's tasks in a small heap. */
class LargeXlsxTest {

  private static final int ROWS = 30_000;
  private static final int ROWS_OF_A_REPORT = 1_000;
  private static final String HEAP = "-Xmx128m";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @Test
  void thirtyThousandRowsFitASmallHeap() throws IOException, InterruptedException {
    Path file = folder.resolve("large.xlsx");
    write(file);
    Path out = folder.resolve("out.txt");
    Process reading =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                Counting.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertTrue(reading.waitFor(5, TimeUnit.MINUTES), "still reading");
    String printed = Files.readString(out, StandardCharsets.UTF_8);
    assertEquals(0, reading.exitValue(), printed);
    assertTrue(printed.contains(ROWS / ROWS_OF_A_REPORT + " reports, " + ROWS + " tasks"), printed);
  }

  /** What the small process does. */
  static final class Counting {

    private Counting() {}

    public static void main(String[] arguments) throws IOException {
      try (Stream<FileReport> reports = ReportFiles.read(Path.of(arguments[0]))) {
        long[] counts = new long[2];
        reports.forEach(
            report -> {
              counts[0]++;
              counts[1] += ((FileReport.Legible) report).report().tasks().size();
            });
        System.out.println(counts[0] + " reports, " + counts[1] + " tasks");
      }
    }
  }

  private static void write(Path file) throws IOException {
    List<String> columns =
        List.of(
            "unit",
            "programme",
            "period",
            "revision",
            "as_of",
            "task",
            "title",
            "assigned_by",
            "field",
            "status",
            "due_on",
            "percent",
            "note");
    try (SXSSFWorkbook book = new SXSSFWorkbook(100);
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = book.createSheet("Nhiệm vụ");
      Row header = sheet.createRow(0);
      for (int i = 0; i < columns.size(); i++) {
        header.createCell(i).setCellValue(columns.get(i));
      }
      for (int line = 1; line <= ROWS; line++) {
        Row row = sheet.createRow(line);
        row.createCell(0).setCellValue("40");
        row.createCell(1).setCellValue("CTCT-2024");
        row.createCell(2).setCellValue("2024-Q1");
        row.createCell(3).setCellValue(1 + (line - 1) / ROWS_OF_A_REPORT);
        row.createCell(4).setCellValue("31/03/2024");
        row.createCell(5).setCellValue("T" + line);
        row.createCell(6).setCellValue("Đề án số " + line + " (minh họa)");
        row.createCell(7).setCellValue("Bộ Chính trị");
        row.createCell(8).setCellValue("Công tác cán bộ");
        row.createCell(9).setCellValue("Đang thực hiện");
        row.createCell(10).setCellValue("31/12/2024");
        row.createCell(11).setCellValue(line % 100);
        row.createCell(12).setCellValue("Ghi chú " + line);
      }
      book.write(out);
    }
  }
}
