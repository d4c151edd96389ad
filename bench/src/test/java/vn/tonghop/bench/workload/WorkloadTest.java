package vn.tonghop.bench.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.ReportCheck;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;

class WorkloadTest {

  private static final int COUNT = 40_000;
  private static final int CHECKED = 8_000;
  private static final Workload STANDARD = Workload.of(Shape.STANDARD);

  @Test
  void theFirstReportsAreTheSameHoweverManyAreAskedFor() {
    List<ProgressReport> few = STANDARD.reports(500).toList();
    assertEquals(few, Workload.of(Shape.STANDARD).reports(5_000).toList().subList(0, 500));
    assertNotEquals(
        few, Workload.of(new Shape(2, 63, 20, 0, false)).reports(500).toList(), "another seed");
  }

  @Test
  void noReportHasAnError() {
    for (Shape shape :
        List.of(
            Shape.STANDARD,
            Shape.STANDARD.withUnits(630).withLines(5),
            Shape.STANDARD.withLines(80).withTitles(),
            Shape.STANDARD.withRevisions(100))) {
      Workload workload = Workload.of(shape);
      ReferenceData reference = ReferenceData.of(workload.reference(CHECKED));
      assertTrue(reference.unitCodes().containsAll(workload.units()));
      workload
          .reports(CHECKED)
          .forEach(
              report ->
                  assertEquals(List.of(), errors(reference, report), () -> shape + ": " + report));
    }
  }

  private static List<Finding> errors(ReferenceData reference, ProgressReport report) {
    return ReportCheck.check(reference, Workload.REGIME, report, report.unit(), Instant.EPOCH)
        .errors()
        .listed();
  }

  @Test
  void sharesAreWhatTheyAreSaidToBe() {
    Map<String, Integer> highest = new HashMap<>();
    int corrections = 0;
    int stale = 0;
    int nils = 0;
    int withdrawals = 0;
    int indicators = 0;
    for (ProgressReport report : STANDARD.reports(COUNT).toList()) {
      String key = report.unit() + report.programme() + report.period();
      int before = highest.getOrDefault(key, 0);
      corrections += before > 0 && report.revision() > before ? 1 : 0;
      stale += report.revision() < before ? 1 : 0;
      highest.merge(key, report.revision(), Math::max);
      nils += report.nil() ? 1 : 0;
      withdrawals += report.kind() == ReportKind.WITHDRAW ? 1 : 0;
      indicators += report.indicators().isEmpty() ? 0 : 1;
    }
    assertShare(0.19, 0.21, corrections);
    assertShare(0.015, 0.025, stale);
    assertShare(0.005, 0.015, nils);
    assertShare(0.001, 0.006, withdrawals);
    assertShare(0.1, 0.25, indicators);
  }

  private static void assertShare(double from, double to, int count) {
    double share = (double) count / COUNT;
    assertTrue(from <= share && share <= to, "share " + share);
  }

  @Test
  void everyUnitHasEachDocumentOnceInAYear() {
    Calendar calendar = new Calendar(new Dice(7), 63);
    Set<Calendar.Due> due = new HashSet<>();
    for (long document = 0; document < calendar.documentsAYear(); document++) {
      due.add(calendar.due(document));
    }
    assertEquals(19L * 20 * 63, due.size());
  }

  @Test
  void aDocumentIsSentAsOftenAsAsked() {
    Map<String, Integer> sent = new HashMap<>();
    for (ProgressReport report :
        Workload.of(Shape.STANDARD.withRevisions(10)).reports(20_000).toList()) {
      String key = report.unit() + report.programme() + report.period();
      assertEquals(report.revision(), sent.merge(key, 1, Integer::sum));
    }
    assertEquals(Set.of(10), new HashSet<>(sent.values()));
  }

  @Test
  void aCorrectionChangesOneToThreeLines() {
    Map<String, ProgressReport> last = new HashMap<>();
    int compared = 0;
    for (ProgressReport report :
        Workload.of(Shape.STANDARD.withRevisions(5)).reports(10_000).toList()) {
      String key = report.unit() + report.programme() + report.period();
      ProgressReport before = last.put(key, report);
      if (before != null) {
        int changed = 0;
        for (int i = 0; i < report.tasks().size(); i++) {
          changed += report.tasks().get(i).equals(before.tasks().get(i)) ? 0 : 1;
        }
        assertTrue(changed <= 3, changed + " lines: " + report);
        compared++;
      }
    }
    assertEquals(8_000, compared);
  }
}
