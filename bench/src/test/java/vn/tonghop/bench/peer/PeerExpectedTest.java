package vn.tonghop.bench.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.tonghop.bench.workload.Shape;
import vn.tonghop.bench.workload.Workload;
import vn.tonghop.domain.oracle.Reports;
import vn.tonghop.domain.reference.ReferenceData;

class PeerExpectedTest {

  private static final int REPORTS = 4_000;

  @Test
  void theTablesOfAWorkloadAreThoseThatTheTopologyMakes() {
    Workload workload = Workload.of(new Shape(7, 5, 4, 0, false));
    try (PeerRun run =
        new PeerRun(Workload.REGIME, ReferenceData.of(workload.reference(REPORTS)))) {
      workload
          .reports(REPORTS)
          .forEach(report -> run.arrive(Reports.arrival(report, Instant.EPOCH, 0)));
      assertEquals(run.tables(), PeerExpected.tables(workload, REPORTS));
      assertTrue(run.tables().size() > 100, run.tables().size() + " tables");
    }
  }
}
