package vn.tonghop.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.FindingList;
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
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.schemas.mapping.ReportMapping;
import vn.tonghop.schemas.serde.DecodedReport.Decoded;
import vn.tonghop.schemas.serde.ProgressReportDecoder;
import vn.tonghop.schemas.topic.DeadLetterHeaders;

/**
 * Whatever arrives, nothing stops: each record has one receipt, each rejected one its dead letter
 * with the bytes that were sent, and the figures stay those of the reports in between.
 */
class MutatedRecordsTest {

  private static final ReferenceRows ROWS = Histories.rows();
  private static final ReferenceData REFERENCE = ReferenceData.of(ROWS);
  private static final int RECORDS = Integer.getInteger("tonghop.mutated.records", 5_000);
  private static final long FIRST_SEED = Long.getLong("tonghop.mutated.seed", 1);
  private static final int RECORDS_A_ROUND = 100;
  private static final Set<String> OURS = Set.copyOf(DeadLetterHeaders.ALL);

  private final Map<Regime, RollUpRun> runs = new EnumMap<>(Regime.class);
  private final Tally tally = new Tally();
  private final ProgressReportDecoder decoder = new ProgressReportDecoder(Wire::schema);

  /** What was sent, as bytes. */
  @SuppressWarnings("ArrayRecordComponent") // Sent, never compared as a record.
  private record Sent(
      String unit, byte @Nullable [] key, byte @Nullable [] value, Headers headers, Instant at) {}

  @AfterEach
  void close() {
    runs.values().forEach(RollUpRun::close);
  }

  @Test
  void whateverArrivesIsAnsweredOnceAndMovesNoFigureThatItShouldNot() {
    for (int round = 0; round < RECORDS / RECORDS_A_ROUND; round++) {
      round(FIRST_SEED + round);
    }
    System.out.println(RECORDS + " records: " + tally);
    assertEquals(Set.of(Outcome.values()), tally.outcomes(), tally::toString);
    assertTrue(tally.of("E01") > RECORDS / 3, tally::toString);
    for (Rule rule : Rule.values()) {
      assertTrue(tally.of(rule.name()) > 0, () -> rule + " in " + tally);
    }
  }

  private void round(long seed) {
    Random random = new Random(seed);
    History history = Histories.of(seed, Shape.mixed(RECORDS_A_ROUND));
    RollUpRun run =
        runs.computeIfAbsent(history.regime(), regime -> new RollUpRun(regime, REFERENCE));
    run.forget();
    Mutations mutations = new Mutations(random, history.arrivals());
    List<Arrival> readable = new ArrayList<>();
    List<Receipt> answers = new ArrayList<>();
    for (int i = 0; i < RECORDS_A_ROUND; i++) {
      Arrival model = history.arrivals().get(i);
      Sent sent =
          random.nextInt(5) == 0
              ? new Sent(
                  model.topicUnit(),
                  null,
                  Wire.report(model.report()),
                  new RecordHeaders(),
                  model.at())
              : new Sent(
                  model.topicUnit(),
                  mutations.key(),
                  mutations.value(),
                  mutations.headers(),
                  model.at());
      String where = "seed " + seed + ", record " + i;
      Headers headers = new RecordHeaders(sent.headers().toArray());
      SourceRecord source = run.arrive(sent.unit(), sent.key(), sent.value(), headers, sent.at());
      List<Receipt> receipts = run.receipts(sent.unit());
      assertEquals(1, receipts.size(), where);
      Receipt receipt = receipts.get(0);
      assertEquals(source, receipt.source(), where);
      letter(sent, receipt, run.deadLetters(), where);
      @Nullable ProgressReport report = readable(sent.value());
      if (report == null) {
        unreadable(receipt, where);
      } else {
        readable.add(new Arrival(report, sent.unit(), sent.at(), source));
        answers.add(receipt);
      }
      tally.add(Answers.said(receipt));
    }
    for (String unit : Histories.UNITS) {
      assertEquals(List.of(), run.receipts(unit), "seed " + seed + ", a second receipt");
    }
    agree(seed, new Oracle(history.regime(), ROWS, readable), answers, run.tables(), history);
  }

  /** Nothing that is said of a record may depend on what else was sent but the oracle knows. */
  private static void agree(
      long seed,
      Oracle oracle,
      List<Receipt> answers,
      Map<String, @Nullable NationalTable> tables,
      History history) {
    List<OracleReceipt> receipts = oracle.receipts();
    for (int i = 0; i < receipts.size(); i++) {
      Receipt answer = answers.get(i);
      String where = "seed " + seed + ", readable record " + i;
      assertEquals(receipts.get(i), Answers.said(answer), () -> where + ": " + answer);
    }
    Set<String> keys = new HashSet<>(tables.keySet());
    for (String programme : history.programmes()) {
      Answers.targets().forEach(target -> keys.add(programme + "|" + target));
    }
    for (String key : keys) {
      String[] parts = key.split("\\|", -1);
      @Nullable NationalTable table = tables.get(key);
      assertEquals(
          oracle.table(parts[0], parts[1]).orElse(null),
          table == null ? null : Answers.said(table),
          "seed " + seed + ", " + key);
    }
  }

  private static void letter(
      Sent sent, Receipt receipt, List<TestRecord<byte[], byte[]>> letters, String where) {
    assertEquals(receipt.outcome() == Outcome.REJECTED ? 1 : 0, letters.size(), where);
    for (TestRecord<byte[], byte[]> letter : letters) {
      assertArrayEquals(sent.key(), letter.key(), where);
      assertArrayEquals(sent.value(), letter.value(), where);
      assertEquals(others(sent.headers()), others(letter.headers()), where);
      Map<String, String> ours = new TreeMap<>();
      for (Header header : letter.headers()) {
        if (OURS.contains(header.key())) {
          ours.put(header.key(), new String(header.value(), UTF_8));
        }
      }
      assertEquals(
          String.join(",", codes(receipt).stream().map(Rule::name).toList()),
          ours.get(DeadLetterHeaders.CODES),
          where);
      assertEquals(4, ours.size(), where);
    }
  }

  private static List<Header> others(Headers headers) {
    List<Header> others = new ArrayList<>();
    headers.forEach(
        header -> {
          if (!OURS.contains(header.key())) {
            others.add(header);
          }
        });
    return others;
  }

  private static void unreadable(Receipt receipt, String where) {
    assertEquals(List.of(Rule.E01), codes(receipt), where);
    assertEquals(FindingList.NONE, receipt.warnings(), where);
    assertEquals(null, receipt.digest(), where);
  }

  private static List<Rule> codes(Receipt receipt) {
    return receipt.errors().listed().stream().map(Finding::rule).distinct().sorted().toList();
  }

  /** The report that the bytes hold; null if they hold none that fits the contract. */
  private @Nullable ProgressReport readable(byte @Nullable [] value) {
    return decoder.decode(value) instanceof Decoded decoded
            && decoded.result() instanceof ReportMapping.Result.Fits fits
        ? fits.report()
        : null;
  }
}
