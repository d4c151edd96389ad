package vn.tonghop.standalone.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.oracle.Reports;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.table.CommittedTables;
import vn.tonghop.streams.config.RollUpSettings;
import vn.tonghop.streams.layout.CarryOver;
import vn.tonghop.streams.layout.LayoutException;
import vn.tonghop.streams.runtime.RollUpInstance;

/** What the former version remembered is carried over whole and once, or not at all. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class CarryOverTest {

  private static final List<String> UNITS = List.of("40", "48", "75");
  private static final List<String> LABELS = List.of("2024-M02", "2024-Q1", "2024-Q2");
  private static final Duration AT_ONCE = Duration.ofMillis(300);

  @TempDir private static Path folder;
  private static Ground ground;
  private static Sender sender;
  private static List<ProgressReport> sent;
  private static List<ReportState> states;

  /** States of two programmes, which a roll-up has made of reports. */
  @BeforeAll
  static void start() throws Exception {
    ground = Ground.in(folder, UNITS);
    sender = new Sender(ground);
    sent = new ArrayList<>();
    for (String unit : List.of("40", "48")) {
      for (String programme : SomeReports.PROGRAMMES) {
        LABELS.forEach(label -> sent.add(SomeReports.right(unit, programme, label, 2)));
      }
    }
    sent.forEach(sender::send);
    try (RollUpInstance rollUp = ground.rollUp()) {
      ground.awaitSettled(UNITS, Ground.READY);
      Ground.assertWell(rollUp);
    }
    states = new FormerVersion(ground, Ground.APPLICATION).carriedOver();
    assertEquals(12, states.size());
  }

  @AfterAll
  static void close() {
    sender.close();
    ground.close();
  }

  @Test
  void laterReportsAreAnsweredAsIfNothingHadHappened() throws Exception {
    FormerVersion former = new FormerVersion(ground, Ground.APPLICATION);
    former.withoutNewTopics();
    former.leave(sender, states);
    former.leaveFolders(folder.resolve("roll-up"));
    try (Receipts receipts = new Receipts(ground, UNITS);
        RollUpInstance rollUp = ground.rollUp()) {
      for (ProgressReport report : sent) {
        assertEquals(Outcome.DUPLICATE, receipts.outcome(sender.send(report)));
        ProgressReport before = Reports.withRevision(report, 1);
        assertEquals(Outcome.STALE, receipts.outcome(sender.send(before)));
      }
      ProgressReport quarter = SomeReports.right("40", 2);
      ProgressReport shorter =
          Reports.withRevision(Reports.withTasks(quarter, quarter.tasks().subList(0, 1)), 3);
      Receipt gone = receipts.await(sender.send(shorter), Ground.SOON);
      assertEquals(Outcome.ACCEPTED_WITH_WARNINGS, gone.outcome());
      assertTrue(
          gone.warnings().listed().stream().map(Finding::rule).toList().contains(Rule.W02),
          gone::toString);
      SourceRecord third = sender.send(SomeReports.right("75", 1));
      assertEquals(Outcome.ACCEPTED_WITH_WARNINGS, receipts.outcome(third));
      Await.until("three units in the table", Ground.SOON, () -> table().byUnit().size() == 3);
      // Of two tasks each; one is gone.
      assertEquals(5, table().total().assigned());
      assertEquals(3 * sent.size() + 2, receipts.read().size());
      Ground.assertWell(rollUp);
    }
    assertFormerIsGone(former);
    assertTrue(Files.notExists(folder.resolve("roll-up/tonghop-roll-up/2_3")));
    assertTrue(
        Files.notExists(folder.resolve("roll-up/tonghop-roll-up/1_0/rocksdb/report-states")));
  }

  @Test
  void oneThatIsKilledBeforeItDeletesIsFollowedByOneThatDeletesOnly() throws Exception {
    FormerVersion former = left("killed-after");
    carryOver(former).write();
    assertTrue(topics().contains(former.states()));
    carryOver(former).run();
    assertCarriedOnce(former);
    carryOver(former).run();
    assertCarriedOnce(former);
  }

  @Test
  void oneThatIsKilledWhileItWritesLeavesNothing() throws Exception {
    FormerVersion former = left("killed-within");
    Map<String, Object> killed = Map.of("transactional.id", former.application() + "-carry-over");
    try (Sender half = new Sender(ground, killed)) {
      half.producer().initTransactions();
      half.producer().beginTransaction();
      half.send(new ProducerRecord<>(former.intake(), new byte[1]));
      carryOver(former).run();
    }
    assertCarriedOnce(former);
  }

  @Test
  void ofTwoAtOnceOneWrites() throws Exception {
    FormerVersion former = left("twice");
    CompletableFuture<Void> one = CompletableFuture.runAsync(() -> run(former));
    CompletableFuture<Void> other = CompletableFuture.runAsync(() -> run(former));
    CompletableFuture.allOf(one, other).get();
    assertCarriedOnce(former);
  }

  @Test
  void whatStandsBetweenTheFormerStagesIsForTheFormerVersion() throws Exception {
    FormerVersion former = left("unsettled");
    sender.send(new ProducerRecord<>(former.intake(), 2, new byte[1], new byte[1]));
    assertRefused(former, "has not finished");
  }

  @Test
  void anAbortedTransactionBetweenTheStagesIsNothing() throws Exception {
    FormerVersion former = left("aborted");
    try (Sender aborted = new Sender(ground, Map.of("transactional.id", "aborted"))) {
      aborted.producer().initTransactions();
      aborted.producer().beginTransaction();
      aborted.send(new ProducerRecord<>(former.intake(), new byte[1]));
      aborted.producer().abortTransaction();
    }
    carryOver(former).run();
    assertCarriedOnce(former);
  }

  @Test
  void nothingIsCarriedOverBesideARunningFormerVersion() throws Exception {
    FormerVersion former = left("running");
    Map<String, Object> config = new HashMap<>(ground.config());
    config.put("group.id", former.application());
    try (KafkaConsumer<byte[], byte[]> member =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      member.subscribe(List.of(former.intake()));
      Await.until(
          "it is a member",
          Ground.SOON,
          () -> {
            member.poll(Duration.ofMillis(50));
            return !member.assignment().isEmpty();
          });
      assertRefused(former, "still running");
    }
  }

  @Test
  void aFormerVersionThatRanAgainAfterwardsIsNotedAndNothingIsDeleted() throws Exception {
    FormerVersion former = left("again");
    carryOver(former).run();
    Await.until("it is seen that they are gone", Ground.SOON, () -> former.seen().isEmpty());
    former.createTopics(List.of(former.application() + "-submissions-repartition"));
    former.leave(sender, states.subList(0, 1));
    assertRefused(former, "ran again");
  }

  @Test
  void whatCannotBeReadIsNamedAndNothingIsCarriedOver() throws Exception {
    FormerVersion former = left("unreadable");
    sender.send(
        new ProducerRecord<>(
            former.states(), 1, "A|B|2024-Q1".getBytes(StandardCharsets.UTF_8), new byte[] {7}));
    RuntimeException failure = assertThrows(RuntimeException.class, () -> carryOver(former).run());
    assertTrue(
        String.valueOf(failure.getMessage()).contains(former.states() + "-1"), failure::toString);
    assertTrue(topics().contains(former.states()));
    assertEquals(List.of(), former.newRecords());
  }

  private static FormerVersion left(String application) throws Exception {
    FormerVersion former = new FormerVersion(ground, application);
    former.leave(sender, states);
    return former;
  }

  private static CarryOver carryOver(FormerVersion former) {
    return carryOver(former, Ground.SOON);
  }

  private static CarryOver carryOver(FormerVersion former, Duration patience) {
    Map<String, String> settings = new HashMap<>(ground.rollUpSettings(former.application()));
    settings.put("application.id", former.application());
    Map<String, Object> clients = new HashMap<>(ground.config());
    clients.put("isolation.level", "read_committed");
    return new CarryOver(RollUpSettings.of(settings), clients, ground.admin(), patience);
  }

  private static void run(FormerVersion former) {
    try {
      carryOver(former).run();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertRefused(FormerVersion former, String why) throws Exception {
    LayoutException refused =
        assertThrows(LayoutException.class, () -> carryOver(former, AT_ONCE).run());
    assertTrue(refused.en().contains(why), refused.en());
    assertTrue(refused.vi().contains("phiên bản trước"), refused.vi());
    assertTrue(topics().contains(former.states()), "the former changelog was deleted");
  }

  /** Each state once, with the time that its record had, and nothing former left. */
  private static void assertCarriedOnce(FormerVersion former) {
    assertEquals(states.size(), former.newRecords().size());
    assertEquals(Set.copyOf(states), Set.copyOf(former.carriedOver()));
    assertEquals(
        states.stream().map(each -> each.highest().receivedAt().toEpochMilli()).sorted().toList(),
        former.newRecords().stream().map(ConsumerRecord::timestamp).sorted().toList());
    assertFormerIsGone(former);
  }

  private static void assertFormerIsGone(FormerVersion former) {
    Await.until("it is gone", Ground.SOON, () -> former.seen().isEmpty());
  }

  private static Set<String> topics() throws Exception {
    return ground.admin().listTopics().names().get();
  }

  private static NationalTable table() {
    return CommittedTables.read(ground.config())
        .table(SomeReports.PROGRAMME, SomeReports.period("2024-Q1"))
        .orElseThrow();
  }
}
