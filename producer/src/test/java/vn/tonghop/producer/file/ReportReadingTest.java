package vn.tonghop.producer.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.report.ProgressReport;

/** What fits the schema is a report; what does not is one E01 a path (roll-up.md §2). */
class ReportReadingTest {

  private static final Place PLACE = new Place(Path.of("r.jsonl"), 7);

  /** A right document in which each case changes one thing. */
  static final String RIGHT =
      "{'unit':'40','programme':'CTCT-2024','period':'2024-Q1','revision':1,'kind':'SUBMIT',"
          + "'asOf':'2024-03-14','test':false,'nil':false,'tasks':[{'code':'T1','title':'t',"
          + "'assignedBy':'POLITBURO','field':'CADRES','status':'COMPLETED','dueOn':'2024-03-20',"
          + "'completedOn':'2024-03-10','percent':100,'note':'n'}],'indicators':[{'code':'I1',"
          + "'value':1.5}],'submittedBy':'b','submittedAt':'2024-04-05T09:00:00+07:00'}";

  @Test
  void aRightDocumentIsAReport() {
    ProgressReport report = report(RIGHT);
    assertEquals("1.500", report.indicators().get(0).value().toPlainString());
    assertEquals("2024-04-05T02:00:00Z", String.valueOf(report.submittedAt()));
    assertEquals(100, report.tasks().get(0).percent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "'unit':'40'; 'unit':null; unit",
        "'unit':'40',; ; unit",
        "'unit':'40'; 'unit':40; unit",
        "'unit':'40'; 'unit':''; unit",
        "'unit':'40'; 'unit':' \\u00a0\\t'; unit",
        "'unit':'40'; 'unit':'\\ud800'; unit",
        "'CTCT-2024'; '\\u2003'; programme",
        "'CTCT-2024'; {'a':1}; programme",
        "'2024-Q1'; 20241; period",
        "'2024-Q1'; null; period",
        "'revision':1; 'revision':'1'; revision",
        "'revision':1; 'revision':1.0; revision",
        "'revision':1; 'revision':1e0; revision",
        "'revision':1; 'revision':2147483648; revision",
        "'revision':1; 'revision':-2147483649; revision",
        "'revision':1; 'revision':99999999999999999999999; revision",
        "'revision':1; 'revision':true; revision",
        "'revision':1,; ; revision",
        "'SUBMIT'; 'submit'; kind",
        "'SUBMIT'; 1; kind",
        "'2024-03-14'; '2024-02-30'; asOf",
        "'2024-03-14'; '2024-3-14'; asOf",
        "'2024-03-14'; '2024-03-14T00:00:00'; asOf",
        "'2024-03-14'; '0000-03-14'; asOf",
        "'2024-03-14'; '+12024-03-14'; asOf",
        "'2024-03-14'; '-001-03-14'; asOf",
        "'2024-03-14'; ' 2024-03-14'; asOf",
        "'2024-03-14'; '２０２４-03-14'; asOf",
        "'2024-03-14'; 19000; asOf",
        "'asOf':'2024-03-14',; ; asOf",
        "'test':false; 'test':'false'; test",
        "'nil':false; 'nil':0; nil",
        "'tasks':[; 'tasks':[null,; tasks[0]",
        "'tasks':[; 'tasks':['x',; tasks[0]",
        "'tasks':[; 'tasks':{},'x':[; tasks x",
        "'T1'; ''; tasks[0].code",
        "'code':'T1',; ; tasks[0].code",
        "'title':'t'; 'title':5; tasks[0].title",
        "'title':'t'; 'title':'\\udc00x'; tasks[0].title",
        "'POLITBURO'; '  '; tasks[0].assignedBy",
        "'assignedBy':'POLITBURO',; ; tasks[0].assignedBy",
        "'CADRES'; null; tasks[0].field",
        "'CADRES'; '\\n'; tasks[0].field",
        "'COMPLETED'; 'DONE'; tasks[0].status",
        "'status':'COMPLETED',; ; tasks[0].status",
        "'2024-03-20'; '2023-02-29'; tasks[0].dueOn",
        "'2024-03-10'; ''; tasks[0].completedOn",
        "'percent':100; 'percent':50.5; tasks[0].percent",
        "'percent':100; 'percent':'50'; tasks[0].percent",
        "'percent':100; 'percent':null; tasks[0].percent",
        "'note':'n'; 'note':['n']; tasks[0].note",
        "'note':'n'; 'note':'n','foo':1; tasks[0].foo",
        "'I1'; '\\u3000'; indicators[0].code",
        "'I1'; 7; indicators[0].code",
        "1.5; 1.0001; indicators[0].value",
        "1.5; 1234567890123456; indicators[0].value",
        "1.5; 1e15; indicators[0].value",
        "1.5; 1e999999999; indicators[0].value",
        "1.5; 1e-999999999; indicators[0].value",
        "1.5; 1e99999999999999999999; indicators[0].value",
        "1.5; '1,5'; indicators[0].value",
        "1.5; ' 1.5'; indicators[0].value",
        "1.5; '+1.5'; indicators[0].value",
        "1.5; '01'; indicators[0].value",
        "1.5; 'NaN'; indicators[0].value",
        "1.5; true; indicators[0].value",
        "'value':1.5; 'valeu':1.5; indicators[0].value indicators[0].valeu",
        "'submittedBy':'b'; 'submittedBy':0; submittedBy",
        "'2024-04-05T09:00:00+07:00'; '2024-04-05T09:00:00'; submittedAt",
        "'2024-04-05T09:00:00+07:00'; '2024-04-05'; submittedAt",
        "'2024-04-05T09:00:00+07:00'; '+99999-04-05T09:00:00Z'; submittedAt",
        "'2024-04-05T09:00:00+07:00'; 1712282400000; submittedAt",
        "'unit':'40'; 'foo':1,'bar':[[]],'unit':'40'; foo bar",
        "'unit':'40'; 'Unit':'40'; unit Unit",
        "'unit':'40'; 'foo':1,'unit':''; unit foo",
      })
  void whatDoesNotFitIsOneErrorAPathInDocumentOrder(String from, String to, String paths) {
    String changed = changed(from, to == null ? "" : to);
    assertEquals(List.of(paths.split(" ")), paths(changed), changed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "'kind':'SUBMIT',; ",
        "'SUBMIT'; null",
        "'test':false; 'test':null",
        "'2024-Q1'; ' '",
        "'revision':1; 'revision':-2147483648",
        "'revision':1; 'revision':0",
        "'percent':100; 'percent':2147483647",
        "'title':'t'; 'title':'\\ud83d\\ude00'",
        "'title':'t'; 'title':''",
        "'2024-03-14'; '9999-12-31'",
        "'2024-03-14'; '0001-01-01'",
        "'dueOn':'2024-03-20'; 'dueOn':null",
        "1.5; '1.5'",
        "1.5; -999999999999999.999",
        "1.5; 1.500000000000000000000000000",
        "1.5; 0e999999999999999999999",
        "1.5; 1e14",
        "1.5; 15000e-4",
        "1.5; '-0'",
        "'2024-04-05T09:00:00+07:00'; '2024-04-05T02:00:00.123Z'",
        "'2024-04-05T09:00:00+07:00'; null",
      })
  void whatFitsIsAReport(String from, String to) {
    String changed = changed(from, to == null ? "" : to);
    assertInstanceOf(FileReport.Legible.class, read(changed), changed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[{}]",
        "1",
        "'x'",
        "null",
        "nul",
        "{",
        "{'unit':'40'",
        "{'unit':'40'}}",
        "{'unit':'40'}{}",
        "{'unit':'40'} x",
        "{'unit':'40','unit':'40'}",
        "{'foo':{'a':1,'a':2}}",
        "{'foo':NaN}",
        "{'foo':01}",
        "{'foo':1,}",
        "{unit:'40'}",
        "{'unit':'a\tb'}",
      })
  void aDocumentThatIsNoObjectIsOneErrorOfTheWhole(String text) {
    assertEquals(List.of("$"), paths(text));
  }

  /** Of this thread's own time, which a busy machine hardly adds to: now a tenth of that. */
  @Test
  void bombsAreErrorsAndCostNoTime() {
    Duration most = Duration.ofSeconds(1);
    Duration took =
        assertTimeoutPreemptively(
            Duration.ofMinutes(3),
            () -> {
              Duration least = readBombs();
              for (int again = 0; again < 9 && least.compareTo(most) >= 0; again++) {
                least = Collections.min(List.of(least, readBombs()));
              }
              return least;
            });
    assertTrue(took.compareTo(most) < 0, took.toString());
  }

  private static Duration readBombs() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begun = threads.getCurrentThreadCpuTime();
    assertEquals(List.of("$"), paths("{'foo':" + "[".repeat(200_000)));
    assertEquals(List.of("$"), paths("{'foo':" + "{'a':".repeat(90_000)));
    String zeros = "0".repeat(400_000);
    assertEquals(List.of("indicators[0].value"), paths(changed("1.5", "1" + zeros)));
    assertEquals(List.of("indicators[0].value"), paths(changed("1.5", "9".repeat(400_000))));
    assertEquals("1.500", value(report(changed("1.5", "1.5" + zeros))));
    assertEquals("1.500", value(report(changed("1.5", "0." + zeros + "15e400001"))));
    assertEquals(List.of("revision"), paths(changed("'revision':1", "'revision':1" + zeros)));
    return Duration.ofNanos(threads.getCurrentThreadCpuTime() - begun);
  }

  @Test
  void theKeyIsGivenAsFarAsItCanBeRead() {
    FileReport.Unreadable unreadable =
        assertInstanceOf(FileReport.Unreadable.class, read(changed("'2024-Q1'", "5")));
    assertEquals(new DocumentKey("40", "CTCT-2024", null, 1), unreadable.key());
    assertEquals(PLACE, unreadable.place());
  }

  @Test
  void textsNeverHoldHalfACharacter() {
    for (String text :
        List.of(
            changed("'unit':'40'", "'unit':'40','\\ud800':1"),
            changed("'SUBMIT'", "'\\ud800'"),
            "{'\\ud800':1,'\\ud800':1}")) {
      FileReport.Unreadable unreadable =
          assertInstanceOf(FileReport.Unreadable.class, read(text), text);
      for (Finding finding : unreadable.errors().listed()) {
        assertEquals(Rule.E01, finding.rule());
        assertTrue(!Surrogates.anyLone(finding.path() + " " + finding.vi() + finding.en()));
      }
    }
  }

  @Test
  void everyErrorIsCountedAndAHundredAreListed() {
    String fields = "'a%d':1,";
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      many.append(fields.formatted(i));
    }
    FileReport.Unreadable unreadable =
        assertInstanceOf(
            FileReport.Unreadable.class, read(changed("'unit':'40'", many + "'unit':'40'")));
    assertEquals(1000, unreadable.errors().count());
    assertEquals(100, unreadable.errors().listed().size());
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() {
    for (String text :
        List.of(
            RIGHT,
            changed("'SUBMIT'", "'WITHDRAW'"),
            changed("'title':'t'", "'title':'Đề án \\n \\u0001 \\ud83d\\ude00'"),
            changed("1.5", "-999999999999999.999"),
            changed("1.5", "1e14"),
            "{'unit':'40','programme':'P','period':'','revision':1,'asOf':'2024-01-01',"
                + "'nil':true,'test':true}")) {
      ProgressReport report = report(text);
      FileReport again = ReportJson.read(PLACE, ReportJson.write(report));
      assertEquals(new FileReport.Legible(PLACE, report), again);
    }
  }

  static String changed(String from, String to) {
    assertTrue(RIGHT.contains(from), from);
    return RIGHT.replace(from, to);
  }

  private static FileReport read(String text) {
    return ReportJson.read(PLACE, text.replace('\'', '"'));
  }

  private static ProgressReport report(String text) {
    return assertInstanceOf(FileReport.Legible.class, read(text), () -> text + read(text)).report();
  }

  private static String value(ProgressReport report) {
    return report.indicators().get(0).value().toPlainString();
  }

  private static List<String> paths(String text) {
    return read(text) instanceof FileReport.Unreadable unreadable
        ? unreadable.errors().listed().stream().map(Finding::path).toList()
        : List.of();
  }
}
