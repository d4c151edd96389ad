package vn.tonghop.standalone.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.reference.ReferenceLoad;
import vn.tonghop.streams.runtime.RollUpInstance;

/** A report is judged by the catalogues that were in force when it came, now and in a replay. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class ReferenceVersionsTest {

  private static final List<String> UNITS = List.of("40", "75");
  private static final int LOADS = 5;

  @Test
  void aReportIsJudgedByTheVersionOfItsTimeAndAReplayJudgesAlike(@TempDir Path folder)
      throws Exception {
    try (Ground ground = Ground.in(folder, UNITS);
        Sender sender = new Sender(ground);
        Receipts receipts = new Receipts(ground, UNITS)) {
      List<SourceRecord> sent = new ArrayList<>();
      try (RollUpInstance rollUp = ground.rollUp()) {
        ReferenceLoad load = new ReferenceLoad(ground.config());
        ReferenceRows rows = ReferenceRows.bundled();
        for (int version = 1; version <= LOADS; version++) {
          // Before: the programme is unknown. After: it is known to the very next report.
          String programme = "NEW-" + version;
          sent.add(sender.send(SomeReports.right("40", programme, "2024-Q1", version)));
          rows = with(rows, programme);
          assertEquals(version + 1, load.publish(rows));
          sent.add(sender.send(SomeReports.right("75", programme, "2024-Q1", version)));
          Receipt before = receipts.await(sent.get(sent.size() - 2), Ground.SOON);
          assertEquals(List.of(Rule.E04), rules(before));
          assertEquals(version, before.referenceVersion());
          Receipt after = receipts.await(sent.get(sent.size() - 1), Ground.SOON);
          assertTrue(after.outcome().isAccepted(), after.toString());
          assertEquals(version + 1, after.referenceVersion());
        }
        assertEquals(LOADS + 1, rollUp.health().referenceVersion());
        Ground.assertWell(rollUp);
      }
      List<List<Object>> first = verdicts(receipts, sent, 0);
      try (RollUpInstance replay = ground.rollUp("replay", "replayed")) {
        for (SourceRecord each : sent) {
          Await.until("answered again", Ground.SOON, () -> receipts.of(each).size() == 2);
        }
        assertEquals(first, verdicts(receipts, sent, 1));
        Ground.assertWell(replay);
      }
    }
  }

  private static List<List<Object>> verdicts(Receipts receipts, List<SourceRecord> sent, int nth) {
    List<List<Object>> verdicts = new ArrayList<>();
    for (SourceRecord each : sent) {
      Receipt receipt = receipts.of(each).get(nth);
      Outcome outcome = receipt.outcome();
      verdicts.add(List.of(each, outcome, receipt.referenceVersion(), rules(receipt)));
    }
    return verdicts;
  }

  private static List<Rule> rules(Receipt receipt) {
    return receipt.errors().listed().stream().map(each -> each.rule()).toList();
  }

  /** With one more programme of 2024. */
  private static ReferenceRows with(ReferenceRows rows, String programme) {
    Map<ReferenceKind, List<Map<String, String>>> more = new EnumMap<>(rows.byKind());
    List<Map<String, String>> programmes = new ArrayList<>(rows.of(ReferenceKind.PROGRAMME));
    programmes.add(
        Map.of(
            "code",
            programme,
            "first_year",
            "2024",
            "last_year",
            "2024",
            "title_vi",
            programme,
            "title_en",
            programme,
            "expected",
            "ALL"));
    more.put(ReferenceKind.PROGRAMME, programmes);
    return new ReferenceRows(more);
  }
}
