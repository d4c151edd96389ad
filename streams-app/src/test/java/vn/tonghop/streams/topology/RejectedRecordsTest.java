package vn.tonghop.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
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
import vn.tonghop.domain.oracle.Reports;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.schemas.topic.Topics;

/** What becomes of a record that cannot count. */
class RejectedRecordsTest {

  private static final Instant AT = Instant.parse("2024-04-05T02:00:00Z");
  private static final byte[] KEY = "any key".getBytes(UTF_8);

  private final RollUpRun run = RollUpRun.of(Regime.CALENDAR);

  @AfterEach
  void close() {
    run.close();
  }

  @Test
  void aRejectedRecordIsKeptWithKeyValueAndHeadersAsReceivedAndWithWhereItStoodAndWhy() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("trace", new byte[] {1, 2});
    headers.add("trace", new byte[] {3});
    headers.add("empty", null);
    byte[] value = Wire.report(Reports.withRevision(Reports.withNil(q1(), true), 0));
    run.arrive("22", Wire.report(q1()), Wire.report(q1()), new RecordHeaders(), AT);
    run.deadLetters();
    SourceRecord source = run.arrive("40", KEY, value, headers, AT);

    TestRecord<byte[], byte[]> letter = deadLetter();
    assertArrayEquals(KEY, letter.key());
    assertArrayEquals(value, letter.value());
    assertEquals(AT.toEpochMilli(), letter.timestamp());
    List<Header> kept = List.of(letter.headers().toArray());
    assertEquals(List.of(headers.toArray()), kept.subList(0, 3));
    assertEquals(7, kept.size());
    assertEquals(
        Map.of(
            "tonghop.topic", "tonghop.reports.40",
            "tonghop.partition", "0",
            "tonghop.offset", Long.toString(source.offset()),
            "tonghop.codes", "E06,E11"),
        ours(letter.headers()));
  }

  @Test
  void headersThatASenderForgedAreReplaced() {
    RecordHeaders headers = new RecordHeaders();
    for (String name : List.of("topic", "partition", "offset", "codes", "codes")) {
      headers.add("tonghop." + name, "forged".getBytes(UTF_8));
    }
    run.arrive("40", KEY, new byte[0], headers, AT);
    Headers kept = deadLetter().headers();
    assertEquals(4, kept.toArray().length);
    assertEquals("E01", ours(kept).get("tonghop.codes"));
    assertTrue(!ours(kept).containsValue("forged"), kept.toString());
  }

  @Test
  void whatCannotBeDecodedIsAnsweredWithOneE01AndNoDigestAndKept() {
    byte[] report = Wire.report(q1());
    byte[] unknownSchema = report.clone();
    unknownSchema[1] = 77;
    byte[] otherRecord = report.clone();
    otherRecord[4] = 2;
    for (byte[] value :
        Arrays.asList(
            null,
            new byte[0],
            "{\"unit\":\"40\"}".getBytes(UTF_8),
            new byte[] {0, 0, 0},
            unknownSchema,
            otherRecord,
            Arrays.copyOf(report, report.length - 1),
            Arrays.copyOf(report, report.length + 1),
            Arrays.copyOf(report, Topics.MAX_DOCUMENT_BYTES + 1))) {
      assertE01(value);
    }
  }

  @Test
  void whatFitsAvroButNotTheContractIsAnsweredWithOneE01APathAndNoDigest() {
    ProgressReport report =
        Reports.withIndicators(
            Reports.of(q1(), "40", " ", "2024-Q1", q1().asOf()), Reports.value("", "1.000"));
    SourceRecord source = run.arrive("40", KEY, Wire.report(report), new RecordHeaders(), AT);
    Receipt receipt = run.receipt("40");
    assertEquals(
        List.of("E01 programme", "E01 indicators[0].code"), codesAndPaths(receipt.errors()));
    assertEquals(2, receipt.errors().count());
    assertEquals("40", receipt.unit());
    assertEquals(1, receipt.revision());
    assertNull(receipt.digest());
    assertEquals(source, receipt.source());
    assertEquals("E01", ours(deadLetter().headers()).get("tonghop.codes"));
  }

  @Test
  void aReportOfAnotherUnitIsAnsweredToTheTopicsUnitAndCountsForNobody() {
    run.arrive("40", q1(), AT);
    run.receipts("40");
    SourceRecord source = run.arrive("22", q1(), AT);
    assertEquals(List.of(), run.receipts("40"));
    Receipt receipt = run.receipt("22");
    assertEquals(Outcome.REJECTED, receipt.outcome());
    assertEquals(List.of("E03 unit"), codesAndPaths(receipt.errors()));
    assertEquals("40", receipt.unit());
    assertEquals(source, receipt.source());
    assertNull(receipt.countsNow());
    assertNull(receipt.onTime());
    assertNotNull(receipt.digest());
    assertEquals("E03", ours(deadLetter().headers()).get("tonghop.codes"));
  }

  @Test
  void theRecordsKeyIsNotLookedAt() {
    run.arrive("40", "CTCT-2020|1999-M01".getBytes(UTF_8), Wire.report(q1()), none(), AT);
    run.arrive("40", null, Wire.report(Reports.withRevision(q1(), 2)), none(), AT);
    assertEquals(
        List.of(Outcome.ACCEPTED, Outcome.ACCEPTED),
        run.receipts("40").stream().map(Receipt::outcome).toList());
  }

  @Test
  void aRejectedReportSaysWhichRevisionOfItsKeyCounts() {
    run.arrive("40", q1(), AT);
    run.receipts("40");
    run.tables();
    run.arrive("40", Reports.withNil(Reports.withRevision(q1(), 2), true), AT);
    Receipt receipt = run.receipt("40");
    assertEquals(Outcome.REJECTED, receipt.outcome());
    assertEquals(1, receipt.countsNow());
    assertNull(receipt.onTime());
    assertEquals("E11", ours(deadLetter().headers()).get("tonghop.codes"));
    assertEquals(Map.of(), run.tables());
  }

  @Test
  void aReceiptOfWhatHasNoReadableKeyHasNoKey() {
    run.arrive("40", KEY, null, none(), AT);
    assertNull(run.records("tonghop.receipts.40").get(0).key());
    run.arrive("40", Reports.of(q1(), "40", "NO", "2024-Q1", q1().asOf()), AT);
    assertArrayEquals(
        "NO|2024-Q1".getBytes(UTF_8), run.records("tonghop.receipts.40").get(0).key());
  }

  @Test
  void aRecordThatDoesNotFitADeadLetterStaysWhereItIsAndTheLetterSaysWhere() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("large", new byte[Topics.MAX_REQUEST_BYTES]);
    SourceRecord source = run.arrive("40", KEY, new byte[] {9}, headers, AT);
    TestRecord<byte[], byte[]> letter = deadLetter();
    assertNull(letter.key());
    assertNull(letter.value());
    assertEquals(
        Map.of(
            "tonghop.topic", "tonghop.reports.40",
            "tonghop.partition", "0",
            "tonghop.offset", Long.toString(source.offset()),
            "tonghop.codes", "E01"),
        ours(letter.headers()));
    assertEquals(4, letter.headers().toArray().length);
    assertEquals(Outcome.REJECTED, run.receipt("40").outcome());
  }

  @Test
  void theReceiptOfARecordWithLargeHeadersStaysSmall() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("large", new byte[Topics.MAX_REQUEST_BYTES]);
    run.arrive("40", KEY, new byte[] {9}, headers, AT);
    run.arrive("40", KEY, Wire.report(q1()), headers, AT);
    List<TestRecord<byte[], byte[]>> receipts = run.records("tonghop.receipts.40");
    assertEquals(2, receipts.size());
    receipts.forEach(receipt -> assertEquals(0, receipt.headers().toArray().length));
  }

  @Test
  void aReportWithMoreFaultsThanAReceiptListsIsAnsweredWithAllOfThemCounted() {
    ProgressReport report =
        Reports.withTasks(
            q1(), Stream.generate(() -> Reports.open("same", null, 101)).limit(1000).toList());
    run.arrive("40", report, AT);
    TestRecord<byte[], byte[]> record = run.records("tonghop.receipts.40").get(0);
    assertTrue(record.value().length < 100_000, () -> record.value().length + " bytes");
    assertEquals("E08,E10", ours(deadLetter().headers()).get("tonghop.codes"));
  }

  @Test
  void whateverBytesArriveEachRecordHasOneReceiptAndOneDeadLetterOrCounts() {
    byte[] report = Wire.report(Reports.withIndicators(q1(), Reports.value("POSTS", "12.500")));
    for (long seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      byte[] value = report.clone();
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        value[5 + random.nextInt(value.length - 5)] = (byte) random.nextInt();
      }
      run.arrive("40", KEY, value, none(), AT);
      Receipt receipt = run.receipt("40");
      int letters = receipt.outcome() == Outcome.REJECTED ? 1 : 0;
      assertEquals(letters, run.deadLetters().size(), "seed " + seed);
    }
  }

  private void assertE01(byte @Nullable [] value) {
    SourceRecord source = run.arrive("40", KEY, value, none(), AT);
    Receipt receipt = run.receipt("40");
    assertEquals(Outcome.REJECTED, receipt.outcome());
    assertEquals(List.of("E01 $"), codesAndPaths(receipt.errors()));
    assertEquals(FindingList.NONE, receipt.warnings());
    assertNull(receipt.digest());
    assertNull(receipt.unit());
    assertNull(receipt.revision());
    assertEquals(source, receipt.source());
    TestRecord<byte[], byte[]> letter = deadLetter();
    assertArrayEquals(KEY, letter.key());
    assertArrayEquals(value, letter.value());
    assertEquals("E01", ours(letter.headers()).get("tonghop.codes"));
  }

  private TestRecord<byte[], byte[]> deadLetter() {
    List<TestRecord<byte[], byte[]>> letters = run.deadLetters();
    assertEquals(1, letters.size());
    return letters.get(0);
  }

  private static Map<String, String> ours(Headers headers) {
    Map<String, String> ours = new TreeMap<>();
    for (Header header : headers) {
      if (header.key().startsWith("tonghop.")) {
        assertNull(ours.put(header.key(), new String(header.value(), UTF_8)), header.key());
      }
    }
    return ours;
  }

  private static List<String> codesAndPaths(FindingList findings) {
    return findings.listed().stream().map(RejectedRecordsTest::codeAndPath).toList();
  }

  private static String codeAndPath(Finding finding) {
    Rule rule = finding.rule();
    return rule + " " + finding.path();
  }

  private static Headers none() {
    return new RecordHeaders();
  }

  private static ProgressReport q1() {
    return Reports.report(
        "40", "CTCT-2024", "2024-Q1", 1, "2024-03-31", Reports.open("T1", null, 10));
  }
}
