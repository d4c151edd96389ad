package vn.tonghop.standalone.rollup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.table.UnitRow;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.table.CommittedTables;
import vn.tonghop.streams.runtime.RollUpInstance;

/** A registry that is away holds back those alone who send what only it can explain. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class RegistryAwayTest {

  /** Longer than an id is believed to be unknown, and than several heartbeats. */
  private static final Duration AWAY = Duration.ofSeconds(12);

  private static final int UNKNOWN_SCHEMA = 987_654;
  private static final List<String> UNITS = List.of("01", "40", "75");

  @Test
  void aNewSchemaWaitsForTheRegistryAndNobodyElseDoes(@TempDir Path folder) throws Exception {
    try (Ground ground = Ground.in(folder, UNITS);
        RollUpInstance rollUp = ground.rollUp();
        Sender sender = new Sender(ground);
        Receipts receipts = new Receipts(ground, UNITS)) {
      assertTrue(receipts.outcome(sender.send(SomeReports.right("40", 1))).isAccepted());
      OtherSchema later = OtherSchema.later(ground, "sentBy");
      ground.stopRegistry();

      byte[] unknown = sender.bytes(SomeReports.right("01", 1));
      ByteBuffer.wrap(unknown).putInt(1, UNKNOWN_SCHEMA);
      SourceRecord of75 =
          sender.send("75", later.rewritten(sender.bytes(SomeReports.right("75", 1))));
      SourceRecord then = sender.send(SomeReports.right("75", 2));
      SourceRecord of01 = sender.send("01", unknown);
      othersGoOn(sender, receipts);

      assertEquals(List.of(), receipts.of(of75));
      assertEquals(List.of(), receipts.of(then));
      assertEquals(List.of(), receipts.of(of01));
      assertEquals(List.of(), RawTopic.read(ground, Topics.DEAD_LETTERS.name()));
      assertEquals(2, ground.lag("75").get(0).lag());
      assertEquals(1, ground.lag("01").get(0).lag());
      assertEquals(0, ground.lag("40").get(0).lag());
      assertTrue(rollUp.health().isReady(), rollUp.health().toString());
      Ground.assertWell(rollUp);

      ground.startRegistryAgain();
      assertTrue(receipts.outcome(of75).isAccepted());
      Receipt second = receipts.await(then, Ground.SOON);
      assertTrue(second.outcome().isAccepted());
      assertEquals(2, second.countsNow());
      Receipt refused = receipts.await(of01, Ground.SOON);
      assertEquals(Outcome.REJECTED, refused.outcome());
      assertEquals(Rule.E01, refused.errors().listed().get(0).rule());
      List<ConsumerRecord<byte[], byte[]>> letters =
          RawTopic.read(ground, Topics.DEAD_LETTERS.name());
      assertEquals(1, letters.size());
      assertArrayEquals(unknown, letters.get(0).value());
      ground.awaitSettled(UNITS, Ground.SOON);
      assertEquals(2, row(ground, "75").report().revision());
    }
  }

  @Test
  void whatItNeedsForItsOwnOutputItAskedForAtItsStart(@TempDir Path folder) throws Exception {
    try (Ground ground = Ground.in(folder, UNITS);
        RollUpInstance rollUp = ground.rollUp();
        Sender sender = new Sender(ground);
        Receipts receipts = new Receipts(ground, UNITS)) {
      byte[] report = sender.bytes(SomeReports.right("75", 1));
      // The report's schema gets known, and no more than a receipt is written.
      assertEquals(Outcome.REJECTED, receipts.outcome(sender.send("40", report)));
      ground.stopRegistry();
      assertTrue(receipts.outcome(sender.send("75", report)).isAccepted());
      ground.awaitSettled(UNITS, Ground.SOON);
      ground.startRegistryAgain();
      assertEquals(1, row(ground, "75").report().revision());
      Ground.assertWell(rollUp);
    }
  }

  /** Each is answered at once, for as long as the registry is to be away. */
  private static void othersGoOn(Sender sender, Receipts receipts) {
    Instant until = Instant.now().plus(AWAY);
    int revision = 1;
    while (Instant.now().isBefore(until)) {
      revision++;
      SourceRecord sent = sender.send(SomeReports.right("40", revision));
      assertTrue(receipts.outcome(sent).isAccepted());
    }
  }

  private static UnitRow row(Ground ground, String unit) {
    return CommittedTables.read(ground.config())
        .table(SomeReports.PROGRAMME, SomeReports.period("2024-Q1"))
        .orElseThrow()
        .byUnit()
        .stream()
        .filter(each -> each.code().equals(unit))
        .findFirst()
        .orElseThrow();
  }
}
