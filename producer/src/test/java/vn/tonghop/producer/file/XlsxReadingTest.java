package vn.tonghop.producer.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.report.ProgressReport;

/** What stands where in a workbook, and what is said of it. */
class XlsxReadingTest {

  private static final List<String> COLUMNS =
      Arrays.asList(
          ("unit,programme,period,revision,as_of,task,title,assigned_by,field,status,due_on,"
                  + "completed_on,percent,note,submitted_at")
              .split(",", -1));

  private static final List<Object> TASK =
      List.of(
          "40",
          "CTCT-2024",
          "2024-Q1",
          1,
          LocalDate.of(2024, 3, 14),
          "T1",
          "t",
          "POLITBURO",
          "CADRES",
          "Đang thực hiện",
          "20/03/2024",
          "",
          50,
          "n",
          LocalDateTime.of(2024, 3, 15, 8, 30));

  @Test
  void aReportOfTasksAndIndicatorsIsOneReport() throws IOException {
    byte[] file =
        book(
            book -> {
              row(book.getSheet("tasks"), 1, TASK);
              Sheet indicators = book.createSheet("Chỉ tiêu");
              row(
                  indicators,
                  0,
                  List.of("Mã đơn vị", "Chương trình", "Kỳ", "revision", "Mã chỉ tiêu", "Giá trị"));
              row(indicators, 1, List.of("40", "CTCT-2024", "2024-Q1", 1, "IND", 0.1 + 0.2));
            });
    ProgressReport report = legible(file);
    assertEquals(LocalDate.of(2024, 3, 14), report.asOf());
    assertEquals(LocalDate.of(2024, 3, 20), report.tasks().get(0).dueOn());
    assertEquals("2024-03-15T01:30:00Z", String.valueOf(report.submittedAt()));
    assertEquals(0, report.indicators().get(0).value().compareTo(new BigDecimal("0.3")));
  }

  /** Each of these in a cell of row 3 is an error that names this cell. */
  @ParameterizedTest
  @CsvSource({
    "unit,A,' '",
    "revision,D,1.5",
    "as_of,E,03/14/2024",
    "as_of,E,''",
    "as_of,E,45365",
    "task,F,' '",
    "task,F,date",
    "assigned_by,H,''",
    "field,I,date",
    "status,J,xong rồi",
    "due_on,K,2024-02-30",
    "due_on,K,31/2/2024",
    "completed_on,L,error",
    "percent,M,50.5",
    "percent,M,error",
    "percent,M,formula",
    "note,N,formula",
    "submitted_at,O,hôm qua",
  })
  void aBadCellIsNamedByItsAddress(String column, String letter, String bad) throws IOException {
    byte[] file =
        book(
            book -> {
              row(book.getSheet("tasks"), 1, with(5, "T0"));
              row(book.getSheet("tasks"), 2, TASK);
              Row row = book.getSheet("tasks").getRow(2);
              spoil(book, row.getCell(COLUMNS.indexOf(column)), bad);
            });
    List<FileReport> reports = read(file);
    FileReport last = reports.get(reports.size() - 1);
    List<Finding> errors =
        assertInstanceOf(FileReport.Unreadable.class, last, last::toString).errors().listed();
    boolean ofReport = column.equals("as_of") || column.equals("submitted_at");
    // What a report says of itself stands in all its rows: there it is the first that differs.
    String address = ofReport ? "cell tasks!" + letter + "3" : "(tasks!" + letter + "3)";
    assertEquals(1, errors.size(), errors.toString());
    assertEquals(Rule.E01, errors.get(0).rule());
    assertTrue(errors.get(0).en().contains(address), errors.get(0).en());
    assertTrue(errors.get(0).vi().contains("tasks!" + letter + "3"), errors.get(0).vi());
  }

  private static void spoil(Workbook book, Cell cell, String bad) {
    switch (bad) {
      case "error" -> cell.setCellErrorValue(FormulaError.NA.getCode());
      case "formula" -> {
        cell.setBlank();
        cell.setCellFormula("1+1");
      }
      case "date" -> {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
        cell.setCellValue(LocalDate.of(2024, 2, 1));
        cell.setCellStyle(style);
      }
      case "50.5", "1.5", "45365" -> {
        cell.setCellStyle(book.getCellStyleAt(0));
        cell.setCellValue(Double.parseDouble(bad));
      }
      default -> cell.setCellValue(bad);
    }
  }

  @Test
  void numbersAndDatesReadAsTheyAreShown() throws IOException {
    byte[] file =
        book(
            book -> {
              Sheet tasks = book.getSheet("tasks");
              row(tasks, 1, TASK);
              Cell percent = tasks.getRow(1).getCell(12);
              percent.setCellValue(0.29);
              CellStyle share = book.createCellStyle();
              share.setDataFormat(book.createDataFormat().getFormat("0%"));
              percent.setCellStyle(share);
              tasks.getRow(1).getCell(13).setCellValue(LocalDate.of(2024, 3, 1));
              CellStyle day = book.createCellStyle();
              day.setDataFormat(book.createDataFormat().getFormat("d/m"));
              tasks.getRow(1).getCell(13).setCellStyle(day);
              tasks.getRow(1).getCell(5).setCellValue(1);
              tasks.getRow(1).getCell(6).setCellFormula("\"a\"&\"b\"");
              book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            });
    ProgressReport report = legible(file);
    assertEquals(29, report.tasks().get(0).percent());
    assertEquals("01/03/2024", report.tasks().get(0).note());
    assertEquals("1", report.tasks().get(0).code());
    assertEquals("ab", report.tasks().get(0).title());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "percent|Percentage|the header is not right; unknown columns: \"Percentage\" (M1); repeated: –;"
            + " missing: percent (tasks, row 1)",
        "note|Title|repeated: title (G1) (N1)",
        "task|Mã|headers may mean several columns: \"Mã\" (F1): unit | programme | task | indicator",
        "title|Tên nhiệm vụ (note)|headers may mean several columns",
      })
  void aHeaderThatIsNotRightIsNamedByItsCell(String column, String header, String error)
      throws IOException {
    byte[] file =
        book(
            book -> {
              row(book.getSheet("tasks"), 1, TASK);
              book.getSheet("tasks")
                  .getRow(0)
                  .getCell(COLUMNS.indexOf(column))
                  .setCellValue(header);
            });
    assertTrue(only(file).en().contains(error), only(file).en());
  }

  @Test
  void whatStandsInNoColumnIsNotPassedOver() throws IOException {
    byte[] file =
        book(
            book -> {
              row(book.getSheet("tasks"), 1, TASK);
              book.getSheet("tasks").getRow(1).createCell(20).setCellValue("x");
            });
    FileReport report = read(file).get(0);
    assertTrue(
        assertInstanceOf(FileReport.Unreadable.class, report)
            .errors()
            .listed()
            .get(0)
            .en()
            .contains("cell tasks!U2 is filled"),
        report.toString());
  }

  @Test
  void placesOfRowsAreThoseOfTheFile() throws IOException {
    byte[] file =
        book(
            book -> {
              row(book.getSheet("tasks"), 7, TASK);
              row(book.getSheet("tasks"), 9, with(2, "2024-Q2"));
            });
    List<String> places = read(file).stream().map(report -> report.place().toString()).toList();
    assertEquals(List.of("f.xlsx:tasks!8", "f.xlsx:tasks!10"), places);
  }

  @Test
  void aSheetWithoutAHeaderOrAFileWithoutASheetSaysSo() throws IOException {
    byte[] bare =
        bytes(
            new RawXlsx("tasks", RawXlsx.row(1, List.of("a", "b")) + RawXlsx.row(2, List.of("c"))));
    assertTrue(only(bare).en().contains("no header within the first 20 rows"), only(bare).en());
    byte[] none =
        book(
            book -> {
              book.setSheetName(0, "Một");
              book.createSheet("Hai");
            });
    assertTrue(only(none).en().contains("it has: \"Một\", \"Hai\""), only(none).en());
    assertTrue(only(book(book -> {})).en().contains("a header and no rows"));
  }

  @Test
  void filesThatAreNoneOrProtectedAreOneClearError() throws IOException {
    assertTrue(only(new byte[0]).en().contains("empty"));
    assertTrue(
        only("unit,programme".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .en()
            .contains("no XLSX"));
    byte[] good = book(book -> row(book.getSheet("tasks"), 1, TASK));
    assertTrue(only(Arrays.copyOf(good, good.length / 2)).en().contains("damaged"));
    try (HSSFWorkbook old = new HSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      old.createSheet("tasks");
      old.write(out);
      assertTrue(only(out.toByteArray()).en().contains("save it as .xlsx"));
    }
    assertTrue(only(encrypted(good)).en().contains("password"));
  }

  private static byte[] encrypted(byte[] file) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream data = encryptor.getDataStream(files)) {
        data.write(file);
      } catch (java.security.GeneralSecurityException e) {
        throw new IOException(e);
      }
      files.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  /** Files that ask for more than they are, each of some kilobytes. */
  static List<RawXlsx> attacks() {
    String many = "<c r=\"A1\"><v>1</v></c>".repeat(1_000_000);
    String names =
        IntStream.range(0, 5000).mapToObj(i -> "<n" + i + "/>").collect(Collectors.joining());
    String entity =
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><x><row><c><v>&a;</v></c></row></x>";
    return List.of(
        new RawXlsx("tasks", "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>"),
        new RawXlsx("tasks", "<row r=\"1\"><c r=\"ZZZ1\"><v>1</v></c></row>"),
        new RawXlsx("tasks", "<row r=\"2000000000\"><c><v>1</v></c></row>"),
        new RawXlsx("tasks", "<row>" + "<c><v>1</v></c>".repeat(100_000) + "</row>"),
        new RawXlsx("tasks", "<row>" + names + "</row>"),
        new RawXlsx("tasks", "<row>".repeat(200_000)),
        new RawXlsx("tasks", "<row><c><v>" + "1".repeat(3_000_000) + "</v></c></row>"),
        new RawXlsx("tasks", "<row x=\"" + "1".repeat(3_000_000) + "\"/>"),
        new RawXlsx("tasks", "<row><c t=\"s\"><v>4000000</v></c></row>"),
        new RawXlsx("tasks", "<row><c><v>1E999999999</v></c></row>"),
        new RawXlsx("tasks", "<row><c><v>many</v></c></row>"),
        new RawXlsx("tasks", "<row>" + many + "</row>").with("xl/styles.xml", entity),
        new RawXlsx("tasks", "").with("xl/worksheets/sheet1.xml", entity),
        new RawXlsx("tasks", "").with("xl/workbook.xml", " ".repeat(5_000_000)),
        new RawXlsx("tasks", "").with("[Content_Types].xml", entity),
        new RawXlsx("tasks", "").with("xl/_rels/workbook.xml.rels", "<x/>"));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void aFileThatAsksForMoreThanItIsIsOneError(RawXlsx file) throws IOException {
    Finding error = only(file.bytes());
    assertEquals(Rule.E01, error.rule());
    assertTrue(error.en().matches(".*(damaged|too large).*"), error.en());
  }

  @Test
  void aZipThatGrowsIsTooLarge() throws IOException {
    String row = RawXlsx.row(1, List.of("x".repeat(1000)));
    RawXlsx bomb = new RawXlsx("tasks", row.replace(" r=\"1\"", "").repeat(20_000));
    assertTrue(only(bomb.bytes()).en().contains("no header"));
    String header = RawXlsx.row(1, COLUMNS);
    RawXlsx texts = new RawXlsx("tasks", header + row.replace(" r=\"1\"", "").repeat(20_000));
    assertTrue(only(texts.bytes()).en().contains("too large"), only(texts.bytes()).en());
    RawXlsx rows =
        new RawXlsx("tasks", header + "<row><c><v>1</v></c></row>".repeat(CsvRows.MAX_ROWS + 1));
    assertTrue(only(rows.bytes()).en().contains("too large"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-03-14", "2024-03-14T00:00:00", "2024-03-14T10:20:30.5Z"})
  void datesThatAFileWritesInWordsAreDates(String written) throws IOException {
    String rows =
        RawXlsx.row(1, COLUMNS.subList(0, 5))
            + "<row><c><v>40</v></c><c t=\"str\"><v>P</v></c><c t=\"str\"><v>2024-Q1</v></c>"
            + "<c><v>1</v></c><c t=\"d\"><v>"
            + written
            + "</v></c></row>";
    ProgressReport report = legible(bytes(new RawXlsx("tasks", rows)));
    assertEquals(LocalDate.of(2024, 3, 14), report.asOf());
  }

  private static byte[] bytes(RawXlsx file) {
    return file.bytes();
  }

  private static List<Object> with(int column, Object value) {
    List<Object> row = new ArrayList<>(TASK);
    row.set(column, value);
    return row;
  }

  /** A workbook with an empty sheet of tasks but for its header. */
  private static byte[] book(Consumer<Workbook> fill) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      row(book.createSheet("tasks"), 0, COLUMNS);
      fill.accept(book);
      book.write(out);
      return out.toByteArray();
    }
  }

  private static void row(Sheet sheet, int index, List<?> values) {
    Row row = sheet.createRow(index);
    CellStyle date = sheet.getWorkbook().createCellStyle();
    date.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("dd/mm/yyyy hh:mm"));
    for (int i = 0; i < values.size(); i++) {
      Cell cell = row.createCell(i);
      Object value = values.get(i);
      if (value instanceof Number number) {
        cell.setCellValue(number.doubleValue());
      } else if (value instanceof LocalDate day) {
        cell.setCellValue(day);
        cell.setCellStyle(date);
      } else if (value instanceof LocalDateTime time) {
        cell.setCellValue(time);
        cell.setCellStyle(date);
      } else {
        cell.setCellValue(value.toString());
      }
    }
  }

  private static ProgressReport legible(byte[] bytes) throws IOException {
    List<FileReport> reports = read(bytes);
    assertEquals(1, reports.size(), reports.toString());
    return assertInstanceOf(FileReport.Legible.class, reports.get(0), reports::toString).report();
  }

  /** The one error of a file. */
  private static Finding only(byte[] bytes) throws IOException {
    List<FileReport> reports = read(bytes);
    assertEquals(1, reports.size(), reports.toString());
    List<Finding> errors =
        assertInstanceOf(FileReport.Unreadable.class, reports.get(0)).errors().listed();
    assertEquals(1, errors.size(), errors.toString());
    assertEquals(Finding.DOCUMENT, errors.get(0).path());
    return errors.get(0);
  }

  private static List<FileReport> read(byte[] bytes) throws IOException {
    List<FileReport> reports = new ArrayList<>();
    try (ReportSource source =
        new XlsxSource(java.nio.file.Path.of("f.xlsx"), new ByteArrayInputStream(bytes))) {
      for (@Nullable FileReport next = source.next(); next != null; next = source.next()) {
        reports.add(next);
      }
    }
    return reports;
  }
}
