package vn.tonghop.streams.metrics;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.BooleanSupplier;

/** Whether the instance can work, and what it needs from outside for that. */
final class Surroundings {

  private Surroundings() {}

  static void register(PrometheusRegistry registry, Watched watched) {
    yesOrNo(registry, "tonghop_ready", "1 while it decides reports.", watched::isReady);
    yesOrNo(registry, "tonghop_broker_up", "1 while a broker answers.", watched::isBrokerUp);
    yesOrNo(
        registry, "tonghop_registry_up", "1 while the registry answers.", watched::isRegistryUp);
    GaugeWithCallback.builder()
        .name("tonghop_unanswerable_topics")
        .help("1 for each reports topic that is not read for want of a receipts topic.")
        .labelNames("topic")
        .callback(to -> watched.unanswerable().forEach(topic -> to.call(1, topic)))
        .register(registry);
    GaugeWithCallback.builder()
        .name("tonghop_reference_version")
        .help("The newest version of the reference data that the instance knows.")
        .callback(to -> to.call((double) watched.referenceVersion()))
        .register(registry);
  }

  private static void yesOrNo(
      PrometheusRegistry registry, String name, String help, BooleanSupplier is) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(to -> to.call(is.getAsBoolean() ? 1 : 0))
        .register(registry);
  }
}
