package vn.tonghop.standalone.rollup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.oracle.Reports;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.Await;
import vn.tonghop.streams.runtime.PartitionLag;
import vn.tonghop.streams.runtime.RollUpInstance;

/** Whatever one sender writes is answered, and nobody else notices. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class SendersTroubleTest {

  /** Three bytes each: nearly as many as a record may have. */
  private static final int MANY_HEADERS = 190_000;

  private static final int HUGE_LINES = 1_480;

  /** Longest wait of a report that stands behind another unit's worst one, on a busy machine. */
  private static final Duration DELAY = Duration.ofSeconds(8);

  /** The broker looks for transactions that hang every ten seconds. */
  private static final Duration ENDED_BY_THE_BROKER = Duration.ofSeconds(60);

  private static final int UNKNOWN_SCHEMA = 987_654;
  private static final byte[] KEY = "a key of the sender's".getBytes(StandardCharsets.UTF_8);
  private static final List<Header> HEADERS =
      List.of(
          new RecordHeader("trace", new byte[] {0, -1, 7}),
          new RecordHeader("tonghop.codes", "E99".getBytes(StandardCharsets.UTF_8)),
          new RecordHeader("tonghop.topic", "elsewhere".getBytes(StandardCharsets.UTF_8)),
          new RecordHeader("tonghop.offset", "-1".getBytes(StandardCharsets.UTF_8)),
          new RecordHeader("tonghop.codes", "E98".getBytes(StandardCharsets.UTF_8)),
          new RecordHeader("__streams.errors.topic", "forged".getBytes(StandardCharsets.UTF_8)),
          new RecordHeader("__streams.errors.offset", null));

  @TempDir private static Path folder;
  private static Ground ground;
  private static RollUpInstance rollUp;
  private static Sender sender;
  private static Receipts receipts;
  private static int revision;

  @BeforeAll
  static void start() throws Exception {
    ground = Ground.in(folder, List.of("01", "40", "75"));
    rollUp = ground.rollUp();
    sender = new Sender(ground);
    receipts = new Receipts(ground, List.of("01", "40", "75"));
  }

  @AfterAll
  static void close() {
    receipts.close();
    sender.close();
    rollUp.close();
    ground.close();
  }

  /** Bytes that are no report. */
  enum Junk {
    TRUNCATED,
    NOTHING,
    JSON,
    WRONG_MAGIC_BYTE,
    UNKNOWN_SCHEMA_ID;

    byte[] of(byte[] good) {
      return switch (this) {
        case TRUNCATED -> Arrays.copyOf(good, good.length / 2);
        case NOTHING -> null;
        case JSON -> "{\"unit\":\"40\"}".getBytes(StandardCharsets.UTF_8);
        case WRONG_MAGIC_BYTE -> ByteBuffer.wrap(good.clone()).put(0, (byte) 1).array();
        case UNKNOWN_SCHEMA_ID -> ByteBuffer.wrap(good.clone()).putInt(1, UNKNOWN_SCHEMA).array();
      };
    }
  }

  @AfterEach
  void theOthersGoOn() {
    revision++;
    SourceRecord sent = sender.send(SomeReports.right("01", revision));
    assertTrue(receipts.outcome(sent).isAccepted());
    Ground.assertWell(rollUp);
  }

  @Test
  void aReportByAnotherUnitsTopicIsRefusedToTheTopicsOwner() {
    ProgressReport of75 = SomeReports.right("75", 1);
    SourceRecord sent = sender.send("40", sender.bytes(of75));
    Receipt receipt = receipts.await(sent, Ground.SOON);
    assertEquals(Outcome.REJECTED, receipt.outcome());
    assertEquals(List.of(Rule.E03), rules(receipt));
    assertArrayEquals(sender.bytes(of75), deadLetter(sent).value());
    assertEquals(List.of("E03"), RawTopic.texts(deadLetter(sent), "tonghop.codes"));
    SourceRecord own = sender.send(of75);
    assertTrue(receipts.outcome(own).isAccepted(), "the other unit's revision was used up");
  }

  @ParameterizedTest
  @EnumSource(Junk.class)
  void whatIsNoReportIsAnsweredAndKeptAsItWas(Junk junk) {
    byte[] value = junk.of(sender.bytes(SomeReports.right("40", 1)));
    SourceRecord sent = sender.send("40", KEY, value, HEADERS);
    Receipt receipt = receipts.await(sent, Ground.SOON);
    assertEquals(Outcome.REJECTED, receipt.outcome());
    assertEquals(List.of(Rule.E01), rules(receipt));
    ConsumerRecord<byte[], byte[]> letter = deadLetter(sent);
    assertArrayEquals(value, letter.value());
    assertArrayEquals(KEY, letter.key());
    assertArrayEquals(new byte[] {0, -1, 7}, letter.headers().lastHeader("trace").value());
    assertEquals(List.of("E01"), RawTopic.texts(letter, "tonghop.codes"));
    assertEquals(List.of(sent.topic()), RawTopic.texts(letter, "tonghop.topic"));
    assertEquals(List.of("0"), RawTopic.texts(letter, "tonghop.partition"));
    assertEquals(List.of("" + sent.offset()), RawTopic.texts(letter, "tonghop.offset"));
    assertEquals(List.of("forged"), RawTopic.texts(letter, "__streams.errors.topic"));
    assertEquals(7, letter.headers().toArray().length);
  }

  /** Nearly as large as a document may be, with four errors on each of its lines. */
  private static byte[] hugeReport() {
    List<TaskLine> tasks = new ArrayList<>();
    String text = "ấ".repeat(100);
    for (int i = 0; i < HUGE_LINES; i++) {
      TaskLine task = Reports.task(text + i, TaskStatus.IN_PROGRESS, null, "2024-01-01", 1_000 + i);
      tasks.add(Reports.assigned(task, "NOBODY" + i, "NOTHING" + i));
    }
    byte[] value = sender.bytes(Reports.withTasks(SomeReports.right("40", 7), tasks));
    assertTrue(
        value.length > 480_000 && value.length < Topics.MAX_DOCUMENT_BYTES, "" + value.length);
    return value;
  }

  @Test
  void aHugeReportWithAnErrorOnEveryLineGetsABoundedAnswer() {
    byte[] value = hugeReport();
    SourceRecord sent = sender.send("40", KEY, value, HEADERS);
    Receipt receipt = receipts.await(sent, Ground.SOON);
    assertEquals(Outcome.REJECTED, receipt.outcome());
    assertEquals(4 * HUGE_LINES, receipt.errors().count());
    assertTrue(receipt.errors().listed().size() <= 113, "" + receipt.errors().listed().size());
    RawTopic.read(ground, Topics.receipts("40").name())
        .forEach(r -> assertTrue(r.serializedValueSize() < 512 * 1024));
    assertArrayEquals(value, deadLetter(sent).value());
  }

  @Test
  void headersAreKeptHoweverManyAndDecideNothing() {
    List<Header> headers = new ArrayList<>();
    for (int i = 0; i < MANY_HEADERS; i++) {
      headers.add(new RecordHeader("h", new byte[0]));
    }
    headers.addAll(HEADERS);
    byte[] good = sender.bytes(SomeReports.right("40", SomeReports.PROGRAMME, "2024-M04", 1));
    SourceRecord accepted = sender.send("40", KEY, good, headers);
    assertTrue(receipts.outcome(accepted).isAccepted());
    SourceRecord rejected = sender.send("40", KEY, Junk.JSON.of(good), headers);
    assertEquals(Outcome.REJECTED, receipts.outcome(rejected));
    ConsumerRecord<byte[], byte[]> letter = deadLetter(rejected);
    assertArrayEquals(Junk.JSON.of(good), letter.value());
    assertEquals(MANY_HEADERS + 7, letter.headers().toArray().length);
    assertEquals(List.of("E01"), RawTopic.texts(letter, "tonghop.codes"));
    RawTopic.read(ground, Topics.receipts("40").name())
        .forEach(each -> assertEquals(0, each.headers().toArray().length));
  }

  @Test
  void oneHugeHeaderIsKeptToo() {
    Header huge = new RecordHeader("huge", new byte[Topics.REPORT_LIMIT - 4 * 1024]);
    SourceRecord sent =
        sender.send("40", KEY, "no report".getBytes(StandardCharsets.UTF_8), List.of(huge));
    assertEquals(Outcome.REJECTED, receipts.outcome(sent));
    assertArrayEquals(huge.value(), deadLetter(sent).headers().lastHeader("huge").value());
  }

  @Test
  void hugeReportsWithErrorsOnEveryLineHoldNobodyUp() {
    byte[] value = hugeReport();
    List<SourceRecord> huge = new ArrayList<>();
    List<Duration> waits = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      huge.add(sender.send("40", KEY, value, List.of()));
      Instant sentAt = Instant.now();
      SourceRecord other =
          sender.send(SomeReports.right("75", SomeReports.PROGRAMME, "2024-M05", i));
      assertTrue(receipts.outcome(other).isAccepted());
      waits.add(Duration.between(sentAt, Instant.now()));
    }
    // Two of the ten may have met a pause of the machine.
    waits.sort(null);
    assertTrue(waits.get(7).compareTo(DELAY) < 0, "another unit waited for " + waits);
    for (SourceRecord each : huge) {
      assertEquals(Outcome.REJECTED, receipts.outcome(each));
    }
  }

  @Test
  void whatASenderTakesBackIsNotThere() {
    try (Sender open = new Sender(ground, Map.of("transactional.id", "changes-its-mind"))) {
      open.producer().initTransactions();
      open.producer().beginTransaction();
      byte[] inside = open.bytes(SomeReports.right("75", SomeReports.PROGRAMME, "2024-Q3", 5));
      Future<RecordMetadata> aborted =
          open.producer().send(new ProducerRecord<>(Topics.reports("75").name(), inside));
      open.producer().flush();
      open.producer().abortTransaction();
      SourceRecord then = sender.send(SomeReports.right("75", SomeReports.PROGRAMME, "2024-Q3", 1));
      assertEquals(1, receipts.await(then, Ground.SOON).countsNow());
      assertEquals(List.of(), receipts.of(Sender.place(aborted)));
    }
  }

  @Test
  void aTransactionThatHangsIsEndedByTheBrokerAndTheTopicGoesOn() {
    Map<String, Object> hanging =
        Map.of("transactional.id", "hangs", "transaction.timeout.ms", 2_000);
    try (Sender open = new Sender(ground, hanging)) {
      open.producer().initTransactions();
      open.producer().beginTransaction();
      byte[] inside = open.bytes(SomeReports.right("75", SomeReports.PROGRAMME, "2024-S1", 5));
      Future<RecordMetadata> hung =
          open.producer().send(new ProducerRecord<>(Topics.reports("75").name(), inside));
      open.producer().flush();
      SourceRecord then = sender.send(SomeReports.right("75", SomeReports.PROGRAMME, "2024-S1", 1));
      theOthersGoOn();
      assertEquals(1, receipts.await(then, ENDED_BY_THE_BROKER).countsNow());
      assertEquals(List.of(), receipts.of(Sender.place(hung)));
    }
  }

  @Test
  void anOpenTransactionHoldsBackItsOwnTopicAlone() {
    Map<String, Object> transactional =
        Map.of("transactional.id", "a-province", "transaction.timeout.ms", 600_000);
    try (Sender open = new Sender(ground, transactional)) {
      byte[] inside = open.bytes(SomeReports.right("75", SomeReports.PROGRAMME, "2024-Q2", 1));
      open.producer().initTransactions();
      open.producer().beginTransaction();
      Future<RecordMetadata> first =
          open.producer().send(new ProducerRecord<>(Topics.reports("75").name(), inside));
      open.producer().flush();
      SourceRecord second =
          sender.send(SomeReports.right("75", SomeReports.PROGRAMME, "2024-Q2", 2));
      for (int i = 1; i <= 10; i++) {
        SourceRecord other =
            sender.send(SomeReports.right("40", SomeReports.PROGRAMME, "2024-Q2", i));
        assertTrue(receipts.outcome(other).isAccepted());
      }
      assertEquals(List.of(), receipts.of(Sender.place(first)));
      assertEquals(List.of(), receipts.of(second));
      PartitionLag lag = ground.lag("75").get(0);
      assertTrue(lag.end() > lag.stable(), lag.toString());
      assertFalse(lag.isSettled());
      open.producer().commitTransaction();
      assertTrue(receipts.outcome(Sender.place(first)).isAccepted());
      assertTrue(receipts.outcome(second).isAccepted());
      Await.until("settled", Ground.SOON, () -> ground.lag("75").get(0).isSettled());
    }
  }

  private static List<Rule> rules(Receipt receipt) {
    return receipt.errors().listed().stream().map(each -> each.rule()).toList();
  }

  /** The one dead letter of a record. */
  private static ConsumerRecord<byte[], byte[]> deadLetter(SourceRecord of) {
    List<ConsumerRecord<byte[], byte[]>> letters =
        RawTopic.read(ground, Topics.DEAD_LETTERS.name()).stream()
            .filter(each -> RawTopic.texts(each, "tonghop.topic").equals(List.of(of.topic())))
            .filter(
                each -> RawTopic.texts(each, "tonghop.offset").equals(List.of("" + of.offset())))
            .toList();
    assertEquals(1, letters.size());
    return letters.get(0);
  }
}
