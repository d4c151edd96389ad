package vn.tonghop.bench.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.tonghop.bench.workload.Shape;
import vn.tonghop.bench.workload.Workload;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.report.ReportKind;

class OutgoingTest {

  private static final Workload WORKLOAD = Workload.of(Shape.STANDARD);

  @Test
  void whatComesAfterThoseAlreadyThereIsTheSameWithTheSameOffsets() {
    Outgoing whole = new Outgoing(WORKLOAD, 0);
    for (int i = 0; i < 5_000; i++) {
      whole.next();
    }
    Outgoing rest = new Outgoing(WORKLOAD, 5_000);
    for (int i = 0; i < 2_000; i++) {
      assertEquals(whole.next(), rest.next());
    }
    assertEquals(7_000, rest.passed());
  }

  /** What the measurement of latency rests on. */
  @Test
  void theFirstOfADocumentSpeaksForItsUnitAtOnceInTheShortestTargetThatHoldsIt() {
    Outgoing outgoing = new Outgoing(WORKLOAD, 0);
    Map<String, Period> closing = new HashMap<>();
    int firsts = 0;
    for (int i = 0; i < 60_000; i++) {
      Outgoing.Next next = outgoing.next();
      if (next.first()) {
        firsts++;
        assertEquals(ReportKind.SUBMIT, next.report().kind());
        Period period = Period.parse(Workload.REGIME, next.report().period()).orElseThrow();
        Period target = period.targets().get(0);
        String row = next.report().unit() + "|" + next.report().programme() + "|" + target;
        Period before = closing.put(row, period);
        assertTrue(before == null || isLater(period, before), before + " before " + period);
      }
    }
    assertTrue(firsts > 40_000, firsts + " firsts");
  }

  private static boolean isLater(Period period, Period other) {
    return period.lastMonth() > other.lastMonth()
        || (period.lastMonth() == other.lastMonth()
            && period.length().compareTo(other.length()) > 0);
  }
}
