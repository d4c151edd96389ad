package vn.tonghop.streams.runtime;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a health server tells of.
 *
 * @param health what the instance knows of itself, without asking anybody
 * @param readiness the same with what is needed from outside
 * @param metrics registries whose metrics stand on one page; of two with one name the first counts
 */
public record Observed(
    Supplier<Health> health, Supplier<Readiness> readiness, List<PrometheusRegistry> metrics) {

  public Observed {
    metrics = List.copyOf(metrics);
  }

  /** An instance alone. */
  public static Observed of(RollUpInstance instance) {
    return new Observed(instance::health, instance::readiness, List.of(instance.metrics()));
  }
}
