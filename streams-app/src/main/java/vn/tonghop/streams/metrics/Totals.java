package vn.tonghop.streams.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.MetricName;

/**
 * Counts of tasks, added up by stream thread. A task takes its count along when it moves: the sum
 * of those that are left would fall, and a counter that falls looks like a restart, behind which
 * all that is left is new.
 */
final class Totals {

  private final Map<MetricName, Double> last = new HashMap<>();
  private final Map<String, Double> totals = new TreeMap<>();

  /**
   * Totals by thread since the first call.
   *
   * @param counts as they are now; one that is lower than before has begun anew
   */
  synchronized Map<String, Double> of(Map<MetricName, Double> counts) {
    counts.forEach(
        (metric, count) -> {
          double before = last.getOrDefault(metric, 0.0);
          double more = count < before ? count : count - before;
          KafkaMetrics.thread(metric).ifPresent(thread -> totals.merge(thread, more, Double::sum));
        });
    last.clear();
    last.putAll(counts);
    return new TreeMap<>(totals);
  }
}
