package vn.tonghop.bench.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tonghop.bench.workload.Shape;
import vn.tonghop.bench.workload.Workload;
import vn.tonghop.domain.acceptance.ReportCheck;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.standing.Contribution;

class OneLineCorrectionsTest {

  private static final int DOCUMENTS = 3;

  @Test
  void eachIsAHigherRevisionFreeOfErrorsThatMovesTheFigures() {
    Workload workload = Workload.of(Shape.STANDARD);
    ReferenceData reference = ReferenceData.of(workload.reference(1_000));
    List<ProgressReport> reports =
        workload
            .reports(1_000)
            .filter(each -> each.revision() == 1 && !each.tasks().isEmpty())
            .limit(DOCUMENTS)
            .toList();
    OneLineCorrections corrections = new OneLineCorrections(reports, 2);
    List<ProgressReport> made = new ArrayList<>();
    for (int i = 0; i < 4 * DOCUMENTS; i++) {
      ProgressReport each = corrections.next();
      assertEquals(2 + i / DOCUMENTS, each.revision());
      assertEquals(reports.get(i % DOCUMENTS).unit(), each.unit());
      assertEquals(
          0,
          ReportCheck.check(reference, Workload.REGIME, each, each.unit(), Instant.EPOCH)
              .errors()
              .count());
      if (i >= DOCUMENTS) {
        assertNotEquals(
            figures(made.get(i - DOCUMENTS), reference), figures(each, reference), "" + i);
      }
      made.add(each);
    }
  }

  private static Contribution figures(ProgressReport report, ReferenceData reference) {
    Period period = Period.parse(Workload.REGIME, report.period()).orElseThrow();
    return Contribution.of(report, period, reference);
  }
}
