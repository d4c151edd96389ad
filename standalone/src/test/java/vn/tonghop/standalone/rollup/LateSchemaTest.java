package vn.tonghop.standalone.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.standalone.table.CommittedTables;
import vn.tonghop.streams.runtime.RollUpInstance;

/** Provinces do not change their programs on one day. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class LateSchemaTest {

  @Test
  void earlierAndLaterVersionsOfTheSchemaSayTheSame(@TempDir Path folder) throws Exception {
    List<String> units = List.of("01", "40", "75");
    try (Ground ground = Ground.in(folder, units);
        RollUpInstance rollUp = ground.rollUp();
        Sender sender = new Sender(ground);
        Receipts receipts = new Receipts(ground, units)) {
      OtherSchema later = OtherSchema.later(ground, "sentBy");
      OtherSchema earlier = OtherSchema.earlier(ground, "submittedBy");
      assertNotEquals(later.id(), earlier.id());
      ProgressReport report = SomeReports.right("40", 1);
      Receipt now = receipts.await(sender.send(report), Ground.SOON);
      assertTrue(now.outcome().isAccepted());
      for (OtherSchema other : List.of(later, earlier)) {
        SourceRecord sent = sender.send("40", other.rewritten(sender.bytes(report)));
        Receipt receipt = receipts.await(sent, Ground.SOON);
        assertEquals(Outcome.DUPLICATE, receipt.outcome());
        assertEquals(now.digest(), receipt.digest());
      }
      accepted(receipts, sender, "75", later);
      accepted(receipts, sender, "01", earlier);
      ground.awaitSettled(units, Ground.SOON);
      assertEquals(
          3,
          CommittedTables.read(ground.config())
              .table(SomeReports.PROGRAMME, SomeReports.period("2024-Q1"))
              .orElseThrow()
              .byUnit()
              .size());
      Ground.assertWell(rollUp);
    }
  }

  private static void accepted(Receipts receipts, Sender sender, String unit, OtherSchema schema) {
    byte[] bytes = schema.rewritten(sender.bytes(SomeReports.right(unit, 1)));
    assertTrue(receipts.outcome(sender.send(unit, bytes)).isAccepted());
  }
}
