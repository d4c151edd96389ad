package vn.tonghop.streams.metrics;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** What metrics tell of one instance, as it is at the moment of the question. */
public interface Watched {

  /** Kafka Streams' own metrics and those of its clients. */
  Map<MetricName, ? extends Metric> kafka();

  /** Kafka Streams' state by its number; Kafka's own metric of it is gone before it says ERROR. */
  int clientState();

  /** Active tasks that it owns. */
  int activeTasks();

  /** Tasks whose state it keeps up to date for when another instance fails. */
  int standbyTasks();

  /** Records of state still to be restored. */
  long restoreRemaining();

  /** Records of state restored since the process began. */
  long restored();

  /** Reports topics that are not read for want of a receipts topic. */
  Set<String> unanswerable();

  /** The newest version of the reference data; 0 while there is none. */
  long referenceVersion();

  /** Whether it decides reports: it runs, with tasks and all of their state. */
  boolean isReady();

  boolean isBrokerUp();

  boolean isRegistryUp();
}
