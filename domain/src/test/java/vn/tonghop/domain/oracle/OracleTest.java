package vn.tonghop.domain.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
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
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.domain.report.ReportDigest;
import vn.tonghop.domain.standing.IndicatorFigure;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.domain.table.UnitRow;

/** Holds the domain against the oracle over random histories. */
class OracleTest {

  private static final ReferenceRows ROWS = Histories.rows();
  private static final ReferenceData REFERENCE = ReferenceData.of(ROWS);
  private static final int HISTORIES = Integer.getInteger("tonghop.oracle.histories", 1000);
  private static final int ORDERS = Integer.getInteger("tonghop.oracle.orders", 10);
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
    for (long seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES / 5; seed++) {
      History history = oneSourceAContent(Histories.of(seed, Shape.conflictFree(40)));
      List<Arrival> repeated = new ArrayList<>(history.arrivals());
      repeated.addAll(history.arrivals().subList(0, 10));
      Map<String, String> expected = texts(history);
      expected.values().forEach(text -> count(late, "late", !text.contains("\"late\":[]")));
      History other = new History(seed, history.regime(), history.programmes(), repeated);
      for (long shuffle = 0; shuffle < ORDERS; shuffle++) {
        assertEquals(
            expected, texts(other.shuffled(shuffle)), "seed " + seed + ", shuffle " + shuffle);
      }
    }
    assertTrue(late.getOrDefault("late", 0) > HISTORIES / 10, "tables with late units: " + late);
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
}
