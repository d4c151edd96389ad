package vn.tonghop.monitor.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import vn.tonghop.monitor.business.Deadline;
import vn.tonghop.monitor.business.Rejects;
import vn.tonghop.monitor.lag.UnreadReason;

/** Who has reported, who is silent, what was rejected. */
final class BusinessMetrics {

  private static final double MILLIS = 1000;

  private BusinessMetrics() {}

  static MetricSnapshots lastReports(SortedMap<String, Instant> byUnit) {
    Gauge last =
        new Gauge(
            "tonghop_last_report_timestamp_seconds",
            "Append time of a unit's last record, in seconds since 1970.");
    byUnit.forEach((unit, time) -> last.put(Labels.of("unit", unit), time.toEpochMilli() / MILLIS));
    return new MetricSnapshots(last.snapshot());
  }

  static MetricSnapshots deadlines(List<Deadline> deadlines) {
    Gauge missing =
        new Gauge(
            "tonghop_missing_units",
            "Units that owe a report for the period that is due next, and have not given it.");
    Gauge due =
        new Gauge(
            "tonghop_deadline_timestamp_seconds",
            "Instant before which a report is on time, in seconds since 1970.");
    for (Deadline each : deadlines) {
      Labels labels = Labels.of("programme", each.programme(), "period", each.period().label());
      missing.put(labels, each.silent().size());
      due.put(labels, each.dueAt().toEpochMilli() / MILLIS);
    }
    return new MetricSnapshots(missing.snapshot(), due.snapshot());
  }

  static MetricSnapshots rejects(List<Rejects.Count> rejects) {
    CounterSnapshot.Builder counter =
        CounterSnapshot.builder()
            .name("tonghop_rejected_reports")
            .help("Dead letters by unit and code, since the topic's beginning.");
    for (Rejects.Count each : rejects) {
      counter.dataPoint(
          CounterDataPointSnapshot.builder()
              .labels(Labels.of("unit", each.unit(), "code", each.code()))
              .value((double) each.count())
              .build());
    }
    return new MetricSnapshots(counter.build());
  }

  static MetricSnapshots inARow(SortedMap<String, Integer> byUnit) {
    Gauge row =
        new Gauge(
            "tonghop_rejected_in_a_row",
            "A unit's latest receipts that are REJECTED without another outcome between.");
    byUnit.forEach((unit, count) -> row.put(Labels.of("unit", unit), count));
    return new MetricSnapshots(row.snapshot());
  }

  static MetricSnapshots unread(Map<String, UnreadReason> topics) {
    Gauge unread =
        new Gauge(
            "tonghop_unsubscribed_topics",
            "Topics that look like a unit's reports and are not read.");
    topics.forEach(
        (topic, reason) -> unread.put(Labels.of("topic", topic, "reason", reason.id()), 1));
    return new MetricSnapshots(unread.snapshot());
  }
}
