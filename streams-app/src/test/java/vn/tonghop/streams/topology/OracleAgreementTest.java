package vn.tonghop.streams.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.oracle.Answers;
import vn.tonghop.domain.oracle.Arrival;
import vn.tonghop.domain.oracle.Histories;
import vn.tonghop.domain.oracle.Histories.History;
import vn.tonghop.domain.oracle.Histories.Shape;
import vn.tonghop.domain.oracle.Oracle;
import vn.tonghop.domain.oracle.OracleReceipt;
import vn.tonghop.domain.oracle.Tally;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.domain.report.ReportDigest;
import vn.tonghop.domain.table.NationalTable;

/**
 * Holds the topology, with its stores, bytes and hops, against the oracle over random histories.
 */
class OracleAgreementTest {

  private static final ReferenceRows ROWS = Histories.rows();
  private static final ReferenceData REFERENCE = ReferenceData.of(ROWS);
  private static final int HISTORIES = Integer.getInteger("tonghop.topology.histories", 300);
  private static final long FIRST_SEED = Long.getLong("tonghop.topology.seed", 1);
  private static final int MOVERS_EVERY = 10;

  private final Map<Regime, RollUpRun> runs = new EnumMap<>(Regime.class);
  private final Tally tally = new Tally();
  private int tablesCompared;

  @AfterEach
  void close() {
    runs.values().forEach(RollUpRun::close);
  }

  @Test
  void theTopologySaysOfEveryHistoryWhatTheOracleSays() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES; seed++) {
      agree(Histories.of(seed, Shape.mixed(5 + (int) (seed % 25))));
    }
    assertEquals(Set.of(Outcome.values()), tally.outcomes(), tally::toString);
    for (Rule rule : Rule.values()) {
      // E01 is for documents that are no report at all.
      assertTrue(rule == Rule.E01 || tally.of(rule.name()) > 0, rule + " in " + tally);
    }
    assertTrue(tablesCompared > HISTORIES, tablesCompared + " tables compared");
  }

  private void agree(History history) {
    RollUpRun run =
        runs.computeIfAbsent(history.regime(), regime -> new RollUpRun(regime, REFERENCE));
    run.forget();
    List<Arrival> arrived = new ArrayList<>();
    List<Receipt> answers = new ArrayList<>();
    Map<String, NationalTable> tables = new HashMap<>();
    for (Arrival arrival : history.arrivals()) {
      if (history.seed() % 2 == 0) {
        // Every other history as if the task had just been started, before each record.
        run.forgetYears();
      }
      SourceRecord source = run.arrive(arrival.topicUnit(), arrival.report(), arrival.at());
      arrived.add(new Arrival(arrival.report(), arrival.topicUnit(), arrival.at(), source));
      answers.add(run.receipt(arrival.topicUnit()));
      run.tables().forEach((key, table) -> keep(tables, key, table));
    }
    Oracle oracle = new Oracle(history.regime(), ROWS, arrived);
    receipts(history.seed(), oracle, arrived, answers);
    for (String programme : history.programmes()) {
      for (String target : Answers.targets()) {
        String where = "seed " + history.seed() + ", " + programme + ", " + target;
        NationalTable table = tables.remove(programme + "|" + target);
        assertEquals(
            oracle.table(programme, target).orElse(null),
            table == null ? null : Answers.said(table),
            where);
        if (table != null && history.seed() % MOVERS_EVERY == 0) {
          assertEquals(
              oracle.movedBy(programme, target).map(Answers::mover).orElse(null),
              table.movedBy(),
              where);
        }
        tablesCompared += table == null ? 0 : 1;
      }
    }
    assertEquals(Map.of(), tables, "seed " + history.seed() + ": tables unaccounted for");
  }

  private static void keep(
      Map<String, NationalTable> tables, String key, @Nullable NationalTable table) {
    if (table == null) {
      tables.remove(key);
    } else {
      tables.put(key, table);
    }
  }

  private void receipts(long seed, Oracle oracle, List<Arrival> arrived, List<Receipt> answers) {
    List<OracleReceipt> receipts = oracle.receipts();
    for (int i = 0; i < receipts.size(); i++) {
      Arrival arrival = arrived.get(i);
      Receipt answer = answers.get(i);
      String where = "seed %d, record %d: %s".formatted(seed, i, arrival);
      assertEquals(receipts.get(i), Answers.said(answer), where);
      assertEquals(ReportDigest.of(arrival.report()), answer.digest(), where);
      assertEquals(arrival.source(), answer.source(), where);
      tally.add(receipts.get(i));
    }
  }
}
