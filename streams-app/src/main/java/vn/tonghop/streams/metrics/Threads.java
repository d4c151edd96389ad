package vn.tonghop.streams.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** What Kafka Streams measures of each stream thread. */
final class Threads {

  private static final String THREAD = "stream-thread-metrics";
  private static final double MS_PER_SECOND = 1_000;

  private Threads() {}

  static void register(PrometheusRegistry registry, Watched watched) {
    KafkaMetrics kafka = new KafkaMetrics(watched::kafka);
    Totals dropped = new Totals();
    GaugeWithCallback.builder()
        .name("tonghop_commit_seconds_max")
        .help("The longest commit of the last minute, in seconds.")
        .labelNames("thread")
        .callback(
            to ->
                kafka
                    .byThread(THREAD, "commit-latency-max")
                    .forEach((thread, ms) -> to.call(ms / MS_PER_SECOND, thread)))
        .register(registry);
    GaugeWithCallback.builder()
        .name("tonghop_process_ratio")
        .help("Part of its time that the thread processes records, 0 to 1.")
        .labelNames("thread")
        .callback(to -> kafka.byThread(THREAD, "process-ratio").forEach((t, v) -> to.call(v, t)))
        .register(registry);
    CounterWithCallback.builder()
        .name("tonghop_rebalances_total")
        .help("Rebalances that the thread took part in.")
        .labelNames("thread")
        .callback(
            to ->
                kafka
                    .byThread("consumer-coordinator-metrics", "rebalance-total")
                    .forEach((thread, count) -> to.call(count, thread)))
        .register(registry);
    CounterWithCallback.builder()
        .name("tonghop_dropped_records_total")
        .help("Records that Kafka Streams dropped; none may ever be.")
        .labelNames("thread")
        .callback(
            to ->
                dropped
                    .of(kafka.each("stream-task-metrics", "dropped-records-total"))
                    .forEach((thread, count) -> to.call(count, thread)))
        .register(registry);
  }
}
