package vn.tonghop.streams.metrics;

import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.streams.processor.Tally;

/** All metrics of one instance of the roll-up, in a registry of its own. */
public final class RollUpMetrics {

  private RollUpMetrics() {}

  /** Nothing is measured until somebody asks: each scrape reads what there is. */
  public static PrometheusRegistry of(Regime regime, Tally tally, Watched watched) {
    PrometheusRegistry registry = new PrometheusRegistry();
    BuildInfo.register(registry, regime);
    Decisions.register(registry, tally);
    Surroundings.register(registry, watched);
    Tasks.register(registry, watched);
    Threads.register(registry, watched);
    Restoring.register(registry, watched);
    StateSize.register(registry, watched);
    JvmMetrics.builder().register(registry);
    return registry;
  }
}
