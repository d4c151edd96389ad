package vn.tonghop.bench.drain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.bench.workload.Workload;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.oracle.Arrival;
import vn.tonghop.domain.oracle.Oracle;
import vn.tonghop.domain.oracle.OracleReceipt;
import vn.tonghop.domain.oracle.OracleTable;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.PeriodLength;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.schemas.topic.Topics;

/**
 * What the oracle says of all reports that were sent: the outcome of each and every table. Reports
 * are held only as long as a workload may still correct them.
 */
public final class Expected {

  private final Instant from;
  private final Map<String, Map<String, String>> units;
  private final Map<String, Map<String, String>> programmes;
  private final Map<String, Map<String, List<Arrival>>> open = new LinkedHashMap<>();
  private final Map<String, List<Outcome>> outcomes = new HashMap<>();
  private final Map<String, String> tables = new TreeMap<>();
  private final ReferenceRows catalogues;

  private Expected(ReferenceRows reference, Instant from) {
    this.from = from;
    this.catalogues = reference;
    this.units = byCode(reference.of(ReferenceKind.UNIT));
    this.programmes = byCode(reference.of(ReferenceKind.PROGRAMME));
  }

  /** Makes the workload once more and asks the oracle; some 30,000 reports a second. */
  public static Expected of(Filled filled) {
    return of(filled.workload(), filled.count(), filled.from());
  }

  /**
   * The same of reports wherever they are.
   *
   * @param from before the first was sent
   */
  static Expected of(Workload workload, long count, Instant from) {
    Expected expected = new Expected(workload.reference(count), from);
    Iterator<ProgressReport> reports = workload.reports(count).iterator();
    while (reports.hasNext()) {
      expected.take(reports.next());
    }
    expected.closeAll(List.copyOf(expected.open.keySet()));
    return expected;
  }

  /** What each record's receipt says, by its topic, in the order of offsets. */
  Map<String, List<Outcome>> outcomes() {
    return outcomes;
  }

  /** What each table says, by its key: {@link TableText}. */
  Map<String, String> tables() {
    return tables;
  }

  /** How many receipts there are of each outcome. */
  public Map<Outcome, Long> counts() {
    Map<Outcome, Long> counts = new TreeMap<>();
    outcomes.values().forEach(all -> all.forEach(each -> counts.merge(each, 1L, Long::sum)));
    return counts;
  }

  private void take(ProgressReport report) {
    String programme = report.programme();
    if (!open.containsKey(programme)) {
      closeAll(
          open.keySet().stream().filter(each -> !Workload.mayChange(each, programme)).toList());
    }
    String topic = Topics.reports(report.unit()).name();
    List<Outcome> answers = outcomes.computeIfAbsent(topic, any -> new ArrayList<>());
    SourceRecord source = new SourceRecord(topic, 0, answers.size());
    // Its place is kept for when the oracle has spoken.
    answers.add(Outcome.REJECTED);
    open.computeIfAbsent(programme, any -> new TreeMap<>())
        .computeIfAbsent(report.unit(), any -> new ArrayList<>())
        .add(new Arrival(report, report.unit(), from, source));
  }

  private void closeAll(Collection<String> settled) {
    for (String programme : settled) {
      Map<String, List<Arrival>> arrivals = open.remove(programme);
      if (arrivals != null) {
        close(programme, arrivals);
      }
    }
  }

  private void close(String programme, Map<String, List<Arrival>> arrivals) {
    Map<String, TableText> texts = new TreeMap<>();
    arrivals.forEach(
        (unit, own) -> {
          Oracle oracle = new Oracle(Workload.REGIME, rows(unit, programme), own);
          List<OracleReceipt> receipts = oracle.receipts();
          for (int i = 0; i < own.size(); i++) {
            SourceRecord source = own.get(i).source();
            outcomes
                .getOrDefault(source.topic(), List.of())
                .set((int) source.offset(), receipts.get(i).outcome());
          }
          for (String target : targets(programme)) {
            oracle
                .table(programme, target)
                .ifPresent(table -> add(texts, programme + "|" + target, table));
          }
        });
    texts.forEach((key, text) -> tables.put(key, text.toString()));
  }

  private static void add(Map<String, TableText> texts, String key, OracleTable table) {
    texts.computeIfAbsent(key, any -> new TableText()).add(table);
  }

  private List<String> targets(String programme) {
    String year = programmes.getOrDefault(programme, Map.of()).getOrDefault("first_year", "");
    List<String> targets = new ArrayList<>();
    for (PeriodLength length : PeriodLength.values()) {
      if (length.isTarget()) {
        Period.ofYear(Workload.REGIME, Integer.parseInt(year), length)
            .forEach(period -> targets.add(period.label()));
      }
    }
    return targets;
  }

  /** Only what concerns one unit's programme: the oracle searches from top to bottom. */
  private ReferenceRows rows(String unit, String programme) {
    return new ReferenceRows(
        Map.of(
            ReferenceKind.UNIT, List.of(units.getOrDefault(unit, Map.of())),
            ReferenceKind.PROGRAMME, List.of(programmes.getOrDefault(programme, Map.of())),
            ReferenceKind.INDICATOR, catalogues.of(ReferenceKind.INDICATOR),
            ReferenceKind.AUTHORITY, catalogues.of(ReferenceKind.AUTHORITY),
            ReferenceKind.FIELD, catalogues.of(ReferenceKind.FIELD)));
  }

  private static Map<String, Map<String, String>> byCode(List<Map<String, String>> rows) {
    Map<String, Map<String, String>> byCode = new HashMap<>();
    rows.forEach(row -> byCode.put(row.getOrDefault("code", ""), row));
    return byCode;
  }
}
