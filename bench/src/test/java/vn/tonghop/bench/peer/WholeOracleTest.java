package vn.tonghop.bench.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.oracle.Answers;
import vn.tonghop.domain.oracle.Arrival;
import vn.tonghop.domain.oracle.Histories;
import vn.tonghop.domain.oracle.Histories.History;
import vn.tonghop.domain.oracle.Histories.Shape;
import vn.tonghop.domain.oracle.Oracle;
import vn.tonghop.domain.oracle.OracleReceipt;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.schemas.mapping.ReceiptMapping;
import vn.tonghop.schemas.mapping.TableMapping;
import vn.tonghop.schemas.topic.Topics;

/** The whole peer's receipts and tables are held against the oracle's, over random histories. */
class WholeOracleTest {

  private static final ReferenceRows ROWS = Histories.rows();
  private static final ReferenceData REFERENCE = ReferenceData.of(ROWS);
  private static final int HISTORIES = 60;

  private int receipts;
  private int tables;

  @Test
  void theWholePeerSaysOfEveryHistoryWhatTheOracleSays() {
    for (long seed = 1; seed <= HISTORIES; seed++) {
      agree(Histories.of(seed, Shape.mixed(40)));
    }
    assertTrue(receipts > 20 * HISTORIES, receipts + " receipts compared");
    assertTrue(tables > 10 * HISTORIES, tables + " tables compared");
  }

  private void agree(History history) {
    try (WholeRun peer = new WholeRun(history.regime(), REFERENCE)) {
      List<Arrival> arrived = new ArrayList<>();
      List<Optional<Receipt>> answers = new ArrayList<>();
      Map<String, NationalTable> said = new HashMap<>();
      for (Arrival arrival : history.arrivals()) {
        SourceRecord source = peer.arrive(arrival.topicUnit(), arrival.report(), arrival.at());
        arrived.add(new Arrival(arrival.report(), arrival.topicUnit(), arrival.at(), source));
        answers.add(receipt(peer, arrival));
        keep(said, peer.records(Topics.TABLES.name()));
      }
      Oracle oracle = new Oracle(history.regime(), ROWS, arrived);
      String seed = "seed " + history.seed();
      receipts(seed, oracle, arrived, answers);
      for (String programme : history.programmes()) {
        for (String target : Answers.targets()) {
          NationalTable table = said.remove(programme + "|" + target);
          assertEquals(
              oracle.table(programme, target).orElse(null),
              table == null ? null : Answers.said(table),
              seed + ", " + programme + ", " + target);
          tables += table == null ? 0 : 1;
        }
      }
      assertEquals(Map.of(), said, seed + ": tables unaccounted for");
    }
  }

  /** The one that has come; none where it is not known whose report it is. */
  private static Optional<Receipt> receipt(WholeRun peer, Arrival arrival) {
    List<TestRecord<String, byte[]>> records =
        peer.records(Topics.receipts(arrival.topicUnit()).name());
    assertTrue(records.size() <= 1, () -> "one receipt at most: " + records);
    return records.stream()
        .map(each -> ReceiptMapping.fromAvro(Wire.read(vn.tonghop.Receipt.class, each.value())))
        .findFirst();
  }

  private static void keep(
      Map<String, NationalTable> tables, List<TestRecord<String, byte[]>> records) {
    for (TestRecord<String, byte[]> each : records) {
      if (each.value() == null) {
        tables.remove(each.key());
      } else {
        tables.put(
            each.key(),
            TableMapping.fromAvro(Wire.read(vn.tonghop.NationalTable.class, each.value())));
      }
    }
  }

  private void receipts(
      String seed, Oracle oracle, List<Arrival> arrived, List<Optional<Receipt>> answers) {
    List<OracleReceipt> expected = oracle.receipts();
    for (int i = 0; i < expected.size(); i++) {
      String where = seed + ", " + arrived.get(i);
      if (answers.get(i).isEmpty()) {
        assertEquals(Outcome.REJECTED, expected.get(i).outcome(), where);
      } else {
        Receipt answer = answers.get(i).get();
        assertEquals(expected.get(i), Answers.said(answer), where);
        assertEquals(arrived.get(i).source(), answer.source(), where);
        receipts++;
      }
    }
  }
}
