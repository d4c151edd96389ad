package vn.tonghop.domain.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static vn.tonghop.domain.oracle.Reports.done;
import static vn.tonghop.domain.oracle.Reports.nil;
import static vn.tonghop.domain.oracle.Reports.open;
import static vn.tonghop.domain.oracle.Reports.report;
import static vn.tonghop.domain.oracle.Reports.withTest;
import static vn.tonghop.domain.oracle.Reports.withdrawal;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.oracle.Pipeline;
import vn.tonghop.domain.oracle.Reports;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;

/** Outcomes, punctuality, and the warnings that compare with what was said before. */
class AcceptanceTest {

  private static final String IN_TIME = "2024-04-10T16:59:59.999Z";
  private static final String IN_JANUARY = "2024-01-31T00:00:00Z";
  private static final String LATE = "2024-04-10T17:00:00Z";

  private final Pipeline pipeline = new Pipeline(Regime.CALENDAR, ReferenceData.bundled());
  private long offset;

  private static ProgressReport q1(int revision, TaskLine... tasks) {
    return report("40", "CTCT-2024", "2024-Q1", revision, "2024-03-31", tasks);
  }

  private static ProgressReport q1Withdrawn(int revision) {
    return withdrawal("40", "CTCT-2024", "2024-Q1", revision, "2024-03-31");
  }

  private static ProgressReport month(String period, String asOf, TaskLine... tasks) {
    return report("40", "CTCT-2024", period, 1, asOf, tasks);
  }

  private static final TaskLine A = open("A", null, 5);
  private static final TaskLine B = open("B", null, 5);
  private static final TaskLine C = done("C", null, "2024-01-10");
  private static final TaskLine D = done("D", null, "2024-01-10");

  private void says(String expected, ProgressReport report, String at) {
    Receipt receipt = pipeline.arrive(Reports.arrival(report, Instant.parse(at), offset++));
    StringBuilder said = new StringBuilder(receipt.outcome().name());
    receipt.errors().listed().forEach(each -> said.append(' ').append(each.rule()));
    receipt.warnings().listed().forEach(each -> said.append(' ').append(each.rule()));
    said.append(" onTime=").append(receipt.onTime());
    said.append(" counts=").append(receipt.countsNow());
    assertEquals(expected, said.toString());
    assertNotNull(receipt.digest());
  }

  @Test
  void aHigherRevisionReplacesAndALowerIsStaleWhateverItSays() {
    says("ACCEPTED onTime=true counts=2", q1(2, A), IN_TIME);
    says("ACCEPTED onTime=true counts=5", q1(5, A), IN_TIME);
    says("STALE onTime=true counts=5", q1(2, A), IN_TIME);
    says("STALE onTime=true counts=5", q1(4, A, B), IN_TIME);
  }

  @Test
  void theSameRevisionIsADuplicateOrAConflict() {
    says("ACCEPTED onTime=true counts=1", q1(1, A, B), IN_TIME);
    says("DUPLICATE onTime=true counts=1", q1(1, B, A), IN_TIME);
    says("CONFLICT onTime=true counts=1", q1(1, A), IN_TIME);
    says("DUPLICATE onTime=true counts=1", q1(1, A, B), IN_TIME);
  }

  @Test
  void afterAWithdrawalNoOlderRevisionComesBack() {
    says("ACCEPTED onTime=true counts=1", q1(1, A), IN_TIME);
    says("ACCEPTED onTime=true counts=null", q1Withdrawn(3), IN_TIME);
    says("STALE onTime=true counts=null", q1(2, A), IN_TIME);
    says("CONFLICT onTime=true counts=null", q1(3, A), IN_TIME);
    says("DUPLICATE onTime=true counts=null", q1Withdrawn(3), IN_TIME);
    says("ACCEPTED onTime=true counts=4", q1(4, B), IN_TIME);
  }

  @Test
  void aWithdrawalOfNothingIsAcceptedAndIsNoSubmission() {
    says("ACCEPTED onTime=null counts=null", q1Withdrawn(1), IN_TIME);
    says("ACCEPTED_WITH_WARNINGS W01 onTime=false counts=2", q1(2, A), LATE);
    says("ACCEPTED_WITH_WARNINGS W01 onTime=false counts=null", q1Withdrawn(3), IN_TIME);
  }

  @Test
  void aCorrectionNeverMakesAnOnTimeReportLate() {
    says("ACCEPTED onTime=true counts=1", q1(1, A), IN_TIME);
    says("ACCEPTED onTime=true counts=2", q1(2, A), LATE);
    says("ACCEPTED onTime=true counts=null", q1Withdrawn(3), LATE);
    says("ACCEPTED onTime=true counts=4", q1(4, A), LATE);
  }

  @Test
  void theEarliestSubmissionDecidesWhateverItsOutcome() {
    says("ACCEPTED_WITH_WARNINGS W01 onTime=false counts=2", q1(2, A), LATE);
    says("STALE onTime=true counts=2", q1(1, A), IN_TIME);
    says("DUPLICATE onTime=true counts=2", q1(2, A), LATE);
  }

  @Test
  void aRejectedReportIsNoSubmission() {
    says("REJECTED E08 onTime=null counts=null", q1(1, A, A), IN_TIME);
    says("ACCEPTED_WITH_WARNINGS W01 onTime=false counts=2", q1(2, A), LATE);
    says("REJECTED E08 onTime=null counts=2", q1(3, A, A), LATE);
    says("REJECTED E06 onTime=null counts=2", q1(0, A), LATE);
  }

  @Test
  void aTestIsAnsweredForItselfAndHasNoEffect() {
    says("TESTED onTime=true counts=null", withTest(q1(9, A), true), IN_TIME);
    says("TESTED W01 onTime=false counts=null", withTest(q1(9, A), true), LATE);
    says("ACCEPTED_WITH_WARNINGS W01 onTime=false counts=1", q1(1, A, B), LATE);
    says("TESTED W02 onTime=true counts=1", withTest(q1(1, A), true), IN_TIME);
    says("TESTED onTime=null counts=1", withTest(q1Withdrawn(2), true), LATE);
    says("REJECTED E08 onTime=null counts=1", withTest(q1(2, A, A), true), LATE);
    says("ACCEPTED_WITH_WARNINGS W01 onTime=false counts=2", q1(2, A, B), LATE);
  }

  @Test
  void aTaskThatIsGoneIsWarnedOf() {
    says("ACCEPTED onTime=true counts=1", q1(1, A, B, C), IN_TIME);
    says("ACCEPTED_WITH_WARNINGS W02 W02 onTime=true counts=2", q1(2, C), IN_TIME);
    says("STALE onTime=true counts=2", q1(1, A), IN_TIME);
    says("REJECTED E11 onTime=null counts=2", q1(1), IN_TIME);
  }

  @Test
  void nothingIsGoneAfterANilOrAWithdrawal() {
    says("ACCEPTED onTime=true counts=1", q1(1, A), IN_TIME);
    says(
        "ACCEPTED_WITH_WARNINGS W02 onTime=true counts=2",
        nil("40", "CTCT-2024", "2024-Q1", 2, "2024-03-31"),
        IN_TIME);
    says("ACCEPTED onTime=true counts=3", q1(3, B), IN_TIME);
    says("ACCEPTED onTime=true counts=null", q1Withdrawn(4), IN_TIME);
    says("ACCEPTED onTime=true counts=5", q1(5, C), IN_TIME);
  }

  @Test
  void fewerCompletedAndTasksGoneAreComparedWithTheReportThatEndedLastBefore() {
    says("ACCEPTED onTime=true counts=1", month("2024-M01", "2024-01-31", A, C, D), IN_JANUARY);
    says("ACCEPTED onTime=true counts=1", month("2024-M02", "2024-02-29", A, C, D), IN_JANUARY);
    says("ACCEPTED_WITH_WARNINGS W03 W07 onTime=true counts=1", q1(1, A, C), IN_TIME);
    says("CONFLICT W03 W07 W07 onTime=true counts=1", q1(1, C), IN_TIME);
    says("ACCEPTED onTime=true counts=2", q1(2, A, C, D), IN_TIME);
  }

  @Test
  void aReportThatEndsWithThisOneIsNotBeforeIt() {
    says("ACCEPTED onTime=true counts=1", month("2024-M03", "2024-03-31", C, D), IN_TIME);
    says("ACCEPTED onTime=true counts=1", q1(1, A), IN_TIME);
  }

  @Test
  void ofTwoThatEndTogetherBeforeItTheLongerIsCompared() {
    says("ACCEPTED onTime=true counts=1", month("2024-M03", "2024-03-31", A), IN_TIME);
    says("ACCEPTED onTime=true counts=1", q1(1, C), IN_TIME);
    says(
        "ACCEPTED_WITH_WARNINGS W03 W07 onTime=true counts=1",
        month("2024-M04", "2024-04-30", A),
        IN_TIME);
  }

  @Test
  void ofWarningsThatAReceiptDoesNotListTheNumberIsKept() {
    List<TaskLine> untouched =
        IntStream.range(0, 150).mapToObj(i -> open("T" + i, "2024-01-01", 0)).toList();
    Receipt receipt =
        pipeline.arrive(
            Reports.arrival(Reports.withTasks(q1(1), untouched), Instant.parse(LATE), offset++));
    assertEquals(151, receipt.warnings().count());
    assertEquals(100, receipt.warnings().listed().size());
  }
}
