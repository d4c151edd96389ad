package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.producer.ReportPublisher;
import vn.tonghop.producer.revision.AnsweredReports;
import vn.tonghop.producer.revision.NextRevision;

/**
 * What a clerk does with reports whose numbers nobody looks up; each test has a unit of its own.
 */
class ClerkTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static RunningUp up;

  private int files;

  @BeforeAll
  static void start() throws IOException {
    up = RunningUp.start(folder.resolve("data"), "calendar");
  }

  @AfterAll
  static void stop() {
    up.close();
  }

  @Test
  void aReportWithoutARevisionGetsTheNextOneAndTheSameAgainIsADuplicate() throws IOException {
    assertSays(submit(0, "r.json", report("40", "T1", 10)), "40 CTCT-2024 2024-Q1: ACCEPTED");
    Invocation second = submit(0, "r.json", report("40", "T1", 20));
    assertSays(second, "as revision 2, replaces revision 1 of ");
    assertTrue(second.err().contains(": sent as revision 2\n"), second::err);
    Invocation same = submit(0, "r.json", report("40", "T1", 20));
    assertSays(same, "40 CTCT-2024 2024-Q1 revision 2: DUPLICATE of revision 2 of ");
    assertSays(submit(0, "r.json", report("40", "T1", 10)), "as revision 3, replaces revision 2");
  }

  @Test
  void reportsOfOneRunAndOneSeriesGetConsecutiveRevisionsAlsoBehindOneThatHasItsOwn()
      throws IOException {
    String numbered = report("48", "T1", 5).replace("\"asOf\"", "\"revision\":7,\"asOf\"");
    String three = numbered + report("48", "T1", 10) + report("48", "T1", 20);
    Invocation run = submit(0, "r.jsonl", three + report("48", "T1", 20));
    assertSays(run, "ACCEPTED with warnings as revision 7, the first report of the period");
    assertSays(run, "as revision 8, replaces revision 7");
    assertSays(run, "as revision 9, replaces revision 8");
    assertSays(run, "revision 9: DUPLICATE");
    assertSays(run, "of those accepted: 1 new, 2 replaced an earlier one, 0 withdrew\n");
    assertSays(run, "accepted 0, with warnings 3, duplicate 1, conflict 0, stale 0, rejected 0");
  }

  @Test
  void whatIsUnderWayIsWaitedForBeforeTheNextRevisionIsGiven() {
    int underWay = 500;
    ProgressReport report =
        new ProgressReport(
            "31",
            "CTCT-2024",
            "2024-Q1",
            1,
            ReportKind.SUBMIT,
            LocalDate.of(2024, 3, 31),
            false,
            true,
            List.of(),
            List.of(),
            null,
            null);
    try (ReportPublisher publisher = ReportPublisher.open(up.settings());
        NextRevision next =
            new NextRevision(() -> AnsweredReports.open(up.settings(), Duration.ofMinutes(1)))) {
      List<CompletableFuture<SourceRecord>> sent = new ArrayList<>();
      for (int revision = 1; revision <= underWay; revision++) {
        sent.add(publisher.publish(report.withRevision(revision)));
      }
      sent.forEach(CompletableFuture::join);
      assertEquals(underWay, next.number(report).revision(), "the same again");
      LocalDate earlier = LocalDate.of(2024, 3, 30);
      assertEquals(underWay + 1, next.number(asOf(report, earlier)).revision());
    }
  }

  private static ProgressReport asOf(ProgressReport report, LocalDate day) {
    return new ProgressReport(
        report.unit(),
        report.programme(),
        report.period(),
        report.revision(),
        report.kind(),
        day,
        report.test(),
        report.nil(),
        report.tasks(),
        report.indicators(),
        report.submittedBy(),
        report.submittedAt());
  }

  @Test
  void anErrorNamesTheCellOfTheFileAndUsesNoRevisionUp() throws IOException {
    String header =
        "unit,programme,period,revision,as_of,task,title,assigned_by,field,status,due_on,"
            + "completed_on,percent,note\n";
    String right = "38,CTCT-2024,2024-Q1,,2024-03-31,T1,,POLITBURO,CADRES,IN_PROGRESS,,,60,\n";
    Invocation wrong = submit(1, "r.csv", header + right.replace("POLITBURO", "NOBODY"));
    assertTrue(wrong.err().contains("(line 2, column assigned_by)"), wrong::err);
    assertSays(wrong, "REJECTED");
    assertSays(wrong, "(line 2, column");
    assertSays(submit(0, "r.csv", header + right), "as revision 1, the first report");
    Invocation overdue =
        submit(0, "r.csv", header + right.replace("PROGRESS,,,60", "PROGRESS,2024-01-01,,0"));
    assertSays(overdue, "W05 tasks[0].percent: ");
    assertSays(overdue, "(line 2, column percent)");
  }

  @Test
  void whatCountsComesBackAsAFileThatIsCorrectedAndSubmittedWithoutANumber() throws IOException {
    up.run("current", "42", "CTCT-2024", "2024-Q1").expecting(1);
    submit(0, "r.json", report("42", "T1", 10));
    for (String ending : new String[] {".json", ".csv"}) {
      Path file = folder.resolve("current" + ++files + ending);
      up.run("current", "42", "CTCT-2024", "2024-Q1", "--out", file.toString()).expecting(0);
      Invocation again = up.run("submit", "--wait", file.toString()).expecting(0);
      assertSays(again, "DUPLICATE");
      String text = Files.readString(file);
      assertTrue(
          text.contains("Rà soát, \\\"một cửa\\\"") || text.contains("\"\"một cửa\"\""), text);
      Path corrected =
          Files.writeString(
              folder.resolve("corrected" + files + ending),
              text.replaceFirst("\"percent\" : 1", "\"percent\" : 3")
                  .replaceFirst("IN_PROGRESS,,,3", "IN_PROGRESS,,,4"));
      Invocation submit = up.run("submit", "--wait", corrected.toString()).expecting(0);
      assertSays(submit, ending.equals(".json") ? "as revision 2" : "as revision 3");
      up.run("current", "42", "CTCT-2024", "2024-Q1", "--out", file.toString()).expecting(2);
    }
    Invocation now = up.run("current", "42", "CTCT-2024", "2024-Q1").expecting(0);
    assertTrue(now.out().contains("\"percent\" : 40"), now::out);
    assertFalse(now.out().contains("revision"), now::out);
  }

  @Test
  void whereNobodyIsAskedWhoHeIsTheAdministratorIsToldHowToChangeThat() {
    Invocation add = up.run("unit", "add", "40").expecting(1);
    assertTrue(add.err().contains("asks nobody who it is"), add::err);
    assertTrue(add.err().contains("`up --secure`"), add::err);
  }

  @Test
  void aNilReportReplacesAndAWithdrawalTakesBackAndNothingCountsThen() throws IOException {
    submit(0, "r.json", report("44", "T1", 10));
    Invocation nil = up.run("nil", "44", "CTCT-2024", "2024-Q1", "--yes").expecting(0);
    assertSays(nil, "44 CTCT-2024 2024-Q1: ACCEPTED with warnings as revision 2, replaces");
    assertTrue(up.run("current", "44", "CTCT-2024", "2024-Q1").out().contains("\"nil\" : true"));
    Invocation withdrawn = up.run("withdraw", "44", "CTCT-2024", "2024-Q1").expecting(0);
    assertSays(withdrawn, "as revision 3, takes back revision 2 of ");
    assertSays(withdrawn, "no report counts now");
    up.run("current", "44", "CTCT-2024", "2024-Q1").expecting(1);
    Invocation again = up.run("withdraw", "44", "CTCT-2024", "2024-Q1").expecting(0);
    assertSays(again, "DUPLICATE of revision 3");
    Invocation back = submit(0, "r.json", report("44", "T1", 10));
    assertSays(back, "as revision 4, after the withdrawal by revision 3 of ");
    assertSays(up.run("nil", "44", "NONE", "2024-Q1").expecting(1), "E04 programme");
    up.run("nil", "44", "CTCT-2024", "2024-X1").expecting(2);
  }

  @Test
  void receiptsAreFilteredAndSayWhatEachReportDid() throws IOException {
    submit(0, "r.json", report("46", "T1", 10));
    submit(0, "r.json", report("46", "T1", 20));
    submit(0, "r.json", report("46", "T1", 20).replace("2024-Q1", "2024-S1"));
    submit(0, "r.json", report("46", "T1", 20));
    assertEquals(4, receipts("46").lines().stream().filter(each -> each.startsWith("46")).count());
    assertSays(
        receipts("46", "--period", "2024-S1"), "2024-S1: ACCEPTED with warnings as revision 1");
    Invocation last = receipts("46", "--last", "2", "--format", "json");
    assertEquals(2, last.lines().size());
    assertTrue(last.lines().get(1).contains("\"DUPLICATE\""), last::out);
    Invocation duplicates =
        receipts("46", "--outcome", "DUPLICATE,CONFLICT", "--programme", "CTCT-2024");
    assertSays(duplicates, "46 CTCT-2024 2024-Q1 revision 2: DUPLICATE of revision 2");
    assertEquals(
        1,
        receipts("46", "--last", "1", "--outcome", "DUPLICATE", "--format", "json").lines().size());
    assertEquals("", receipts("46", "--since", "2999-01-01").out());
    assertSays(receipts("46"), "late by ");
    assertSays(receipts("46"), "(due by the end of 10 April 2024)");
    up.run("receipts", "46", "--last", "0").expecting(2);
  }

  @Test
  void aLoadLargerThanTheHeapGoesOutAndIsAnsweredInBoundedMemory() throws Exception {
    int reports = 120;
    String note = "x".repeat(400_000);
    Path file = folder.resolve("load.jsonl");
    try (BufferedWriter load = Files.newBufferedWriter(file)) {
      for (int revision = 1; revision <= reports; revision++) {
        String numbered = "\"revision\":%d,\"asOf\"".formatted(revision);
        load.write(
            report("49", "T1", 50)
                .replace("\"asOf\"", numbered)
                .replace("\"percent\"", "\"note\":\"" + note + "\",\"percent\""));
      }
    }
    int heap = 32 * 1024 * 1024;
    assertTrue(Files.size(file) > heap, "the load is larger than the heap");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ShortLived.options());
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Tonghop.class.getName());
    command.addAll(up.arguments("submit", "--wait", file.toString()));
    Path out = folder.resolve("load.out");
    Path err = folder.resolve("load.err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertTrue(process.waitFor(3, TimeUnit.MINUTES), "it goes on");
      assertEquals(0, process.exitValue(), () -> said(err));
      String summary = "of those accepted: 1 new, %d replaced an earlier one, 0 withdrew";
      assertTrue(said(out).contains(summary.formatted(reports - 1)), () -> said(out));
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aFormHasTheTasksOfThePreviousReportAndIsEmptyWhenTheBrokerIsAway() throws IOException {
    submit(0, "r.json", report("51", "T1", 10));
    Path file = folder.resolve("51.xlsx");
    Invocation filled =
        up.run("template", "51", "CTCT-2024", "2024-S1", "--out", file.toString()).expecting(0);
    assertTrue(filled.err().contains("1 tasks of the report for 2024-Q1, revision 1"), filled::err);
    assertEquals("T1", task(file));
    up.run("template", "51", "CTCT-2024", "2024-S1", "--out", file.toString()).expecting(2);
    up.run("template", "51", "NONE", "2024-S1", "--out", file + "2").expecting(1);
    Path empty = folder.resolve("empty.xlsx");
    Invocation.of(
            "template",
            "51",
            "CTCT-2024",
            "2024-S1",
            "--out",
            empty.toString(),
            "--bootstrap",
            "127.0.0.1:1",
            "--config",
            Files.writeString(folder.resolve("p"), "default.api.timeout.ms=1000\n").toString(),
            "--lang",
            "en")
        .expecting(0);
    assertEquals("", task(empty));
    Path current = folder.resolve("current.xlsx");
    up.run("current", "51", "CTCT-2024", "2024-Q1", "--out", current.toString()).expecting(0);
    assertEquals("T1", task(current));
  }

  private static String task(Path file) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
      return book.getSheet("tasks").getRow(4).getCell(5).getStringCellValue();
    }
  }

  private static String said(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Invocation receipts(String... more) {
    String[] command = new String[more.length + 1];
    command[0] = "receipts";
    System.arraycopy(more, 0, command, 1, more.length);
    return up.run(command).expecting(0);
  }

  private Invocation submit(int exit, String name, String text) throws IOException {
    return up.run("submit", "--wait", write(name, text).toString()).expecting(exit);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(++files + name), text);
  }

  private static void assertSays(Invocation run, String part) {
    // Lines are wrapped at the terminal's width.
    assertTrue(run.out().replaceAll("\n +", " ").contains(part), () -> part + "\nnot in\n" + run);
  }

  private static String report(String unit, String task, int percent) {
    return """
        {"unit":"%s","programme":"CTCT-2024","period":"2024-Q1","asOf":"2024-03-31",\
        "tasks":[{"code":"%s","title":"Rà soát, \\"một cửa\\"","assignedBy":"POLITBURO",\
        "field":"CADRES","status":"IN_PROGRESS","percent":%d}]}
        """
        .formatted(unit, task, percent);
  }
}
