package vn.tonghop.streams.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import vn.tonghop.streams.processor.Tally;

/** What was decided on reports. Every outcome and code is there from the start, with 0. */
final class Decisions {

  private Decisions() {}

  static void register(PrometheusRegistry registry, Tally tally) {
    CounterWithCallback.builder()
        .name("tonghop_decided_reports_total")
        .help("Reports decided since the process began, by outcome.")
        .labelNames("outcome")
        .callback(
            to ->
                tally
                    .outcomes()
                    .forEach((outcome, count) -> to.call(count.doubleValue(), outcome.name())))
        .register(registry);
    CounterWithCallback.builder()
        .name("tonghop_dead_letters_total")
        .help("Dead letters written since the process began, by error code.")
        .labelNames("code")
        .callback(
            to ->
                tally.letters().forEach((code, count) -> to.call(count.doubleValue(), code.name())))
        .register(registry);
  }
}
