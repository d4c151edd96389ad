package vn.tonghop.streams.metrics;

import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import vn.tonghop.domain.period.Regime;

/** Which build runs, and how its year runs: two instances that differ here disagree on figures. */
final class BuildInfo {

  private static final String NOT_BUILT = "not-built";

  private BuildInfo() {}

  static void register(PrometheusRegistry registry, Regime regime) {
    String version = BuildInfo.class.getPackage().getImplementationVersion();
    Info.builder()
        .name("tonghop_build_info")
        .help("Version of the roll-up and its reporting year; always 1.")
        .labelNames("version", "regime")
        .register(registry)
        .addLabelValues(version == null ? NOT_BUILT : version, regime.id());
  }
}
