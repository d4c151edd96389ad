package vn.tonghop.domain.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.oracle.Histories.History;
import vn.tonghop.domain.oracle.Histories.Shape;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.standing.IndicatorFigure;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.CodeMeasures;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.domain.table.UnitRow;

/** Holds the domain against the oracle over random histories. */
class OracleTest {

  private static final ReferenceRows ROWS = Histories.rows();
  private static final ReferenceData REFERENCE = ReferenceData.of(ROWS);
  private static final int HISTORIES = Integer.getInteger("tonghop.oracle.histories", 1000);
  private static final long FIRST_SEED = Long.getLong("tonghop.oracle.seed", 1);

  @Test
  void theDomainSaysOfEveryHistoryWhatTheOracleSays() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES; seed++) {
      History history = Histories.of(seed, Shape.mixed(10 + (int) (seed % 50)));
      Oracle oracle = new Oracle(history.regime(), ROWS, history.arrivals());
      Pipeline pipeline = run(history);
      List<OracleReceipt> receipts = oracle.receipts();
      List<Receipt> answers = pipeline.receipts();
      for (int i = 0; i < receipts.size(); i++) {
        int record = i;
        assertEquals(receipts.get(i), said(answers.get(i)), () -> where(history, record));
      }
      int tables = 0;
      for (String programme : history.programmes()) {
        for (String target : targets()) {
          String where = "seed " + seed + ", " + programme + ", " + target;
          Optional<NationalTable> table = pipeline.table(programme, target);
          assertEquals(oracle.table(programme, target), table.map(OracleTest::said), where);
          tables += table.isPresent() ? 1 : 0;
        }
      }
      assertEquals(tables, pipeline.tables().size(), "seed " + seed + ": tables unaccounted for");
    }
  }

  @Test
  void aTableIsMovedByTheLastRecordAfterWhichItDiffered() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES / 10; seed++) {
      History history = Histories.of(seed, Shape.mixed(30));
      Oracle oracle = new Oracle(history.regime(), ROWS, history.arrivals());
      Pipeline pipeline = run(history);
      for (String programme : history.programmes()) {
        for (String target : targets()) {
          assertEquals(
              oracle.movedBy(programme, target).map(OracleTest::mover),
              pipeline.table(programme, target).map(NationalTable::movedBy),
              "seed " + seed + ", " + programme + ", " + target);
        }
      }
    }
  }

  @Test
  void anyOrderOfReportsWithoutConflictsEndsInTheSameTables() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES / 5; seed++) {
      History history = Histories.of(seed, Shape.conflictFree(40));
      List<Arrival> repeated = new ArrayList<>(history.arrivals());
      repeated.addAll(history.arrivals().subList(0, 10));
      Map<String, OracleTable> expected = tables(run(history));
      History other = new History(seed, history.regime(), history.programmes(), repeated);
      for (long shuffle = 0; shuffle < 3; shuffle++) {
        assertEquals(
            expected,
            tables(run(other.shuffled(shuffle))),
            "seed " + seed + ", shuffle " + shuffle);
      }
    }
  }

  @Test
  void theRegistrySaysWhoIsMissing() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES / 20; seed++) {
      History history = Histories.of(seed, Shape.mixed(40));
      Oracle oracle = new Oracle(history.regime(), ROWS, history.arrivals());
      Pipeline pipeline = run(history);
      for (String programme : history.programmes()) {
        for (String target : targets()) {
          Period period = Period.parse(history.regime(), target).orElseThrow();
          TreeSet<String> missing =
              REFERENCE
                  .expected(REFERENCE.programme(programme).orElseThrow(), period.lastDay())
                  .stream()
                  .map(ReportingUnit::body)
                  .collect(Collectors.toCollection(TreeSet::new));
          OracleTable.Coverage coverage = oracle.coverage(programme, target);
          assertEquals(coverage.expected(), missing);
          pipeline
              .table(programme, target)
              .ifPresent(table -> table.byUnit().forEach(row -> missing.remove(row.body())));
          assertEquals(
              coverage.missing(), missing, "seed " + seed + ", " + programme + ", " + target);
        }
      }
    }
  }

  @Test
  void theHistoriesShowEveryOutcomeRuleAndKindOfFigure() {
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    Map<Rule, Integer> rules = new EnumMap<>(Rule.class);
    Map<String, Integer> figures = new TreeMap<>();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + 300; seed++) {
      Pipeline pipeline = run(Histories.of(seed, Shape.mixed(40)));
      for (Receipt receipt : pipeline.receipts()) {
        outcomes.merge(receipt.outcome(), 1, Integer::sum);
        receipt.errors().listed().forEach(each -> rules.merge(each.rule(), 1, Integer::sum));
        receipt.warnings().listed().forEach(each -> rules.merge(each.rule(), 1, Integer::sum));
      }
      for (NationalTable table : pipeline.tables().values()) {
        count(figures, "succeeded", !table.succeeded().isEmpty());
        for (UnitRow row : table.byUnit()) {
          count(figures, "carried", row.carried());
          count(figures, "nil", row.nil());
          count(figures, "late", row.late());
        }
        for (IndicatorFigure figure : table.indicators()) {
          count(figures, "partial", figure.partial());
          count(figures, "complete flow", figure.kind().name().equals("FLOW") && !figure.partial());
          count(figures, "carried stock", figure.carried());
        }
      }
    }
    String seen = outcomes + " " + rules + " " + figures;
    for (Outcome outcome : Outcome.values()) {
      assertTrue(outcomes.getOrDefault(outcome, 0) > 30, seen);
    }
    for (Rule rule : Rule.values()) {
      // E01 is for documents that are no report at all.
      assertTrue(rule == Rule.E01 || rules.getOrDefault(rule, 0) > 30, seen);
    }
    assertEquals(7, figures.size(), seen);
    assertTrue(figures.values().stream().allMatch(count -> count > 30), seen);
  }

  private static String where(History history, int record) {
    return "seed %d, record %d: %s"
        .formatted(history.seed(), record, history.arrivals().get(record));
  }

  private static void count(Map<String, Integer> figures, String name, boolean seen) {
    if (seen) {
      figures.merge(name, 1, Integer::sum);
    }
  }

  private static Pipeline run(History history) {
    return new Pipeline(history.regime(), REFERENCE).arriveAll(history.arrivals());
  }

  private static List<String> targets() {
    List<String> labels = new ArrayList<>();
    for (int year = 2023; year <= 2026; year++) {
      for (OraclePeriod period : OraclePeriod.ofYear(Regime.CALENDAR, year)) {
        if (period.months() > 1) {
          labels.add(period.label());
        }
      }
    }
    return labels;
  }

  private static MovedBy mover(Arrival arrival) {
    return new MovedBy(
        arrival.report().unit(),
        arrival.report().period(),
        arrival.report().revision(),
        arrival.source(),
        arrival.at());
  }

  // The domain's answers in the oracle's words

  private static OracleReceipt said(Receipt receipt) {
    return new OracleReceipt(
        receipt.outcome(),
        said(receipt.errors()),
        receipt.errors().count(),
        said(receipt.warnings()),
        receipt.warnings().count(),
        receipt.onTime(),
        receipt.countsNow());
  }

  private static List<String> said(FindingList findings) {
    List<String> said = new ArrayList<>();
    for (Finding finding : findings.listed()) {
      said.add(finding.rule() + " " + finding.path());
    }
    return said;
  }

  private static OracleTable said(NationalTable table) {
    return new OracleTable(
        said(table.total()),
        said(table.byAssignedBy()),
        said(table.byField()),
        table.byUnit().stream().map(OracleTest::said).toList(),
        values(table.indicators()),
        new TreeSet<>(table.succeeded()));
  }

  private static SortedMap<String, OracleTable.Sums> said(List<CodeMeasures> rows) {
    SortedMap<String, OracleTable.Sums> sums = new TreeMap<>();
    rows.forEach(row -> sums.put(row.code(), said(row.measures())));
    assertEquals(List.copyOf(sums.keySet()), rows.stream().map(CodeMeasures::code).toList());
    return sums;
  }

  private static OracleTable.Sums said(Measures measures) {
    return new OracleTable.Sums(
        measures.assigned(),
        measures.completedOnTime(),
        measures.completedLate(),
        measures.openOnTrack(),
        measures.openOverdue(),
        measures.completedInPeriod(),
        measures.percentSum());
  }

  private static SortedMap<String, OracleTable.Value> values(List<IndicatorFigure> figures) {
    SortedMap<String, OracleTable.Value> values = new TreeMap<>();
    figures.forEach(
        figure ->
            values.put(
                figure.code(),
                new OracleTable.Value(figure.value(), figure.partial(), figure.carried())));
    assertEquals(
        List.copyOf(values.keySet()), figures.stream().map(IndicatorFigure::code).toList());
    return values;
  }

  private static OracleTable.Row said(UnitRow row) {
    return new OracleTable.Row(
        row.code(),
        row.body(),
        row.carried(),
        row.nil(),
        row.late(),
        row.report().period().label(),
        row.report().revision(),
        row.report().asOf(),
        row.report().source(),
        values(row.indicators()),
        said(row.measures()));
  }

  /** All tables without the coordinates of closing reports, which resent reports may change. */
  private static Map<String, OracleTable> tables(Pipeline pipeline) {
    Map<String, OracleTable> tables = new TreeMap<>();
    pipeline.tables().forEach((key, table) -> tables.put(key, withoutSources(said(table))));
    return tables;
  }

  private static OracleTable withoutSources(OracleTable table) {
    List<OracleTable.Row> rows = new ArrayList<>();
    for (OracleTable.Row row : table.rows()) {
      rows.add(
          new OracleTable.Row(
              row.code(),
              row.body(),
              row.carried(),
              row.nil(),
              row.late(),
              row.period(),
              row.revision(),
              row.asOf(),
              new SourceRecord("", 0, 0),
              row.indicators(),
              row.sums()));
    }
    return new OracleTable(
        table.total(),
        table.byAssignedBy(),
        table.byField(),
        rows,
        table.indicators(),
        table.succeeded());
  }
}
