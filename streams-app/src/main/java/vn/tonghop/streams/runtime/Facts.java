package vn.tonghop.streams.runtime;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import vn.tonghop.streams.metrics.Watched;

/** An instance as its metrics see it. */
record Facts(RollUpInstance instance) implements Watched {

  @Override
  public Map<MetricName, ? extends Metric> kafka() {
    return instance.kafkaMetrics();
  }

  @Override
  @SuppressWarnings("EnumOrdinal") // Kafka's own metric of it is the same number.
  public int clientState() {
    return instance.state().ordinal();
  }

  @Override
  public int activeTasks() {
    return instance.health().tasks();
  }

  @Override
  public int standbyTasks() {
    return instance.health().standbys();
  }

  @Override
  public long restoreRemaining() {
    return instance.restoreRemaining();
  }

  @Override
  public long restored() {
    return instance.restored();
  }

  @Override
  public Set<String> unanswerable() {
    return instance.unanswerable();
  }

  @Override
  public long referenceVersion() {
    return instance.referenceVersion();
  }

  @Override
  public boolean isReady() {
    return instance.health().isReady();
  }

  @Override
  public boolean isBrokerUp() {
    return instance.isBrokerUp();
  }

  @Override
  public boolean isRegistryUp() {
    return instance.isRegistryUp();
  }
}
