package vn.tonghop.bench.peer;

import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import vn.tonghop.bench.workload.Workload;
import vn.tonghop.domain.acceptance.ReportCheck;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.ProgressReport;

/**
 * The peer's tables without Kafka: the same functions, whose results a test holds against the
 * oracle, each unit added once at the end.
 */
final class PeerExpected {

  private PeerExpected() {}

  /** Of the first so many reports, by programme and target. */
  static Map<String, PeerTable> tables(Workload workload, long count) {
    ReferenceData reference = ReferenceData.of(workload.reference(count));
    Map<String, UnitReports> units = new TreeMap<>();
    Iterator<ProgressReport> reports = workload.reports(count).iterator();
    while (reports.hasNext()) {
      ProgressReport report = reports.next();
      PeerIntake.toTargets(
          ReportCheck.check(reference, Workload.REGIME, report, report.unit(), Instant.EPOCH),
          reference,
          (key, said) -> units.merge(key, UnitReports.NONE.with(said), (a, b) -> a.with(said)));
    }
    Map<String, PeerTable> tables = new TreeMap<>();
    units.forEach(
        (key, unit) ->
            unit.closing()
                .ifPresent(
                    closing ->
                        tables.merge(
                            PeerTopology.tableOf(key),
                            PeerTable.EMPTY.plus(closing),
                            (table, one) -> table.plus(closing))));
    return tables;
  }
}
