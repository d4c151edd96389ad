package vn.tonghop.streams.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

/** A counter never falls, whatever tasks come and go. */
class TotalsTest {

  private final Totals totals = new Totals();

  @Test
  void whatATaskCountedStaysWhenItGoes() {
    assertEquals(Map.of("1", 3.0), totals.of(Map.of(task("1", "0_0"), 2.0, task("1", "0_1"), 1.0)));
    assertEquals(Map.of("1", 3.0), totals.of(Map.of(task("1", "0_1"), 1.0)));
    assertEquals(Map.of("1", 3.0), totals.of(Map.of()));
  }

  @Test
  void aTaskThatComesBackBeginsAnewAndIsAdded() {
    assertEquals(Map.of("1", 2.0), totals.of(Map.of(task("1", "0_0"), 2.0)));
    assertEquals(Map.of("1", 3.0), totals.of(Map.of(task("1", "0_0"), 1.0)));
    assertEquals(Map.of("1", 3.0), totals.of(Map.of()));
    assertEquals(Map.of("1", 5.0), totals.of(Map.of(task("1", "0_0"), 2.0)));
  }

  @Test
  void threadsAreToldApartAndThoseWithNothingAreThereWithZero() {
    assertEquals(
        Map.of("1", 2.0, "2", 0.0),
        totals.of(Map.of(task("1", "0_0"), 2.0, task("2", "0_1"), 0.0)));
    assertEquals(
        Map.of("1", 2.0, "2", 1.0),
        totals.of(Map.of(task("2", "0_0"), 0.0, task("2", "0_1"), 1.0)));
  }

  private static MetricName task(String thread, String task) {
    return new MetricName(
        "dropped-records-total",
        "stream-task-metrics",
        "",
        Map.of("thread-id", "tonghop-roll-up-x-StreamThread-" + thread, "task-id", task));
  }
}
