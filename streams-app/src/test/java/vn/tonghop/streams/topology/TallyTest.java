package vn.tonghop.streams.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.period.Regime;

/** Every record counts once by its outcome, and every dead letter once by each of its codes. */
class TallyTest {

  private static final Instant AT = Instant.parse("2024-03-16T00:00:00Z");

  @Test
  void whatIsAnsweredAtOnceCountsAsMuchAsWhatAcceptanceAnswers() {
    try (RollUpRun run = RollUpRun.of(Regime.DECREE_09_2019)) {
      run.arrive("40", null, new byte[] {1, 2, 3}, new RecordHeaders(), AT);
      run.arrive("48", null, null, new RecordHeaders(), AT);
      assertEquals(Map.of("REJECTED", 2L), told(run.tally().outcomes()));
      assertEquals(Map.of("E01", 2L), told(run.tally().letters()));
      assertEquals(2, run.deadLetters().size());
    }
  }

  @Test
  void everyOutcomeAndErrorIsThereFromTheStart() {
    try (RollUpRun run = RollUpRun.of(Regime.DECREE_09_2019)) {
      assertEquals(7, run.tally().outcomes().size());
      assertEquals(13, run.tally().letters().size());
      assertEquals(0, sum(run.tally().outcomes().values()) + sum(run.tally().letters().values()));
    }
  }

  private static long sum(Collection<LongAdder> counts) {
    return counts.stream().mapToLong(LongAdder::sum).sum();
  }

  private static Map<String, Long> told(Map<? extends Enum<?>, LongAdder> counts) {
    Map<String, Long> told = new TreeMap<>();
    counts.forEach((key, count) -> told.put(key.name(), count.sum()));
    told.values().removeIf(count -> count == 0);
    return told;
  }
}
