package vn.tonghop.bench.ladder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.tonghop.bench.workload.Workload;
import vn.tonghop.domain.oracle.Reports;
import vn.tonghop.domain.report.ProgressReport;

/** A ladder that miscounts would be no yardstick. */
class TotalsTest {

  private static ProgressReport report(int revision, String... done) {
    var report = Reports.report("40", "BM", "2024-Q1", revision, "2024-03-14");
    var tasks = new java.util.ArrayList<vn.tonghop.domain.report.TaskLine>();
    for (String day : done) {
      tasks.add(Reports.done("T" + tasks.size(), "2024-02-28", day));
    }
    tasks.add(Reports.open("open", "2024-03-13", 40));
    return Reports.withTasks(report, tasks);
  }

  private static long[] total(Totals totals) {
    ByteBuffer bytes = ByteBuffer.wrap(totals.bytes("BM|2024-Q1"));
    long[] total = new long[Compact.MEASURES];
    for (int i = 0; i < total.length; i++) {
      total[i] = bytes.getLong();
    }
    return total;
  }

  @Test
  void aCorrectionTakesBackWhatTheRevisionBeforeSaid() {
    Totals totals = new Totals(Workload.REGIME);
    assertTrue(totals.take(report(1, "2024-02-28", "2024-03-01", "2023-12-01")));
    assertArrayEquals(new long[] {4, 2, 1, 0, 1, 2, 340}, total(totals));
    assertTrue(totals.take(report(3, "2024-02-28")));
    assertArrayEquals(new long[] {2, 1, 0, 0, 1, 1, 140}, total(totals));
    assertFalse(totals.take(report(2)), "a late lower revision");
    assertArrayEquals(new long[] {2, 1, 0, 0, 1, 1, 140}, total(totals));
    assertEquals(Set.of("BM|2024-Q1"), totals.changed());
    assertEquals(Set.of(), totals.changed());
  }
}
