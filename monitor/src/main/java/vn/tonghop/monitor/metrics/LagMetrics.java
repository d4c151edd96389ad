package vn.tonghop.monitor.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import vn.tonghop.monitor.lag.Lag;
import vn.tonghop.monitor.lag.Look;
import vn.tonghop.monitor.lag.Place;
import vn.tonghop.monitor.lag.Seen;

/** Lag by group, stage and partition. */
final class LagMetrics {

  private static final double MILLIS = 1000;

  private final Gauge records =
      new Gauge("tonghop_lag_records", "Records that the group can read and has not committed.");
  private final Gauge seconds =
      new Gauge("tonghop_lag_seconds", "Age of the first of these records; 0 when caught up.");
  private final Gauge velocity =
      new Gauge(
          "tonghop_lag_velocity",
          "Records a second by which the lag changes; negative while it shrinks.");
  private final Gauge verdict =
      new Gauge("tonghop_lag_verdict", "0 OK, 1 LAGGING, 2 STALLED, 3 STOPPED.");
  private final Gauge end = new Gauge("tonghop_end_offset", "Offset after the last record.");
  private final Gauge stable =
      new Gauge("tonghop_stable_offset", "Offset up to which no transaction is open.");
  private final Gauge committed =
      new Gauge("tonghop_committed_offset", "Offset up to which the group has committed.");
  private final Gauge open =
      new Gauge(
          "tonghop_open_transaction_seconds",
          "How long a sender's open transaction has held records back; 0 if none does.");
  private final Gauge members =
      new Gauge("tonghop_group_members", "Members of a group that the broker counts as alive.");

  private LagMetrics() {}

  static MetricSnapshots of(Seen seen) {
    LagMetrics metrics = new LagMetrics();
    seen.places().forEach(metrics::put);
    seen.openByPartition().forEach(metrics::putOpen);
    seen.members().forEach((group, count) -> metrics.members.put(Labels.of("group", group), count));
    return new MetricSnapshots(
        metrics.records.snapshot(),
        metrics.seconds.snapshot(),
        metrics.velocity.snapshot(),
        metrics.verdict.snapshot(),
        metrics.end.snapshot(),
        metrics.stable.snapshot(),
        metrics.committed.snapshot(),
        metrics.open.snapshot(),
        metrics.members.snapshot());
  }

  private void put(Seen.At at) {
    Labels labels = labels(at.place());
    Lag lag = at.lag();
    Look look = at.look();
    records.put(labels, lag.records());
    putSeconds(seconds, labels, lag.age());
    if (lag.velocity() != null) {
      velocity.put(labels, lag.velocity());
    }
    verdict.put(labels, lag.verdict().number());
    end.put(labels, look.end());
    stable.put(labels, look.stable());
    committed.put(labels, look.committed());
  }

  private void putOpen(TopicPartition partition, Duration time) {
    putSeconds(
        open,
        Labels.of(
            "topic",
            partition.topic(),
            "partition",
            Integer.toString(partition.partition()),
            "unit",
            Place.unit(partition)),
        time);
  }

  private static void putSeconds(Gauge gauge, Labels labels, @Nullable Duration time) {
    if (time != null) {
      gauge.put(labels, time.toMillis() / MILLIS);
    }
  }

  private static Labels labels(Place place) {
    return Labels.of(
        "group",
        place.group(),
        "stage",
        place.stage().id(),
        "topic",
        place.partition().topic(),
        "partition",
        Integer.toString(place.partition().partition()),
        "unit",
        place.unit());
  }
}
