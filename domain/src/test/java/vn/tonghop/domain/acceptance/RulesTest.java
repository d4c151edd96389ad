package vn.tonghop.domain.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.tonghop.domain.oracle.Reports.done;
import static vn.tonghop.domain.oracle.Reports.open;
import static vn.tonghop.domain.oracle.Reports.report;
import static vn.tonghop.domain.oracle.Reports.task;
import static vn.tonghop.domain.oracle.Reports.value;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tonghop.domain.oracle.Reports;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;

/** E02 to E13 and the warnings that need no history, each on both sides of its boundary. */
class RulesTest {

  private static final ReferenceData REFERENCE = ReferenceData.bundled();
  private static final Instant AT = Instant.parse("2024-04-02T00:00:00Z");
  private static final TaskLine TASK = open("T", null, 5);
  private static final ProgressReport RIGHT =
      report("40", "CTCT-2024", "2024-Q1", 1, "2024-03-31", TASK);

  private static String errors(ProgressReport report) {
    return said(check(report, report.unit()).errors());
  }

  private static String warnings(ProgressReport report) {
    return said(check(report, report.unit()).warnings());
  }

  private static CheckedReport check(ProgressReport report, @Nullable String topicUnit) {
    return ReportCheck.check(REFERENCE, Regime.CALENDAR, report, topicUnit, AT);
  }

  private static String said(FindingList findings) {
    return String.join(
        ", ", findings.listed().stream().map(each -> each.rule() + " " + each.path()).toList());
  }

  private static String errors(TaskLine... tasks) {
    return errors(report("40", "CTCT-2024", "2024-Q1", 1, "2024-03-31", tasks));
  }

  private static String errors(IndicatorValue... values) {
    return errors(Reports.withIndicators(RIGHT, values));
  }

  @Test
  void aRightReportHasNoErrors() {
    assertEquals("", errors(RIGHT));
    assertEquals("", warnings(RIGHT));
  }

  @ParameterizedTest
  @CsvSource({
    "70, CTCT-2025, 2025-S1, 2025-06-30, ''",
    "70, CTCT-2025, 2025-Q3, 2025-09-30, E02 unit",
    "70, CTCT-2025, 2025-M07, 2025-07-31, E02 unit",
    "X-QH, CTCT-2025, 2025-M01, 2025-01-31, E02 unit",
    "X-QH, CTCT-2025, 2025-M02, 2025-02-28, ''",
    "X-QH, CTCT-2025, 2025-Q1, 2025-01-31, ''",
    "70, CTCT-2025, 2025-A1, 2025-06-30, E02 unit",
    "75, CTCT-2025, 2025-A1, 2025-12-31, ''",
    "99, CTCT-2025, 2025-S1, 2025-06-30, E02 unit",
    "99, CTCT-2025, 2025-S9, 2025-06-30, 'E02 unit, E05 period'",
    "70, CTCT-2025, 2025-S9, 2025-06-30, E05 period",
    "40, NO, 2025-S9, 2025-06-30, 'E04 programme, E05 period'",
    "40, CTCT-2024, 2025-S1, 2025-06-30, E04 programme",
    "40, CTCT-2026, 2025-S1, 2025-06-30, E04 programme",
    "40, ctct-2025, 2025-S1, 2025-06-30, E04 programme",
    "40, CTCT-2025, 2025-s1, 2025-06-30, E05 period",
    "40, CTCT-2025, 2025-S1, 2025-01-01, ''",
    "40, CTCT-2025, 2025-S1, 2024-12-31, E07 asOf",
    "40, CTCT-2025, 2025-S1, 2025-07-01, E07 asOf",
    "99, NO, 2025-S1, 2025-07-01, 'E02 unit, E04 programme, E07 asOf'",
  })
  void unitProgrammeAndDateFitThePeriod(
      String unit, String programme, String period, String asOf, String errors) {
    assertEquals(errors, errors(report(unit, programme, period, 1, asOf, TASK)));
  }

  @Test
  void aReportComesByItsUnitsOwnTopic() {
    assertEquals("E03 unit", said(check(RIGHT, "38").errors()));
    assertEquals("", said(check(RIGHT, null).errors()));
    assertFalse(check(RIGHT, "38").hasKey());
    assertTrue(check(RIGHT, "40").hasKey());
  }

  @Test
  void aRevisionIsAtLeastOne() {
    assertEquals("E06 revision", errors(Reports.withRevision(RIGHT, 0)));
    assertEquals("E06 revision", errors(Reports.withRevision(RIGHT, Integer.MIN_VALUE)));
    assertEquals("", errors(Reports.withRevision(RIGHT, Integer.MAX_VALUE)));
  }

  @Test
  void aCodeStandsOnce() {
    assertEquals("E08 tasks[1].code, E08 tasks[2].code", errors(TASK, TASK, TASK));
    assertEquals("", errors(TASK, open("t", null, 5)));
    assertEquals("E08 indicators[1].code", errors(value("POSTS", "1"), value("POSTS", "2")));
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETED, 2024-03-31, 100, ''",
    "COMPLETED, 2024-04-01, 100, E09",
    "COMPLETED, 2020-01-01, 100, ''",
    "COMPLETED, , 100, E09",
    "IN_PROGRESS, 2024-03-01, 50, E09",
    "NOT_STARTED, 2024-03-01, 0, E09",
    "CANCELLED, 2024-03-01, 0, E09",
    "CANCELLED, 2024-04-01, 0, E09",
    "COMPLETED, 2024-03-31, 99, E10",
    "COMPLETED, 2024-03-31, 0, E10",
    "COMPLETED, 2024-03-31, 101, E10",
    "IN_PROGRESS, , 0, ''",
    "IN_PROGRESS, , 99, ''",
    "IN_PROGRESS, , 100, E10",
    "IN_PROGRESS, , -1, E10",
    "NOT_STARTED, , 0, ''",
    "NOT_STARTED, , 1, E10",
    "CANCELLED, , 0, ''",
    "CANCELLED, , 99, ''",
    "CANCELLED, , 100, E10",
    "COMPLETED, , 5, E09 E10",
  })
  void dateAndPercentFitTheStatus(
      TaskStatus status, @Nullable String completedOn, int percent, String codes) {
    String expected =
        codes
            .replace("E09", "E09 tasks[0].completedOn,")
            .replace("E10", "E10 tasks[0].percent")
            .replaceAll(",$", "");
    assertEquals(expected, errors(task("T", status, null, completedOn, percent)));
  }

  @Test
  void aSubmissionIsNilOrHasLines() {
    ProgressReport empty = Reports.withTasks(RIGHT, List.of());
    assertEquals("E11 nil", errors(empty));
    assertEquals("E11 nil", errors(Reports.withNil(RIGHT, true)));
    assertEquals("", errors(Reports.withNil(empty, true)));
    assertEquals("", errors(Reports.withIndicators(empty, value("POSTS", "0"))));
    assertEquals("", errors(Reports.withKind(empty, ReportKind.WITHDRAW)));
    assertEquals("", errors(Reports.withKind(Reports.withNil(RIGHT, true), ReportKind.WITHDRAW)));
  }

  @Test
  void linesOfAWithdrawalAreChecked() {
    assertEquals(
        "E08 tasks[1].code",
        errors(
            Reports.withKind(Reports.withTasks(RIGHT, List.of(TASK, TASK)), ReportKind.WITHDRAW)));
  }

  @Test
  void anIndicatorIsKnownAndNegativeOnlyWhereItMayBe() {
    assertEquals("E12 indicators[0].code", errors(value("posts", "1")));
    assertEquals("E12 indicators[0].code", errors(value("UNKNOWN", "-1")));
    assertEquals("E12 indicators[0].value", errors(value("POSTS", "-0.001")));
    assertEquals("", errors(value("POSTS", "0")));
    assertEquals("", errors(value("POSTS_CHANGE", "-0.001")));
  }

  @Test
  void authorityAndFieldAreInTheirCatalogues() {
    assertEquals(
        "E13 tasks[0].assignedBy, E13 tasks[0].field",
        errors(Reports.assigned(TASK, "CADRES", "POLITBURO")));
    assertEquals("", errors(Reports.assigned(TASK, "PROVINCIAL_COMMITTEE", "OTHER")));
  }

  @Test
  void anOverdueTaskWithoutProgressIsWarnedOf() {
    assertEquals("W05 tasks[0].percent", warned(open("T", "2024-03-30", 0)));
    assertEquals("", warned(open("T", "2024-03-31", 0)));
    assertEquals("", warned(open("T", null, 0)));
    assertEquals("", warned(open("T", "2024-03-30", 1)));
    assertEquals(
        "W05 tasks[0].percent", warned(task("T", TaskStatus.IN_PROGRESS, "2024-03-30", null, 0)));
    assertEquals("", warned(task("T", TaskStatus.CANCELLED, "2024-03-30", null, 0)));
  }

  private static String warned(TaskLine task) {
    return warnings(Reports.withTasks(RIGHT, List.of(task)));
  }

  @Test
  void aSenderWhoseClockIsMoreThanTenMinutesAheadIsWarned() {
    assertEquals("", warnings(Reports.sent(RIGHT, null, AT.plusSeconds(600))));
    assertEquals(
        "W04 submittedAt", warnings(Reports.sent(RIGHT, null, AT.plusSeconds(600).plusMillis(1))));
    assertEquals("", warnings(Reports.sent(RIGHT, null, Instant.EPOCH)));
  }

  @Test
  void figuresFromBeforeThePeriodsEndAreWarnedOf() {
    LocalDate day = LocalDate.parse("2024-03-30");
    assertEquals("W06 asOf", warnings(Reports.of(RIGHT, "40", "CTCT-2024", "2024-Q1", day)));
  }

  @Test
  void allErrorsAreFoundAtOnceInTheOrderOfTheDocument() {
    ProgressReport wrong =
        Reports.withIndicators(
            report(
                "99",
                "NO",
                "2024-Q1",
                0,
                "2024-04-01",
                Reports.assigned(done("T", null, "2024-04-02"), "NOBODY", "NOTHING"),
                open("T", null, 100)),
            value("UNKNOWN", "1"));
    assertEquals(
        "E02 unit, E03 unit, E04 programme, E06 revision, E07 asOf, E11 nil,"
            + " E13 tasks[0].assignedBy, E13 tasks[0].field, E09 tasks[0].completedOn,"
            + " E08 tasks[1].code, E10 tasks[1].percent, E12 indicators[0].code",
        said(check(Reports.withNil(wrong, true), "40").errors()));
  }

  @Test
  void aReceiptListsAHundredErrorsAndOneOfEachFurtherCode() {
    List<TaskLine> tasks = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      tasks.add(Reports.assigned(open("T" + i, "2024-01-01", 0), "NOBODY", "CADRES"));
    }
    tasks.add(open("T0", null, 100));
    CheckedReport checked =
        check(Reports.withIndicators(Reports.withTasks(RIGHT, tasks), value("POSTS", "-1")), "40");
    assertEquals(10_003, checked.errors().count());
    assertEquals(103, checked.errors().listed().size());
    assertEquals(
        "E13 tasks[99].assignedBy",
        said(new FindingList(checked.errors().listed().subList(99, 100), 1)));
    assertEquals(
        "E08 tasks[10000].code, E10 tasks[10000].percent, E12 indicators[0].value",
        said(new FindingList(checked.errors().listed().subList(100, 103), 3)));
    assertEquals(10_000, checked.warnings().count());
    assertEquals(100, checked.warnings().listed().size());
  }

  @Test
  void echoedTextIsCutAtTwoHundredCharactersOfWhichOneBeyondTheBasicPlaneIsOne() {
    String kept = "x".repeat(198) + "😀😀";
    String code = kept + "y".repeat(1000);
    for (String period : List.of("2024-Q1", code)) {
      CheckedReport checked =
          check(
              Reports.withIndicators(
                  report(code, code, period, 1, "2024-03-31", Reports.assigned(TASK, code, code)),
                  value(code, "1")),
              "40");
      for (Finding finding : checked.errors().listed()) {
        for (String text : List.of(finding.vi(), finding.en())) {
          assertTrue(text.contains(kept), text);
          assertFalse(text.contains(kept + "y"), text);
        }
      }
    }
    assertEquals("😀".repeat(150), Message.cut("😀".repeat(150)));
    assertEquals("😀".repeat(200), Message.cut("😀".repeat(200)));
    assertEquals("😀".repeat(200), Message.cut("😀".repeat(201)));
    assertEquals("x".repeat(200), Message.cut("x".repeat(201)));
    Finding unknown = Message.UNKNOWN_FIELD.at("tasks[0]." + "x".repeat(1000));
    assertEquals("tasks[0]." + "x".repeat(191), unknown.path());
  }
}
