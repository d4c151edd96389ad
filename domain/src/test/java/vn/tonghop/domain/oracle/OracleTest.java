package vn.tonghop.domain.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.format.TableJson;
import vn.tonghop.domain.oracle.Histories.History;
import vn.tonghop.domain.oracle.Histories.Shape;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.IndicatorKind;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportDigest;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.standing.IndicatorFigure;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.domain.table.UnitRow;

/** Holds the domain against the oracle over random histories. */
class OracleTest {

  private static final ReferenceRows ROWS = Histories.rows();
  private static final ReferenceData REFERENCE = ReferenceData.of(ROWS);
  private static final int HISTORIES = Integer.getInteger("tonghop.oracle.histories", 500);
  private static final int ORDERS = Integer.getInteger("tonghop.oracle.orders", 10);
  private static final long FIRST_SEED = Long.getLong("tonghop.oracle.seed", 1);

  private static final List<String> THINGS_TO_SEE =
      List.of(
          "regime CALENDAR",
          "regime DECREE_09_2019",
          "tables of 2023",
          "tables of 2024",
          "tables of 2025",
          "tables of 2026",
          "tables of few",
          "a nil that counts",
          "a withdrawal that counts",
          "a test",
          "several errors at once",
          "a duplicate with its lines in another order",
          "succeeded",
          "carried",
          "nil",
          "late",
          "partial flow",
          "complete flow",
          "carried stock");

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
        assertEquals(receipts.get(i), Answers.said(answers.get(i)), () -> where(history, record));
      }
      int tables = 0;
      for (String programme : history.programmes()) {
        for (String target : Answers.targets()) {
          String where = "seed " + seed + ", " + programme + ", " + target;
          Optional<NationalTable> table = pipeline.table(programme, target);
          assertEquals(oracle.table(programme, target), table.map(Answers::said), where);
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
        for (String target : Answers.targets()) {
          assertEquals(
              oracle.movedBy(programme, target).map(Answers::mover),
              pipeline.table(programme, target).map(NationalTable::movedBy),
              "seed " + seed + ", " + programme + ", " + target);
        }
      }
    }
  }

  @Test
  void anyOrderAndRepetitionOfReportsWithoutConflictsEndsInTheSameBytes() {
    Map<String, Integer> late = new TreeMap<>();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES * 2 / 5; seed++) {
      History history = oneSourceAContent(Histories.of(seed, Shape.conflictFree(20)));
      List<Arrival> repeated = new ArrayList<>(history.arrivals());
      repeated.addAll(history.arrivals().subList(0, 5));
      Map<String, String> expected = texts(history);
      expected.values().forEach(text -> count(late, "late", !text.contains("\"late\":[]")));
      History other = new History(seed, history.regime(), history.programmes(), repeated);
      for (long shuffle = 0; shuffle < ORDERS; shuffle++) {
        assertEquals(
            expected, texts(other.shuffled(shuffle)), "seed " + seed + ", shuffle " + shuffle);
      }
    }
    assertTrue(late.getOrDefault("late", 0) > HISTORIES / 5, "tables with late units: " + late);
  }

  /** Equal content stands at one place, as if it were one record: else a table says where. */
  private static History oneSourceAContent(History history) {
    Map<String, SourceRecord> sources = new HashMap<>();
    List<Arrival> arrivals = new ArrayList<>();
    for (Arrival each : history.arrivals()) {
      SourceRecord source =
          sources.computeIfAbsent(ReportDigest.of(each.report()), any -> each.source());
      arrivals.add(new Arrival(each.report(), each.topicUnit(), each.at(), source));
    }
    return new History(history.seed(), history.regime(), history.programmes(), arrivals);
  }

  /** All tables as they are printed, coverage and closing reports included, but for movedBy. */
  private static Map<String, String> texts(History history) {
    Pipeline pipeline = run(history);
    Map<String, String> texts = new TreeMap<>();
    for (NationalTable table : pipeline.tables().values()) {
      String target = table.target().label();
      String json = TableJson.write(view(pipeline, history, table.programme(), target));
      texts.put(table.programme() + " " + target, json.substring(0, json.indexOf(",\"movedBy\"")));
    }
    return texts;
  }

  private static TableView view(
      Pipeline pipeline, History history, String programme, String target) {
    return TableView.asReported(
        pipeline.table(programme, target),
        REFERENCE.programme(programme).orElseThrow(),
        Period.parse(history.regime(), target).orElseThrow(),
        REFERENCE);
  }

  @Test
  void coverageSaysWhoReportedAndWhoIsMissing() {
    int restricted = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES / 20; seed++) {
      History history = Histories.of(seed, Shape.mixed(40));
      Oracle oracle = new Oracle(history.regime(), ROWS, history.arrivals());
      Pipeline pipeline = run(history);
      for (String programme : history.programmes()) {
        for (String target : Answers.targets()) {
          TableView view = view(pipeline, history, programme, target);
          OracleTable.Coverage coverage = oracle.coverage(programme, target);
          assertEquals(
              coverage,
              Answers.said(
                  view.coverage(), REFERENCE.expected(view.programme(), view.period().lastDay())),
              "seed " + seed + ", " + programme + ", " + target);
          restricted += coverage.reported() > coverage.expected().size() ? 1 : 0;
        }
      }
    }
    assertTrue(restricted > 0, "no table where more reported than were expected");
  }

  @Test
  void theHistoriesShowEveryOutcomeRuleAndKindOfFigure() {
    Tally tally = new Tally();
    Map<String, Integer> seen = new TreeMap<>();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + 300; seed++) {
      History history = Histories.of(seed, Shape.mixed(40));
      Pipeline pipeline = run(history);
      Map<String, ProgressReport> contents = new HashMap<>();
      for (int i = 0; i < history.arrivals().size(); i++) {
        OracleReceipt receipt = Answers.said(pipeline.receipts().get(i));
        tally.add(receipt);
        arrival(seen, history.arrivals().get(i).report(), receipt, contents);
      }
      count(seen, "regime " + history.regime(), true);
      pipeline.tables().values().forEach(table -> table(seen, table));
    }
    String all = tally + " " + seen;
    for (Outcome outcome : Outcome.values()) {
      assertTrue(tally.of(outcome) > 30, outcome + " in " + all);
    }
    for (Rule rule : Rule.values()) {
      // E01 is for documents that are no report at all.
      assertTrue(rule == Rule.E01 || tally.of(rule.name()) > 30, rule + " in " + all);
    }
    for (String what : THINGS_TO_SEE) {
      assertTrue(seen.getOrDefault(what, 0) > 30, what + " in " + all);
    }
  }

  private static void arrival(
      Map<String, Integer> seen,
      ProgressReport report,
      OracleReceipt receipt,
      Map<String, ProgressReport> contents) {
    boolean accepted = receipt.outcome().isAccepted();
    count(seen, "a nil that counts", accepted && report.nil());
    count(seen, "a withdrawal that counts", accepted && report.kind() == ReportKind.WITHDRAW);
    count(seen, "a test", report.test() && receipt.errors().isEmpty());
    long errors = receipt.codes().stream().filter(code -> code.startsWith("E")).count();
    count(seen, "several errors at once", errors > 2);
    ProgressReport before = contents.putIfAbsent(ReportDigest.of(report), report);
    count(
        seen,
        "a duplicate with its lines in another order",
        before != null
            && receipt.outcome() == Outcome.DUPLICATE
            && !before.tasks().equals(report.tasks()));
  }

  private static void table(Map<String, Integer> seen, NationalTable table) {
    count(seen, "tables of " + table.target().year(), true);
    count(seen, "tables of few", table.programme().equals(Histories.SMALL_PROGRAMME));
    count(seen, "succeeded", !table.succeeded().isEmpty());
    for (UnitRow row : table.byUnit()) {
      count(seen, "carried", row.carried());
      count(seen, "nil", row.nil());
      count(seen, "late", row.late());
    }
    for (IndicatorFigure figure : table.indicators()) {
      boolean flow = figure.kind() == IndicatorKind.FLOW;
      count(seen, "partial flow", flow && figure.partial());
      count(seen, "complete flow", flow && !figure.partial());
      count(seen, "carried stock", figure.carried());
    }
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
}
