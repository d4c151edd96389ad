package vn.tonghop.producer.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;

/** What a clerk's spreadsheet exports is read as the reports that JSON would give. */
class CsvReadingTest {

  private static final String HEADER =
      "unit,programme,period,revision,as_of,task,title,assigned_by,field,status,due_on,"
          + "completed_on,percent,note,indicator,value,kind,test,nil,submitted_by,submitted_at\n";
  private static final String KEY = "40,CTCT-2024,2024-Q1,1,2024-03-14,";
  private static final String TASK =
      KEY + "T1,t,POLITBURO,CADRES,IN_PROGRESS,2024-03-20,,50,n,,,,,,b,\n";
  private static final String OTHER = TASK.replace("40,", "48,");
  private static final String INDICATOR = KEY + ",,,,,,,,,I1,1.5,,,,b,\n";
  private static final String EMPTY_REPORT =
      KEY + ",,,,,,,,,,,WITHDRAW,,,b,2024-04-05T09:00:00+07:00\n";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @Test
  void rowsOfOneKeyAreOneReportWhereverTheyStand() throws IOException {
    List<FileReport> reports =
        read(HEADER + TASK + OTHER + TASK.replace("T1", "T2") + ",,,,\n\n" + INDICATOR);
    assertEquals(List.of("2 ok", "3 ok"), brief(reports));
    ProgressReport first = legible(reports.get(0));
    assertEquals(List.of("T1", "T2"), first.tasks().stream().map(each -> each.code()).toList());
    assertEquals("1.500", first.indicators().get(0).value().toPlainString());
    assertEquals("48", legible(reports.get(1)).unit());
  }

  @Test
  void aRowWithoutLinesCarriesTheReportAlone() throws IOException {
    ProgressReport report = legible(read(HEADER + EMPTY_REPORT).get(0));
    assertEquals(ReportKind.WITHDRAW, report.kind());
    assertEquals(0, report.tasks().size() + report.indicators().size());
    assertEquals("2024-04-05T02:00:00Z", String.valueOf(report.submittedAt()));
    String nil = "nil,unit,programme,period,revision,as_of\nTRUE,40,P,2024-Q1,1,2024-03-14\n";
    assertTrue(legible(read(nil).get(0)).nil());
  }

  @Test
  void aDigitThatLostItsZeroIsAUnitAndNothingElseIsTouched() throws IOException {
    String one = TASK.replace("40,", "1,");
    List<FileReport> reports =
        read(HEADER + one + TASK.replace("40,", "01,").replace("T1", "T2") + OTHER);
    assertEquals(List.of("2 ok", "4 ok"), brief(reports));
    assertEquals("01", legible(reports.get(0)).unit());
    for (String unit : List.of("40", "X", "001", "10", "٣")) {
      assertEquals(unit, legible(read(HEADER + TASK.replace("40,", unit + ",")).get(0)).unit());
    }
  }

  @Test
  void cellsMayHaveLineBreaksAndSeparatorsAndLinesStillCount() throws IOException {
    String title = TASK.replace(",t,", ",\"a;b, \"\"c\"\"\r\nd\n\",");
    List<FileReport> reports = read(HEADER + title + OTHER.replace(",50,", ",x,"));
    assertEquals("a;b, \"c\"\r\nd\n", legible(reports.get(0)).tasks().get(0).title());
    assertEquals(
        "tasks[0].percent: Wrong type: wanted a whole number, got \"x\" (line 5, column percent)",
        errors(reports.get(1)).get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "40,|''|unit|unit",
        "40,|'\" \",'|unit|unit",
        "CTCT-2024,|,|programme|programme",
        "2024-Q1,|,|period|period",
        ",1,|,1.0,|revision|revision",
        ",1,|,x,|revision|revision",
        ",1,|,01,|revision|revision",
        ",1,|,3000000000,|revision|revision",
        "2024-03-14|03/14/2024|asOf|as_of",
        "2024-03-14|2024-02-30|asOf|as_of",
        "2024-03-14|''|asOf|as_of",
        "T1|' '|tasks[0].code|task",
        "T1|''|tasks[0].code|task",
        "POLITBURO|''|tasks[0].assignedBy|assigned_by",
        "CADRES|''|tasks[0].field|field",
        "IN_PROGRESS|doing|tasks[0].status|status",
        "2024-03-20|20.3.24|tasks[0].dueOn|due_on",
        ",,50|,2024-3-1,50|tasks[0].completedOn|completed_on",
        ",50|,50.5|tasks[0].percent|percent",
        ",50|,50.5%|tasks[0].percent|percent",
        ",50|,|tasks[0].percent|percent",
        "',,,,b,'|',SUBMITTED,,,b,'|kind|kind",
        "',,,,b,'|',,perhaps,,b,'|test|test",
        "',,,,b,'|',,,1,b,'|nil|nil",
        "',b,'|',b,2024-04-05'|submittedAt|submitted_at",
        ",t,|,t\u0000,|tasks[0].title|title",
      })
  void aBadCellIsNamedByPathLineAndColumn(String from, String to, String path, String column)
      throws IOException {
    String bad = unit(from) ? TASK.replaceFirst("40", to.replace(",", "")) : changed(from, to);
    List<FileReport> reports = read(HEADER + OTHER + bad);
    assertEquals("2 ok", brief(reports).get(0));
    FileReport.Unreadable report =
        assertInstanceOf(FileReport.Unreadable.class, reports.get(1), bad);
    assertEquals(1, report.errors().count(), report.toString());
    Finding error = report.errors().listed().get(0);
    assertEquals(path, error.path());
    assertEquals(Rule.E01, error.rule());
    assertTrue(error.en().endsWith(" (line 3, column " + column + ")"), error.en());
    assertTrue(error.vi().endsWith(" (dòng 3, cột " + column + ")"), error.vi());
  }

  private static boolean unit(String from) {
    return from.equals("40,");
  }

  private static String changed(String from, String to) {
    assertTrue(TASK.contains(from), from);
    return TASK.replace(from, to);
  }

  @Test
  void whatDiffersBetweenRowsIsNamedWithBoth() throws IOException {
    String other = TASK.replace("T1", "T2").replace("03-14", "03-13").replace(",b,", ",c,");
    FileReport report = read(HEADER + TASK + OTHER + other).get(0);
    assertEquals(
        List.of(
            "asOf: The report cannot be read: the rows of one report differ: \"2024-03-14\", but"
                + " in line 4 \"2024-03-13\" (line 2, column as_of)",
            "submittedBy: The report cannot be read: the rows of one report differ: \"b\", but in"
                + " line 4 \"c\" (line 2, column submitted_by)"),
        errors(report));
    String spelled = TASK.replace("T1", "T2").replace(",,,,b", ",SUBMIT,FALSE,false,b");
    assertEquals(List.of("2 ok"), brief(read(HEADER + TASK.replace(",,,,b", ",,,,b") + spelled)));
  }

  @Test
  void aRowOfATaskAndAnIndicatorIsAnErrorThatNamesTheColumns() throws IOException {
    String both = TASK.replace(",n,,,", ",n,I1,5,");
    String note = INDICATOR.replace(",I1,", "n,I1,");
    FileReport report = read(HEADER + TASK + both + note + INDICATOR).get(0);
    assertEquals(
        List.of(
            "tasks[1]: The report cannot be read: the row has both columns of a task (task, title,"
                + " assigned_by, field, status, due_on, percent, note) and columns of an indicator"
                + " (indicator, value) (line 3)",
            "tasks[2]: The report cannot be read: the row has both columns of a task (note) and"
                + " columns of an indicator (indicator, value) (line 4)"),
        errors(report));
  }

  /** Spreadsheets leave out the empty cells at the end of a row. */
  @Test
  void cellsThatAreMissingAtTheEndAreEmpty() throws IOException {
    String columns =
        "unit,programme,period,revision,as_of,nil,task,assigned_by,field,status,percent";
    String key = "40,CTCT-2024,2024-Q1,1,2024-03-14";
    ProgressReport report =
        legible(
            read(columns
                    + ",due_on,note\n"
                    + (key + ",,T1,POLITBURO,CADRES,NOT_STARTED,0,2024-05-31,n\n")
                    + (key + ",,T2,POLITBURO,CADRES,NOT_STARTED,0\n"))
                .get(0));
    assertEquals(2, report.tasks().size());
    assertNull(report.tasks().get(1).dueOn());
    assertEquals(List.of("2 ok"), brief(read(columns + "\n" + key + ",true\n")));
    assertEquals(
        List.of("2 tasks[0].percent"),
        brief(read(columns + "\n" + key + ",,T2,POLITBURO,CADRES,NOT_STARTED\n")));
  }

  @Test
  void aQuoteThatClosesInTheSameColumnOfAnotherRowSwallowsNothing() throws IOException {
    String opens = TASK.replace(",t,", ",\"t,");
    String closes = OTHER.replace(",t,", ",t\",");
    assertEquals(List.of("2 tasks[0]", "3 ok"), brief(read(HEADER + opens + closes)));
  }

  @Test
  void tooManyOrTooFewCellsHurtTheirReportAlone() throws IOException {
    List<FileReport> reports =
        read(
            HEADER
                + TASK.replace("b,\n", "b,,x\n")
                + KEY.substring(0, KEY.indexOf(",2024-03-14"))
                + "\n"
                + OTHER.replace("b,\n", "b,,, ,\n"));
    assertEquals(
        List.of(
            "tasks[0]: The report cannot be read: the row has 22 cells, the header has 21 columns"
                + " (line 2)",
            "tasks[1]: The report cannot be read: the row has 4 cells, the header has 21 columns"
                + " (line 3)"),
        errors(reports.get(0)).stream().filter(each -> each.contains("[")).toList());
    assertEquals("4 ok", brief(reports).get(1));
  }

  @Test
  void aReportWithoutAReadableKeyHasItsAnswer() throws IOException {
    String keyless = "40,,2024-Q1,one,2024-03-14," + TASK.substring(KEY.length());
    List<FileReport> reports = read(HEADER + keyless + OTHER + keyless.replace("T1", "T2") + "x\n");
    assertEquals(List.of("2 programme", "3 ok", "5 programme"), brief(reports));
    FileReport.Unreadable first = (FileReport.Unreadable) reports.get(0);
    assertEquals(new DocumentKey("40", null, "2024-Q1", null), first.key());
    assertEquals(2, first.errors().count());
  }

  @Test
  void aQuoteThatIsNotClosedSwallowsNobodyElsesRows() throws IOException {
    String open = TASK.replace(",t,", ",\"t,");
    String odd = TASK.replace(",t,", ",\"t\"x,");
    for (String bad : List.of(open, odd)) {
      List<FileReport> reports =
          read(HEADER + bad + OTHER + TASK.replace("T1", "T2") + OTHER.replace("48", "49"));
      assertEquals(List.of("2 tasks[0]", "3 ok", "5 ok"), brief(reports), bad);
      assertTrue(errors(reports.get(0)).get(0).endsWith("(line 2)"), bad);
    }
    String closedLater = OTHER.replace(",n,", ",n\",");
    List<FileReport> reports = read(HEADER + open + OTHER + closedLater.replace("T1", "T2"));
    assertEquals(List.of("2 tasks[0]", "3 ok"), brief(reports));
    assertEquals(2, legible(reports.get(1)).tasks().size());
  }

  @Test
  void bytesThatAreNotUtf8HurtTheirReportAloneAndNameTheirLine() throws IOException {
    byte[] bytes = (HEADER + OTHER + TASK).getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - TASK.length() + TASK.indexOf(",t,") + 1] = (byte) 0xFF;
    List<FileReport> reports = read(bytes);
    assertEquals("2 ok", brief(reports).get(0));
    assertEquals(
        List.of(
            "tasks[0].title: The report cannot be read: it is not valid UTF-8 (line 3, column"
                + " title)"),
        errors(reports.get(1)));
    assertEquals(List.of("1 $"), brief(read((HEADER + TASK).getBytes(StandardCharsets.UTF_16))));
  }

  @Test
  void aHeaderThatIsNotRightIsOneAnswerForTheFile() throws IOException {
    List<FileReport> reports =
        read(HEADER.replace("percent", "Percentage").replace("note", "Title") + TASK + OTHER);
    assertEquals(
        List.of(
            "$: The report cannot be read: the header is not right; unknown columns:"
                + " \"Percentage\"; repeated: title; missing: percent (line 1)"),
        errors(reports.get(0)));
    assertEquals(1, reports.size());
    assertEquals(List.of("1 $"), brief(read(HEADER.replace("as_of", "") + TASK)));
    assertEquals(List.of("1 $"), brief(read("\"unit,programme\n" + TASK)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF", "\n \n", HEADER, "\uFEFF" + HEADER + ",,,\n;;;\n\n"})
  void aFileWithoutReportsSaysSo(String text) throws IOException {
    assertEquals(List.of("1 $"), brief(read(text.replace(";;;\n", ""))));
  }

  @Test
  void headersAndEndsAsSpreadsheetsWriteThem() throws IOException {
    String semicolons = (HEADER + TASK).replace(',', ';').replace("\n", "\r\n");
    String mac = (HEADER + TASK).replace("\n", "\r");
    String spelled = HEADER.toUpperCase(java.util.Locale.ROOT).replace(",", " , ") + TASK;
    String surplus = HEADER.replace("\n", ",,\n") + TASK;
    for (String text : List.of(semicolons, mac, spelled, surplus, "\uFEFF" + semicolons)) {
      assertEquals(
          legible(read(HEADER + TASK).get(0)), legible(read(text).get(0)), () -> "of " + text);
    }
  }

  @Test
  void aReportAbove512KibIsAnErrorAndThoseBesideItAreNot() throws IOException {
    String heavy = TASK.replace(",n,", "," + "n".repeat(1000) + ",");
    StringBuilder text = new StringBuilder(HEADER).append(OTHER);
    for (int i = 0; i < 480; i++) {
      text.append(heavy.replace("T1", "T" + i));
    }
    List<FileReport> reports = read(text.toString());
    assertEquals(List.of("2 ok", "3 $"), brief(reports));
    assertTrue(errors(reports.get(1)).get(0).endsWith("titles and notes (line 3)"));
  }

  @Test
  void aFileTooLargeForTheMemoryIsOneAnswer() throws IOException {
    assertEquals(List.of("1 $"), brief(read("x".repeat(CsvText.MAX_BYTES + 1))));
    assertEquals(List.of("1 $"), brief(read(HEADER + "x\n".repeat(CsvRows.MAX_ROWS + 1))));
    assertEquals(1, read(HEADER + "x\n".repeat(CsvRows.MAX_ROWS)).size());
    String quotes = "x\",\"\n".repeat(CsvRows.MAX_REPAIRS + 1);
    assertEquals(List.of("1 $"), brief(read(HEADER + quotes)));
  }

  private List<FileReport> read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<FileReport> read(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("r.csv"), bytes);
    try (Stream<FileReport> reports = ReportFiles.read(file)) {
      return reports.toList();
    }
  }

  private static ProgressReport legible(FileReport report) {
    return assertInstanceOf(FileReport.Legible.class, report).report();
  }

  private static List<String> errors(FileReport report) {
    return assertInstanceOf(FileReport.Unreadable.class, report).errors().listed().stream()
        .map(error -> error.path() + ": " + error.en())
        .toList();
  }

  private static List<String> brief(List<FileReport> reports) {
    return reports.stream()
        .map(
            report ->
                report.place().line()
                    + " "
                    + (report instanceof FileReport.Unreadable unreadable
                        ? unreadable.errors().listed().get(0).path()
                        : "ok"))
        .toList();
  }
}
