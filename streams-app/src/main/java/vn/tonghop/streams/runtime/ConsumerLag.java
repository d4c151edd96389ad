package vn.tonghop.streams.runtime;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** Lag as an instance's own consumers see it; nobody sees it so while the instance is down. */
final class ConsumerLag {

  private static final String GROUP = "consumer-fetch-manager-metrics";
  private static final String NAME = "records-lag-max";

  private ConsumerLag() {}

  /** Records waiting on the partition that is furthest behind; 0 before anything was fetched. */
  static long worst(Map<MetricName, ? extends Metric> metrics) {
    return metrics.entrySet().stream()
        .filter(each -> each.getKey().group().equals(GROUP) && each.getKey().name().equals(NAME))
        .filter(each -> !each.getKey().tags().getOrDefault("client-id", "").contains("restore"))
        .map(each -> each.getValue().metricValue())
        .filter(Double.class::isInstance)
        .mapToDouble(Double.class::cast)
        .filter(lag -> !Double.isNaN(lag))
        .mapToLong(lag -> (long) lag)
        .max()
        .orElse(0);
  }
}
