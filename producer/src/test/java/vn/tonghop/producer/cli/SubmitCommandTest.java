package vn.tonghop.producer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.producer.Brokers;

class SubmitCommandTest {

  private static final String RIGHT =
      "{\"unit\":\"40\",\"programme\":\"CTCT-2024\",\"period\":\"2024-Q1\",\"revision\":1,"
          + "\"asOf\":\"2024-03-14\",\"nil\":true}\n";
  private static final String WRONG = RIGHT.replace("\"revision\":1", "\"revision\":0");

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final MockProducer<String, byte[]> kafka =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

  @Test
  void aReportWithErrorsIsHeldBackUnlessForced() throws IOException {
    assertEquals(1, run(RIGHT + WRONG + "{\n"));
    assertEquals(1, kafka.history().size());
    assertTrue(err.toString().contains(":2: revision: E06"), err.toString());
    assertTrue(err.toString().contains(":3: $: E01"), err.toString());
    assertEquals("", out.toString());
  }

  @Test
  void forceSendsErrorsButNeverWhatCannotBeRead() throws IOException {
    assertEquals(1, run(RIGHT + WRONG + "{\n", "--force"));
    assertEquals(2, kafka.history().size());
  }

  @Test
  void waitPrintsTheReceiptOfWhatWasSentAndTheSummary() throws IOException {
    assertEquals(0, run(RIGHT, "--wait"), err.toString());
    assertTrue(
        out.toString()
            .replace("\n  ", " ")
            .startsWith(file() + ":1: 40 CTCT-2024 2024-Q1: ACCEPTED as revision 1, the first"),
        out.toString());
    assertTrue(
        out.toString()
            .contains(
                "\nof those accepted: 1 new, 0 replaced an earlier one, 0 withdrew\naccepted 1, with"),
        out.toString());
  }

  @Test
  void waitAnswersWhatWasNotSentToo() throws IOException {
    assertEquals(1, run("{\n" + RIGHT.replace("\"40\"", "\"01\""), "--wait", "--format", "json"));
    assertEquals(2, out.toString().lines().count(), out.toString());
    assertTrue(out.toString().contains("\"E02\""), out.toString());
    assertTrue(out.toString().lines().allMatch(line -> line.contains("\"topic\":null")));
  }

  @Test
  void aMissingRevisionIsNoErrorBesideOthers() throws IOException {
    String wrong = RIGHT.replace("\"revision\":1,", "").replace("true", "1");
    assertEquals(1, run(wrong, "--wait", "--format", "json"));
    assertEquals(0, kafka.history().size());
    assertFalse(err.toString().contains("revision"), err.toString());
    assertTrue(out.toString().contains("\"errorCount\":1,"), out.toString());
    assertTrue(out.toString().contains("\"revision\":null,"), out.toString());
  }

  /** As a form is, whose revision nobody fills in. */
  @Test
  void aReportWithoutARevisionSaysWhoseOutboxANewFolderIs() throws IOException {
    Path outbox = folder.resolve("outbox");
    String unnumbered = RIGHT.replace("\"revision\":1,", "");
    assertEquals(0, run(unnumbered, "--outbox", outbox.toString()), err.toString());
    assertEquals("40\n", Files.readString(outbox.resolve("unit")));
    assertTrue(err.toString().startsWith("1 queued, 0 not"), err.toString());
    assertEquals(0, kafka.history().size());
  }

  @Test
  void aFileOfAnOldSpreadsheetIsQueuedAndItsSenderIsToldHowItWasRead() throws IOException {
    String sheet =
        """
        unit,programme,period,revision,as_of,task,title,assigned_by,field,status,percent
        40,CTCT-2024,2024-Q1,1,2024-03-14,T1,Rà soát,POLITBURO,CADRES,IN_PROGRESS,50
        """;
    Path file =
        Files.write(folder.resolve("r.csv"), sheet.getBytes(Charset.forName("windows-1258")));
    int code =
        new CommandLine(new SubmitCommand())
            .setErr(new PrintWriter(err))
            .execute(
                "--lang", "en", file.toString(), "--outbox", folder.resolve("outbox").toString());
    assertEquals(0, code, err.toString());
    assertTrue(err.toString().startsWith(file + ": the file is not UTF-8"), err.toString());
    assertTrue(err.toString().contains("\n1 queued, 0 not"), err.toString());
  }

  @Test
  void aReportThatGetsNoReceiptIsAFailure() throws IOException {
    assertEquals(1, run(RIGHT + RIGHT, "--wait"));
    assertTrue(err.toString().contains("1 report has no receipt yet"), err.toString());
  }

  @Test
  @Timeout(60)
  void aLoadGoesOutThoughTheRollUpDoesNotAnswer() throws IOException {
    int reports = AwaitedReceipts.OPEN + 1_000;
    assertEquals(1, run(RIGHT.repeat(reports), "--wait"));
    assertEquals(reports, kafka.history().size());
    String unanswered = (reports - 1) + " reports have no receipt yet";
    assertTrue(err.toString().contains(unanswered), err.toString());
  }

  @Test
  void aRecordAboveTheTopicsLimitIsAnsweredAndTheOthersGoOn() throws IOException {
    String large =
        RIGHT.replace("CTCT-2024", "P".repeat(300_000)).replace("2024-Q1", "Z".repeat(100_000));
    assertEquals(1, run(large + RIGHT, "--force", "--wait", "--format", "json"));
    assertEquals(1, kafka.history().size());
    assertTrue(err.toString().contains(":1: $: E01 The report is too large: 800"), "" + err);
    List<String> receipts = out.toString().lines().toList();
    assertEquals(2, receipts.size(), out.toString());
    assertTrue(receipts.get(0).contains("\"topic\":null"), receipts.get(0));
    assertTrue(receipts.get(0).contains("at most 655360"), receipts.get(0));
    assertTrue(receipts.get(1).contains("\"ACCEPTED\""), receipts.get(1));
  }

  @Test
  void aRecordThatTheBrokerFindsTooLargeIsAnswered() throws IOException {
    kafka.sendException = new RecordTooLargeException("the topic takes less");
    assertEquals(1, run(RIGHT, "--wait", "--format", "json"));
    assertEquals(1, out.toString().lines().count(), out.toString());
    assertTrue(out.toString().contains("\"E01\",\"path\":\"$\""), out.toString());
    assertTrue(out.toString().contains("\"topic\":null"), out.toString());
  }

  private Path file() {
    return folder.resolve("r.jsonl");
  }

  private int run(String reports, String... options) throws IOException {
    Receipt receipt =
        new Receipt(
            "40",
            "CTCT-2024",
            "2024-Q1",
            1,
            Outcome.ACCEPTED,
            FindingList.NONE,
            FindingList.NONE,
            true,
            1,
            new SourceRecord("tonghop.reports.40", 0, 0),
            null,
            1,
            Instant.EPOCH);
    Links links =
        new Links(
            settings -> Brokers.publisher(kafka, "40"),
            settings -> Brokers.receipts("40", receipt),
            settings -> {
              throw new AssertionError("every report has a revision");
            },
            Duration.ofMillis(300));
    Path file = Files.writeString(file(), reports);
    return new CommandLine(new SubmitCommand(links))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(
            Stream.concat(Stream.of("--lang", "en", file.toString()), Arrays.stream(options))
                .toArray(String[]::new));
  }
}
