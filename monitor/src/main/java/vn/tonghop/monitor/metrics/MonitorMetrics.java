package vn.tonghop.monitor.metrics;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.tonghop.monitor.ClusterHealth;
import vn.tonghop.monitor.Observed;

/** What the monitor has to tell, family by family. What it does not know is not there. */
public final class MonitorMetrics {

  private static final double MILLIS = 1000;

  /** From what docs/benchmarks.md measured, some 20 ms, to an outage. */
  private static final double[] SECONDS = {
    0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600
  };

  private final Supplier<Optional<Observed>> observed;
  private final Supplier<Optional<Instant>> lastSuccess;
  private final Histogram appendToTable =
      Histogram.builder()
          .name("tonghop_append_to_table_seconds")
          .help("From a report's append to a reader's holding the committed table that it moved.")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .build();

  public MonitorMetrics(
      Supplier<Optional<Observed>> observed, Supplier<Optional<Instant>> lastSuccess) {
    this.observed = observed;
    this.lastSuccess = lastSuccess;
  }

  /** A table came so long after the report that moved it. */
  public void tableArrived(double seconds) {
    appendToTable.observe(seconds);
  }

  /** All families but {@link #reachability}. */
  public List<MultiCollector> collectors() {
    return List.of(
        () -> from(Observed::seen, LagMetrics::of),
        () -> from(Observed::seen, seen -> BusinessMetrics.unread(seen.unread())),
        () -> from(Observed::business, each -> BusinessMetrics.lastReports(each.lastReports())),
        () -> from(Observed::business, each -> BusinessMetrics.deadlines(each.deadlines())),
        () -> from(Observed::business, each -> BusinessMetrics.rejects(each.rejects())),
        () -> from(Observed::business, each -> BusinessMetrics.inARow(each.inARow())),
        () -> from(Observed::cluster, MonitorMetrics::cluster),
        () -> new MetricSnapshots(appendToTable.collect()),
        this::success);
  }

  /**
   * Whether broker and registry answered at the last look. A broker that nobody has seen for long
   * counts as away; of the registry nothing is known then.
   */
  public MetricSnapshots reachability() {
    boolean broker = observed.get().map(Observed::brokerUp).orElse(false);
    Gauge registry = new Gauge("tonghop_registry_up", "1 if the schema registry answers.");
    observed
        .get()
        .map(Observed::registryUp)
        .ifPresent(up -> registry.put(Labels.EMPTY, up ? 1 : 0));
    return new MetricSnapshots(
        new Gauge("tonghop_broker_up", "1 if a broker answers.")
            .put(Labels.EMPTY, broker ? 1 : 0)
            .snapshot(),
        registry.snapshot());
  }

  private <T> MetricSnapshots from(
      Function<Observed, @Nullable T> part, Function<T, MetricSnapshots> told) {
    return observed.get().map(part).map(told).orElseGet(MetricSnapshots::new);
  }

  private static MetricSnapshots cluster(ClusterHealth cluster) {
    Gauge size = new Gauge("tonghop_broker_disk_size_bytes", "Size of a broker's disk, in bytes.");
    Gauge usable =
        new Gauge("tonghop_broker_disk_usable_bytes", "What is left of a broker's disk, in bytes.");
    cluster
        .disks()
        .forEach(
            (broker, disk) -> {
              Labels labels = Labels.of("broker", broker.toString());
              size.put(labels, disk.size());
              usable.put(labels, disk.usable());
            });
    return new MetricSnapshots(
        size.snapshot(),
        usable.snapshot(),
        new Gauge("tonghop_brokers", "Registered brokers that answer.")
            .put(Labels.EMPTY, cluster.brokers())
            .snapshot(),
        new Gauge("tonghop_under_replicated_partitions", "Partitions of which a copy is behind.")
            .put(Labels.EMPTY, cluster.underReplicated())
            .snapshot(),
        new Gauge("tonghop_offline_partitions", "Partitions without a leader.")
            .put(Labels.EMPTY, cluster.offline())
            .snapshot());
  }

  private MetricSnapshots success() {
    Gauge success =
        new Gauge(
            "tonghop_monitor_last_success_timestamp_seconds",
            "When the monitor last saw the broker, in seconds since 1970.");
    lastSuccess.get().ifPresent(time -> success.put(Labels.EMPTY, time.toEpochMilli() / MILLIS));
    return new MetricSnapshots(success.snapshot());
  }
}
