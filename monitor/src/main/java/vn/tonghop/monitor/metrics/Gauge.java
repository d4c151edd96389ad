package vn.tonghop.monitor.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;

/** A gauge whose points are those of this moment: what is not put in is absent, never frozen. */
final class Gauge {

  private final GaugeSnapshot.Builder builder = GaugeSnapshot.builder();

  Gauge(String name, String help) {
    builder.name(name).help(help);
  }

  Gauge put(Labels labels, Number value) {
    builder.dataPoint(
        GaugeDataPointSnapshot.builder().labels(labels).value(value.doubleValue()).build());
    return this;
  }

  GaugeSnapshot snapshot() {
    return builder.build();
  }
}
