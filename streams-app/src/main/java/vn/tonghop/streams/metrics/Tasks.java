package vn.tonghop.streams.metrics;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** What of the work is this instance's. */
final class Tasks {

  private static final String CLIENT = "stream-metrics";

  private Tasks() {}

  static void register(PrometheusRegistry registry, Watched watched) {
    KafkaMetrics kafka = new KafkaMetrics(watched::kafka);
    GaugeWithCallback.builder()
        .name("tonghop_tasks")
        .help("Tasks of this instance: at work, kept as a copy, being restored.")
        .labelNames("kind")
        .callback(
            to -> {
              to.call(watched.activeTasks(), "active");
              to.call(watched.standbyTasks(), "standby");
              to.call(
                  kafka.sum("stream-state-updater-metrics", "active-restoring-tasks"), "restoring");
            })
        .register(registry);
    GaugeWithCallback.builder()
        .name("tonghop_stream_threads")
        .help("Stream threads that work, and those that have died since the process began.")
        .labelNames("state")
        .callback(
            to -> {
              to.call(kafka.sum(CLIENT, "alive-stream-threads"), "alive");
              to.call(kafka.sum(CLIENT, "failed-stream-threads"), "failed");
            })
        .register(registry);
    GaugeWithCallback.builder()
        .name("tonghop_client_state")
        .help("Kafka Streams' state: 1 REBALANCING, 2 RUNNING, 3 PENDING_SHUTDOWN, 6 ERROR.")
        .callback(to -> to.call(watched.clientState()))
        .register(registry);
  }
}
