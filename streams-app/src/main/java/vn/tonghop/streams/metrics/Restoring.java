package vn.tonghop.streams.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** How far the restoring of state has come. */
final class Restoring {

  private Restoring() {}

  static void register(PrometheusRegistry registry, Watched watched) {
    GaugeWithCallback.builder()
        .name("tonghop_restore_remaining_records")
        .help("Records of state still to be restored before its tasks work.")
        .callback(to -> to.call((double) watched.restoreRemaining()))
        .register(registry);
    CounterWithCallback.builder()
        .name("tonghop_restored_records_total")
        .help("Records of state restored since the process began.")
        .callback(to -> to.call((double) watched.restored()))
        .register(registry);
  }
}
