package vn.tonghop.bench.drain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vn.tonghop.bench.cluster.Measured;

class StealTest {

  @Test
  void theHostsShareIsOfAllTimeButGuests() {
    Steal before = Steal.of("cpu  10 0 10 80 0 0 0 0 5 5");
    Steal after = Steal.of("cpu  20 0 20 150 5 0 0 5 50 50");
    assertEquals(new Steal(0, 100), before);
    assertEquals(0.05, after.shareSince(before));
    assertEquals(0, before.shareSince(before));
    assertTrue(Steal.now().all() > 0);
  }

  @Test
  void aProcessIsMeasuredAsTheJvmMeasuresItself() {
    Measured self = new Measured(ProcessHandle.current().pid());
    long before = self.cpuMicros();
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (self.cpuMicros() - before < 50_000) {
      assertTrue(System.nanoTime() < deadline, "no processor time was counted");
    }
    // In this order: memory may grow between the two.
    long resident = self.peakBytesOrNone();
    assertTrue(resident > 0 && self.peakBytes() >= resident, "resident " + resident);
  }
}
