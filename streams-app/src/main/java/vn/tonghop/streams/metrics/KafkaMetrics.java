package vn.tonghop.streams.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Kafka's metrics by group and name. One that is not there, or has no value yet, is left out rather
 * than told as 0.
 */
final class KafkaMetrics {

  /** The number of a stream thread, in its own name and in those of its clients. */
  private static final Pattern THREAD = Pattern.compile("StreamThread-([0-9]+)");

  private final Supplier<Map<MetricName, ? extends Metric>> all;

  KafkaMetrics(Supplier<Map<MetricName, ? extends Metric>> all) {
    this.all = all;
  }

  /** The sum over all tags; 0 where there are none. */
  double sum(String group, String name) {
    return found(group, name).mapToDouble(each -> value(each.getValue())).sum();
  }

  /** Sums by a tag's value, sorted. */
  Map<String, Double> by(String tag, String group, String name) {
    Map<String, Double> sums = new TreeMap<>();
    found(group, name)
        .filter(each -> each.getKey().tags().containsKey(tag))
        .forEach(
            each ->
                sums.merge(
                    String.valueOf(each.getKey().tags().get(tag)),
                    value(each.getValue()),
                    Double::sum));
    return sums;
  }

  /** Sums by the number of the stream thread, which an instance gives anew at each start. */
  Map<String, Double> byThread(String group, String name) {
    Map<String, Double> sums = new TreeMap<>();
    each(group, name)
        .forEach(
            (metric, value) ->
                thread(metric).ifPresent(thread -> sums.merge(thread, value, Double::sum)));
    return sums;
  }

  /** Values of all of that name, whatever their tags. */
  Map<MetricName, Double> each(String group, String name) {
    Map<MetricName, Double> values = new HashMap<>();
    found(group, name).forEach(each -> values.put(each.getKey(), value(each.getValue())));
    return values;
  }

  /** The number of the stream thread that a metric is of. */
  static Optional<String> thread(MetricName metric) {
    Matcher thread = THREAD.matcher(metric.tags().toString());
    return thread.find() ? Optional.of(thread.group(1)) : Optional.empty();
  }

  private Stream<? extends Map.Entry<MetricName, ? extends Metric>> found(
      String group, String name) {
    return all.get().entrySet().stream()
        .filter(each -> each.getKey().name().equals(name) && each.getKey().group().equals(group))
        .filter(each -> !Double.isNaN(value(each.getValue())));
  }

  private static double value(Metric metric) {
    return metric.metricValue() instanceof Number number ? number.doubleValue() : Double.NaN;
  }
}
