package vn.tonghop.console.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.tonghop.domain.oracle.Reports.assigned;
import static vn.tonghop.domain.oracle.Reports.done;
import static vn.tonghop.domain.oracle.Reports.nil;
import static vn.tonghop.domain.oracle.Reports.open;
import static vn.tonghop.domain.oracle.Reports.report;
import static vn.tonghop.domain.oracle.Reports.sent;
import static vn.tonghop.domain.oracle.Reports.value;
import static vn.tonghop.domain.oracle.Reports.withIndicators;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tonghop.console.drill.Difference.Change;
import vn.tonghop.console.drill.Difference.Field;
import vn.tonghop.console.drill.Difference.Line;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;

class DifferenceTest {

  private static ProgressReport of(int revision, TaskLine... tasks) {
    return report("40", "CTCT-2024", "2024-Q1", revision, "2024-03-14", tasks);
  }

  @Test
  void aTaskIsAddedRemovedOrChangedFieldByField() {
    Difference difference =
        Difference.between(
            of(1, open("GONE", null, 0), open("CHANGED", "2024-03-01", 40), open("SAME", null, 5)),
            of(
                2,
                open("NEW", null, 0),
                open("SAME", null, 5),
                assigned(done("CHANGED", "2024-03-01", "2024-02-27"), "SECRETARIAT", "CADRES")));
    assertEquals(
        List.of("NEW", "CHANGED", "GONE"), difference.tasks().stream().map(Line::code).toList());
    assertNull(difference.tasks().get(0).before());
    assertNull(difference.tasks().get(2).after());
    assertEquals(
        List.of(
            new Change(Field.ASSIGNED_BY, "POLITBURO", "SECRETARIAT"),
            new Change(Field.STATUS, TaskStatus.IN_PROGRESS, TaskStatus.COMPLETED),
            new Change(Field.COMPLETED_ON, null, LocalDate.parse("2024-02-27")),
            new Change(Field.PERCENT, 40, 100)),
        difference.tasks().get(1).changes());
  }

  @Test
  void orderRevisionAndSenderAreNoDifference() {
    ProgressReport one = of(1, open("A", null, 0), open("B", null, 7));
    ProgressReport other =
        sent(of(2, open("B", null, 7), open("A", null, 0)), "Lan", Instant.EPOCH);
    assertTrue(Difference.between(one, other).isNone());
  }

  @Test
  void titlesAndNotesAreCompared() {
    TaskLine task = open("A", null, 0);
    TaskLine noted =
        new TaskLine(
            "A",
            "Rà soát quy hoạch",
            task.assignedBy(),
            task.field(),
            task.status(),
            null,
            null,
            0,
            "chờ ý kiến");
    assertEquals(
        List.of(
            new Change(Field.TITLE, null, "Rà soát quy hoạch"),
            new Change(Field.NOTE, null, "chờ ý kiến")),
        Difference.between(of(1, task), of(2, noted)).tasks().get(0).changes());
  }

  @Test
  void theReportItselfAndItsIndicatorsAreCompared() {
    ProgressReport before = withIndicators(of(1), value("POSTS", "10"), value("GONE", "1"));
    ProgressReport after =
        withIndicators(
            report("40", "CTCT-2024", "2024-Q1", 2, "2024-03-10"),
            value("POSTS", "10.500"),
            value("NEW", "2"));
    Difference difference = Difference.between(before, after);
    assertEquals(
        List.of(
            new Change(Field.AS_OF, LocalDate.parse("2024-03-14"), LocalDate.parse("2024-03-10"))),
        difference.report());
    assertEquals(
        List.of("POSTS", "NEW", "GONE"), difference.indicators().stream().map(Line::code).toList());
    assertFalse(difference.isNone());
    assertEquals(
        List.of(new Change(Field.NIL, false, true)),
        Difference.between(of(1), nil("40", "CTCT-2024", "2024-Q1", 2, "2024-03-14")).report());
  }
}
