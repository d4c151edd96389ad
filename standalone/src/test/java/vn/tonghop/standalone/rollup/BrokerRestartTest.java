package vn.tonghop.standalone.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.table.CommittedTables;
import vn.tonghop.streams.runtime.RollUpInstance;

/** A broker that goes and comes back: everything resumes by itself, nothing lost or doubled. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class BrokerRestartTest {

  /** A roll-up may have to wait for transactions and sessions of the time before. */
  private static final Duration RESUMED = Duration.ofSeconds(90);

  private static final List<String> UNITS = List.of("01", "40", "75");

  /** Each test has a period of its own on the ground that they share. */
  private static final String RESTARTED = "2024-Q1";

  private static final String ALL_RESTARTED = "2024-Q2";

  @TempDir private static Path folder;
  private static Ground ground;

  @BeforeAll
  static void start() throws Exception {
    ground = Ground.in(folder, UNITS);
  }

  @AfterAll
  static void close() {
    ground.close();
  }

  @Test
  void aBrokerThatRestartsUnderTheRollUpIsWaitedFor() throws Exception {
    List<SourceRecord> sent = new ArrayList<>();
    try (RollUpInstance rollUp = ground.rollUp();
        Sender sender = new Sender(ground);
        Receipts receipts = new Receipts(ground, UNITS)) {
      send(sender, sent, RESTARTED, 1, 40);
      Await.until("some are answered", Ground.SOON, () -> !receipts.read().isEmpty());
      ground.stopBroker();
      ground.startBrokerAgain();
      send(sender, sent, RESTARTED, 41, 60);
      awaitAll(receipts, sent);
      Ground.assertWell(rollUp);
      Await.until("both threads work", Ground.READY, () -> rollUp.health().isReady());
      assertEndsWith(RESTARTED, 60);
    }
    assertAnsweredOnce(sent);
  }

  @Test
  void afterARestartOfEverythingItGoesOnWhereItWas() throws Exception {
    List<SourceRecord> sent = new ArrayList<>();
    try (RollUpInstance rollUp = ground.rollUp();
        Sender sender = new Sender(ground);
        Receipts receipts = new Receipts(ground, UNITS)) {
      send(sender, sent, ALL_RESTARTED, 1, 10);
      awaitAll(receipts, sent);
      Ground.assertWell(rollUp);
    }
    ground.stopRegistry();
    ground.stopBroker();
    ground.startBrokerAgain();
    ground.startRegistryAgain();
    try (RollUpInstance rollUp = ground.rollUp();
        Sender sender = new Sender(ground);
        Receipts receipts = new Receipts(ground, UNITS)) {
      send(sender, sent, ALL_RESTARTED, 11, 20);
      awaitAll(receipts, sent);
      Ground.assertWell(rollUp);
      assertEndsWith(ALL_RESTARTED, 20);
    }
    assertAnsweredOnce(sent);
  }

  private static void send(
      Sender sender, List<SourceRecord> sent, String period, int from, int to) {
    for (int revision = from; revision <= to; revision++) {
      for (String unit : UNITS) {
        sent.add(sender.send(SomeReports.right(unit, SomeReports.PROGRAMME, period, revision)));
      }
    }
  }

  private static void awaitAll(Receipts receipts, List<SourceRecord> sent) {
    Await.until(
        "all are answered",
        RESUMED,
        () -> {
          Set<SourceRecord> answered = new HashSet<>();
          receipts.read().forEach(each -> answered.add(each.source()));
          return answered.containsAll(sent);
        });
  }

  private static void assertEndsWith(String period, int revision) {
    ground.awaitSettled(UNITS, RESUMED);
    CommittedTables.read(ground.config())
        .table(SomeReports.PROGRAMME, SomeReports.period(period))
        .orElseThrow()
        .byUnit()
        .forEach(row -> assertEquals(revision, row.report().revision()));
  }

  private static void assertAnsweredOnce(List<SourceRecord> sent) {
    try (Receipts receipts = new Receipts(ground, UNITS)) {
      awaitAll(receipts, sent);
      List<Receipt> all = receipts.read();
      for (SourceRecord each : sent) {
        List<Receipt> of = all.stream().filter(r -> each.equals(r.source())).toList();
        assertEquals(1, of.size(), each + ": " + of);
        assertTrue(of.get(0).outcome().isAccepted(), of.toString());
      }
    }
  }
}
