package vn.tonghop.streams.metrics;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.TreeMap;

/** What the stores on disk hold, with what they have not written down yet. */
final class StateSize {

  private static final String GROUP = "stream-state-metrics";
  private static final String STORE = "rocksdb-state-id";

  private StateSize() {}

  static void register(PrometheusRegistry registry, Watched watched) {
    KafkaMetrics kafka = new KafkaMetrics(watched::kafka);
    GaugeWithCallback.builder()
        .name("tonghop_state_bytes")
        .help("Bytes of a store's files and memory tables, over all its tasks on this instance.")
        .labelNames("store")
        .callback(to -> bytes(kafka).forEach((store, bytes) -> to.call(bytes, store)))
        .register(registry);
  }

  private static Map<String, Double> bytes(KafkaMetrics kafka) {
    Map<String, Double> bytes = new TreeMap<>(kafka.by(STORE, GROUP, "total-sst-files-size"));
    kafka
        .by(STORE, GROUP, "size-all-mem-tables")
        .forEach((store, more) -> bytes.merge(store, more, Double::sum));
    return bytes;
  }
}
