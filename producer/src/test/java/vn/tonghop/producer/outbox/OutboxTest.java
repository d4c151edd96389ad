package vn.tonghop.producer.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.producer.PublishException;
import vn.tonghop.producer.file.Place;
import vn.tonghop.producer.outbox.MortalDisk.Killed;

class OutboxTest {

  private static final HandOver.Rules RULES =
      new HandOver.Rules(
          ReferenceData.bundled(),
          Regime.DECREE_09_2019,
          false,
          (reply, lang) -> lang.pick("biên nhận ", "receipt ") + reply.receipt().revision());

  private static final String SHEET =
      "unit,programme,period,revision,as_of,task,assigned_by,field,status,Phần trăm";
  private static final String SHEET_ROW =
      "40,CTCT-2024,2024-Q1,1,2024-03-14,T1,POLITBURO,CADRES,IN_PROGRESS,50";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private final SmallBroker broker = new SmallBroker();
  private final Heard heard = new Heard();

  @Test
  void reportsAreSentInOrderAndTheirReceiptsWritten() throws IOException {
    OutboxFolder outbox = outbox(Disk.REAL);
    handOver(outbox, file("a.jsonl", report(1), "{", report(2)));
    handOver(outbox, file("b.jsonl", report(3)));
    run(outbox);
    assertEquals(List.of(1, 2, 3), sent());
    List<String> receipts = Files.readAllLines(done("0000000001-a.jsonl.receipts.jsonl"));
    assertEquals(3, receipts.size());
    assertTrue(
        receipts.get(0).contains("\"revision\":1,\"outcome\":\"ACCEPTED\""), receipts.get(0));
    assertTrue(receipts.get(1).contains("\"E01\""), receipts.get(1));
    assertTrue(receipts.get(2).contains("\"revision\":2"), receipts.get(2));
    String text = Files.readString(done("0000000001-a.jsonl.receipts.txt"));
    assertTrue(text.contains("a.jsonl:3\nbiên nhận 2\nreceipt 2\n"), text);
    assertEquals(List.of(), Listing.of(outbox).rows());
    assertEquals(3, heard.answers);
  }

  @Test
  void anotherUnitsReportIsAnsweredAndNotSent() throws IOException {
    OutboxFolder outbox = outbox(Disk.REAL);
    handOver(outbox, file("a.jsonl", report(1).replace("\"40\"", "\"48\""), report(2)));
    run(outbox);
    assertEquals(List.of(2), sent());
    String receipts = Files.readString(done("0000000001-a.jsonl.receipts.jsonl"));
    assertTrue(receipts.lines().toList().get(0).contains("\"E03\""), receipts);
  }

  @Test
  void aReportWithoutARevisionGetsTheNextOne() throws IOException {
    OutboxFolder outbox = outbox(Disk.REAL);
    handOver(outbox, file("a.jsonl", report(7), unnumbered(10), unnumbered(10), unnumbered(11)));
    handOver(outbox, file("b.jsonl", unnumbered(10).replace("CTCT-2024", "NO-SUCH")));
    run(outbox);
    assertEquals(List.of(7, 8, 8, 9), sent());
    assertEquals(Outcome.DUPLICATE, broker.outcomes().get(2));
    String receipt = Files.readString(done("0000000002-b.jsonl.receipts.jsonl"));
    assertTrue(receipt.contains("\"revision\":null"), receipt);
    assertTrue(receipt.contains("\"E04\""), receipt);
  }

  @Test
  void ofWhatCannotBeReadAMissingRevisionIsNoError() throws IOException {
    OutboxFolder outbox = outbox(Disk.REAL);
    handOver(outbox, file("a.jsonl", unnumbered(10).replace("true", "1")));
    run(outbox);
    String receipt = Files.readString(done("0000000001-a.jsonl.receipts.jsonl"));
    assertTrue(receipt.contains("\"errorCount\":1,"), receipt);
    assertTrue(receipt.contains("\"path\":\"nil\""), receipt);
  }

  @Test
  void theAnswerToASpreadsheetNamesTheCellThatIsWrong() throws IOException {
    OutboxFolder outbox = outbox(Disk.REAL);
    String header = "unit,programme,period,revision,as_of,task,assigned_by,field,status,percent";
    String row = "40,CTCT-2024,2024-Q1,1,2024-03-14,T1,POLITBURO,CADRES,IN_PROGRESS,150";
    handOver(outbox, file("a.csv", header, row));
    run(outbox);
    String receipt = Files.readString(done("0000000001-a.csv.receipts.jsonl"));
    assertTrue(receipt.contains("\"path\":\"tasks[0].percent\""), receipt);
    assertTrue(receipt.contains("(line 2, column percent)"), receipt);
  }

  /** The roll-up knows paths alone, and says more than can be known before sending. */
  @Test
  void whatTheRollUpFindsNamesTheCellOfTheFileThatWasSent() throws IOException {
    OutboxFolder outbox = outbox(Disk.REAL);
    handOver(outbox, file("a.csv", SHEET, SHEET_ROW));
    broker.warnings = warning("tasks[0].percent");
    run(outbox);
    String receipt = Files.readString(done("0000000001-a.csv.receipts.jsonl"));
    assertTrue(receipt.contains("\"path\":\"tasks[0].percent\""), receipt);
    assertTrue(receipt.contains("\"vi\":\"thấp (dòng 2, cột Phần trăm)\""), receipt);
    assertTrue(receipt.contains("\"en\":\"low (line 2, column Phần trăm)\""), receipt);
  }

  /** As earlier versions left them on disk. */
  @Test
  void anEntryThatKeptNoCellsIsSentAndAnsweredByItsPaths() throws IOException {
    OutboxFolder outbox = outbox(Disk.REAL);
    handOver(outbox, file("a.csv", SHEET, SHEET_ROW));
    Path entry = outbox.entry(new EntryName(1));
    ByteArrayOutputStream former = new ByteArrayOutputStream();
    for (String line : Files.readAllLines(entry)) {
      ObjectNode node = (ObjectNode) SealedLine.read(line).orElseThrow();
      node.remove("cells");
      former.writeBytes(SealedLine.write(node));
    }
    assertTrue(former.size() < Files.size(entry));
    Files.write(entry, former.toByteArray());
    broker.warnings = warning("tasks[0].percent");
    run(outbox);
    String receipt = Files.readString(done("0000000001-a.csv.receipts.jsonl"));
    assertTrue(receipt.contains("\"en\":\"low\""), receipt);
  }

  private static FindingList warning(String path) {
    return new FindingList(List.of(new Finding(Rule.W05, path, "thấp", "low")), 1);
  }

  /** What it had been given once it keeps, whatever else was accepted meanwhile. */
  @Test
  void aRevisionThatIsOnDiskIsKept() throws Exception {
    OutboxFolder outbox = outbox(Disk.REAL);
    handOver(outbox, file("a.jsonl", unnumbered(10)));
    EntryLog log = EntryLog.open(Disk.REAL, outbox.log(new EntryName(1)), 1, true);
    log.numbered(0, 5);
    log.force();
    run(outbox);
    assertEquals(List.of(5), sent());
  }

  /** The folder done may be emptied at any time, and numbers begin anew then. */
  @Test
  void whatIsQueuedAfterTidyingUpIsSentByTheSameProcess() throws IOException {
    OutboxFolder outbox = outbox(Disk.REAL);
    handOver(outbox, file("a.jsonl", report(1)));
    try (Outbox running = open(outbox)) {
      running.run(true);
      try (Stream<Path> done = Files.list(outbox.done())) {
        for (Path each : done.toList()) {
          Files.delete(each);
        }
      }
      handOver(outbox, file("b.jsonl", report(2)));
      assertTrue(Files.exists(outbox.entry(new EntryName(1))));
      running.run(true);
    }
    assertEquals(List.of(1, 2), sent());
    assertEquals(List.of(), outbox.entries());
  }

  @Test
  void anOutboxBelongsToOneUnit() throws IOException {
    outbox(Disk.REAL);
    Path root = folder.resolve("outbox");
    assertThrows(OutboxException.class, () -> OutboxFolder.open(root, "48"));
    assertEquals("40", OutboxFolder.open(root, null).unit());
    assertThrows(OutboxException.class, () -> OutboxFolder.open(folder.resolve("other"), null));
    assertThrows(OutboxException.class, () -> OutboxFolder.open(folder.resolve("x"), "../x"));
  }

  @Test
  void twoProcessesDoNotSendFromOneFolder() throws IOException {
    OutboxFolder outbox = outbox(Disk.REAL);
    try (Outbox first = open(outbox)) {
      assertFalse(first.hasFailures());
      assertThrows(OutboxException.class, () -> open(outbox));
    }
    open(outbox).close();
  }

  @Test
  void whatIsTooLargeForEverDoesNotKeepTheOthers() throws IOException {
    OutboxFolder outbox = outbox(Disk.REAL);
    broker.tooLarge.add(2);
    handOver(outbox, file("a.jsonl", report(1), report(2), report(3)));
    run(outbox);
    assertEquals(List.of(1, 3), sent());
    String receipts = Files.readString(done("0000000001-a.jsonl.receipts.jsonl"));
    assertTrue(receipts.lines().toList().get(1).contains("\"REJECTED\""), receipts);
  }

  @Test
  void whatWasSentWithoutAnAcknowledgementIsNotSentAgain() throws IOException {
    OutboxFolder outbox = outbox(Disk.REAL);
    handOver(outbox, file("a.jsonl", report(1), report(2), report(3)));
    broker.refusals = 1;
    broker.lostAcknowledgements = 1;
    run(outbox);
    assertEquals(List.of(1, 2, 3), sent());
    assertEquals(List.of("away", "back"), heard.said);
  }

  /** Only what was sent in doubt is looked for: an old receipt answers no new report. */
  @Test
  void theSameReportHandedOverLaterIsSentAndIsADuplicate() throws IOException {
    OutboxFolder outbox = outbox(Disk.REAL);
    handOver(outbox, file("a.jsonl", report(1)));
    run(outbox);
    handOver(outbox, file("b.jsonl", report(1)));
    broker.lostAcknowledgements = 1;
    run(outbox);
    assertEquals(List.of(Outcome.ACCEPTED, Outcome.DUPLICATE), broker.outcomes());
    String receipt = Files.readString(done("0000000002-b.jsonl.receipts.jsonl"));
    assertTrue(receipt.contains("\"DUPLICATE\""), receipt);
  }

  @Test
  void ofATopicThatWasMadeAnewWhatHasNoAnswerIsSentAgain() throws Exception {
    OutboxFolder outbox = outbox(Disk.REAL);
    handOver(outbox, file("a.jsonl", report(1), report(2)));
    Position.START.write(Disk.REAL, outbox.root());
    EntryLog log = EntryLog.open(Disk.REAL, outbox.log(new EntryName(1)), 2, true);
    log.sent(0, 900);
    log.force();
    run(outbox);
    assertEquals(List.of(1, 2), sent());
  }

  @Test
  void aDamagedEntryIsPutAsideAndTheOthersGoOn() throws IOException {
    OutboxFolder outbox = outbox(Disk.REAL);
    handOver(outbox, file("a.jsonl", report(1)));
    handOver(outbox, file("b.jsonl", report(2)));
    Path entry = outbox.entry(new EntryName(1));
    byte[] bytes = Files.readAllBytes(entry);
    for (int place : List.of(3, bytes.length / 2, bytes.length - 4)) {
      byte[] damaged = bytes.clone();
      damaged[place] ^= 1;
      Files.write(entry, damaged);
      assertThrows(DamagedException.class, () -> WaitingEntry.open(outbox, new EntryName(1)));
      Files.write(entry, Arrays.copyOf(bytes, place));
      assertThrows(DamagedException.class, () -> WaitingEntry.open(outbox, new EntryName(1)));
    }
    run(outbox);
    assertEquals(List.of(2), sent());
    assertEquals(1, Listing.of(outbox).damaged());
    assertEquals(1, heard.said.size());
    assertTrue(heard.said.get(0).contains("0000000001.jsonl"), heard.said.toString());
  }

  @Test
  void aLogThatIsDamagedBeforeItsEndIsNotBelieved() throws Exception {
    OutboxFolder outbox = outbox(Disk.REAL);
    handOver(outbox, file("a.jsonl", report(1), report(2)));
    Path file = outbox.log(new EntryName(1));
    EntryLog log = EntryLog.open(Disk.REAL, file, 2, true);
    log.sent(0, 7);
    log.sent(1, 8);
    log.force();
    String whole = Files.readString(file);
    Files.writeString(file, whole + "half a li");
    assertEquals(8, EntryLog.open(Disk.REAL, file, 2, true).lastOffset());
    assertEquals(whole, Files.readString(file));
    Files.writeString(file, whole.replaceFirst("7", "6"));
    assertThrows(DamagedException.class, () -> EntryLog.open(Disk.REAL, file, 2, true));
  }

  @Test
  void aFullDiskIsSaidAndNothingHalfWrittenCounts() throws IOException {
    Path file = file("a.jsonl", report(1), report(2));
    for (int operation = 1; operation <= 4; operation++) {
      Path root = folder.resolve("full-" + operation);
      OutboxFolder.open(root, "40");
      OutboxFolder full = OutboxFolder.open(root, "40", new FullDisk(operation));
      OutboxException e = assertThrows(OutboxException.class, () -> handOver(full, file));
      assertTrue(e.text().en().contains("full"), e.text().en());
      boolean renamed = operation == 4;
      assertEquals(renamed ? 1 : 0, full.entries().size());
      try (Stream<Path> left = Files.list(full.waiting())) {
        assertEquals(renamed ? 1 : 0, left.count(), "operation " + operation);
      }
      handOver(OutboxFolder.open(root, "40"), file);
    }
  }

  @Test
  void anAppendThatAFullDiskCutShortDoesNotDamageTheLog() throws Exception {
    OutboxFolder outbox = outbox(Disk.REAL);
    Path file = outbox.log(new EntryName(1));
    EntryLog log = EntryLog.open(Disk.REAL, file, 2, true);
    log.sent(0, 7);
    log.force();
    log.sent(1, 8);
    Files.writeString(file, "0123", StandardOpenOption.APPEND);
    log.force();
    assertEquals(8, EntryLog.open(Disk.REAL, file, 2, true).lastOffset());
  }

  /** Killed at each operation on the disk in turn, and at each of the next run, too. */
  @Test
  void whereverTheSenderIsKilledNothingIsLostOrDoubled() throws Exception {
    Path a = file("a.jsonl", report(1), "{", report(2));
    Path b = file("b.jsonl", report(3));
    Path c = file("c.jsonl", unnumbered(10), unnumbered(11));
    int kills = 0;
    for (int operation = 1; operation < 1_000; operation++) {
      SmallBroker anew = new SmallBroker();
      Path root = folder.resolve("sender-" + operation);
      OutboxFolder outbox = immortal(root);
      handOver(outbox, a);
      handOver(outbox, b);
      handOver(outbox, c);
      MortalDisk disk = new MortalDisk(operation);
      boolean killed = isKilled(() -> run(OutboxFolder.open(root, "40", disk), anew, null));
      if (killed) {
        kills++;
        disk.cutPower();
        MortalDisk second = new MortalDisk(1 + operation % 13);
        if (isKilled(() -> run(OutboxFolder.open(root, "40", second), anew, null))) {
          second.cutPower();
        }
        run(outbox, anew, null);
      }
      assertAllDone(outbox, anew, operation);
      if (!killed) {
        assertTrue(kills > 20, "killed " + kills + " times");
        return;
      }
    }
    throw new AssertionError("it never came to an end");
  }

  /** A process that hands files over and is killed does it again, as it got no answer. */
  @Test
  void whereverAHandOverIsKilledAFileIsQueuedAsAWholeOrNotAtAll() throws Exception {
    Path file = file("a.jsonl", report(1), report(2));
    for (int operation = 1; operation < 100; operation++) {
      Path root = folder.resolve("adder-" + operation);
      OutboxFolder.open(root, "40");
      MortalDisk disk = new MortalDisk(operation);
      OutboxFolder mortal = OutboxFolder.open(root, "40", disk);
      boolean killed = isKilled(() -> handOver(mortal, file));
      disk.cutPower();
      OutboxFolder outbox = immortal(root);
      int queued = outbox.entries().size();
      assertTrue(queued == (killed ? 0 : 1), "operation " + operation + ": " + queued);
      if (killed) {
        handOver(outbox, file);
      }
      SmallBroker anew = new SmallBroker();
      run(outbox, anew, null);
      assertEquals(List.of(1, 2), sent(anew));
      if (!killed) {
        assertTrue(operation > 3);
        return;
      }
    }
    throw new AssertionError("it never came to an end");
  }

  @Test
  void filesOfTheWatchedFolderAreTakenWhole() throws IOException {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    Files.writeString(inbox.resolve("a-đúng.jsonl"), report(1) + "\n");
    Files.writeString(inbox.resolve("b-sai.jsonl"), "{\n" + report(2) + "\n");
    Files.writeString(inbox.resolve("c-trống.jsonl"), "");
    Files.writeString(inbox.resolve("thư.docx"), "no report");
    Files.writeString(inbox.resolve(".draft.jsonl"), report(4));
    Files.writeString(inbox.resolve("draft.jsonl.part"), report(4));
    run(outbox(Disk.REAL), broker, inbox);
    assertEquals(List.of(1, 2), sent());
    assertEquals(List.of(".draft.jsonl", "draft.jsonl.part", "thư.docx"), names(inbox));
    assertEquals(List.of(), names(inbox.resolve("queued")));
    assertEquals(
        List.of("a-đúng.jsonl", "a-đúng.jsonl.receipts.jsonl", "a-đúng.jsonl.receipts.txt"),
        unstamped(inbox.resolve("sent")));
    List<String> refused = unstamped(inbox.resolve("refused"));
    assertEquals(6, refused.size(), refused.toString());
    Path text = inbox.resolve("refused").resolve(names(inbox.resolve("refused")).get(2));
    assertTrue(Files.readString(text).startsWith("b-sai.jsonl:1\n"), Files.readString(text));
  }

  @Test
  void aFileThatStillGrowsIsNotTaken() throws IOException {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    Path file = Files.writeString(inbox.resolve("a.jsonl"), report(1) + "\n");
    OutboxFolder outbox = outbox(Disk.REAL);
    Watch watch = new Watch(inbox, Duration.ofMillis(1), outbox, RULES, heard);
    watch.begin(List.of());
    watch.look();
    Files.writeString(file, report(2) + "\n", StandardOpenOption.APPEND);
    watch.look();
    assertEquals(List.of(), outbox.entries());
    assertFalse(watch.isEmpty());
    watch.look();
    while (!watch.isEmpty()) {
      watch.look();
    }
    assertEquals(2, Listing.of(outbox).rows().get(0).reports());
  }

  @Test
  void whereverTheWatcherIsKilledNothingIsLostOrDoubled() throws Exception {
    int kills = 0;
    for (int operation = 1; operation < 1_000; operation++) {
      SmallBroker anew = new SmallBroker();
      Path root = folder.resolve("watcher-" + operation);
      Path inbox = Files.createDirectory(folder.resolve("inbox-" + operation));
      OutboxFolder outbox = immortal(root);
      Files.writeString(inbox.resolve("a.jsonl"), report(1) + "\n" + report(2) + "\n");
      Files.writeString(inbox.resolve("b.jsonl"), report(3) + "\n{\n");
      MortalDisk disk = new MortalDisk(operation);
      boolean killed = isKilled(() -> run(OutboxFolder.open(root, "40", disk), anew, inbox));
      if (killed) {
        kills++;
        disk.cutPower();
        run(outbox, anew, inbox);
      }
      assertEquals(List.of(1, 2, 3), sent(anew), "operation " + operation);
      assertEquals(List.of("queued", "refused", "sent"), namesAndFolders(inbox));
      assertEquals(List.of(), names(inbox.resolve("queued")));
      assertEquals(3, visible(inbox.resolve("sent")), "operation " + operation);
      assertEquals(3, visible(inbox.resolve("refused")), "operation " + operation);
      if (!killed) {
        assertTrue(kills > 30, "killed " + kills + " times");
        return;
      }
    }
    throw new AssertionError("it never came to an end");
  }

  private void assertAllDone(OutboxFolder outbox, SmallBroker at, int operation)
      throws IOException {
    String where = "operation " + operation;
    assertEquals(List.of(1, 2, 3, 4, 5), sent(at), where);
    assertEquals(List.of(), outbox.entries(), where);
    assertEquals(0, Listing.of(outbox).damaged(), where);
    try (Stream<Path> left = Files.list(outbox.waiting())) {
      assertEquals(List.of(), left.toList(), where);
    }
    Path done = outbox.root().resolve("done");
    assertEquals(
        3, Files.readAllLines(done.resolve("0000000001-a.jsonl.receipts.jsonl")).size(), where);
    assertEquals(
        1, Files.readAllLines(done.resolve("0000000002-b.jsonl.receipts.jsonl")).size(), where);
  }

  /** Something that a kill may interrupt. */
  private interface Mortal {
    void live() throws IOException;
  }

  private static boolean isKilled(Mortal mortal) throws IOException {
    try {
      mortal.live();
      return false;
    } catch (Killed killed) {
      return true;
    }
  }

  private static OutboxFolder immortal(Path root) {
    return OutboxFolder.open(root, "40", MortalDisk.immortal());
  }

  private OutboxFolder outbox(Disk disk) {
    Path root = folder.resolve("outbox");
    OutboxFolder.open(root, "40");
    return OutboxFolder.open(root, "40", disk);
  }

  private static void handOver(OutboxFolder outbox, Path file) throws IOException {
    new HandOver(
            outbox,
            RULES,
            new HandOver.Told() {
              @Override
              public void findings(Place place, FindingList findings) {}

              @Override
              public void unsent(Receipt receipt) {}
            })
        .take(file);
  }

  private Outbox open(OutboxFolder outbox) {
    return open(outbox, broker);
  }

  private Outbox open(OutboxFolder outbox, SmallBroker at) {
    return Outbox.open(
        outbox,
        at::connect,
        new Delivery.Ways(outbox, RULES.words(), heard, Duration.ofSeconds(20), Duration.ZERO));
  }

  private void run(OutboxFolder outbox) throws IOException {
    run(outbox, broker, null);
  }

  private void run(OutboxFolder outbox, SmallBroker at, @Nullable Path inbox) throws IOException {
    try (Outbox running = open(outbox, at)) {
      if (inbox != null) {
        running.watch(inbox, Duration.ZERO, RULES);
      }
      running.run(true);
    }
  }

  private Path done(String name) {
    return folder.resolve("outbox").resolve("done").resolve(name);
  }

  private List<Integer> sent() {
    return sent(broker);
  }

  private static List<Integer> sent(SmallBroker at) {
    return at.records.stream().map(each -> each.revision()).toList();
  }

  private Path file(String name, String... reports) throws IOException {
    return Files.write(
        folder.resolve(name), (String.join("\n", reports) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String report(int revision) {
    return "{\"unit\":\"40\",\"programme\":\"CTCT-2024\",\"period\":\"2024-Q1\",\"revision\":%d,"
            .formatted(revision)
        + "\"asOf\":\"2024-03-14\",\"nil\":true}";
  }

  private static String unnumbered(int day) {
    return report(1)
        .replace("\"revision\":1,", "")
        .replace("2024-03-14", "2024-03-%d".formatted(day));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).map(OutboxTest::name).sorted().toList();
    }
  }

  private static List<String> namesAndFolders(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(OutboxTest::name).sorted().toList();
    }
  }

  private static long visible(Path folder) throws IOException {
    return names(folder).stream().filter(name -> !name.startsWith(".")).count();
  }

  private static List<String> unstamped(Path folder) throws IOException {
    return names(folder).stream().map(name -> name.substring(20)).toList();
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /** Takes nothing more from a certain operation that needs space on. */
  private static final class FullDisk implements Disk {

    private int left;

    FullDisk(int last) {
      left = last;
    }

    private void take() throws IOException {
      if (--left <= 0) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public void append(Path file, byte[] bytes) throws IOException {
      REAL.append(file, Arrays.copyOf(bytes, bytes.length / 2));
      take();
      REAL.append(file, Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length));
    }

    @Override
    public void force(Path place) throws IOException {
      take();
      REAL.force(place);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      take();
      REAL.move(from, to);
    }

    @Override
    public void truncate(Path file, long length) throws IOException {
      REAL.truncate(file, length);
    }

    @Override
    public void delete(Path file) throws IOException {
      REAL.delete(file);
    }
  }

  /** What an outbox said. */
  private static final class Heard implements Listener {

    private final List<String> said = new ArrayList<>();
    private int answers;

    @Override
    public void answered(String file, Answer answer) {
      answers++;
    }

    @Override
    public void away(PublishException why) {
      said.add("away");
    }

    @Override
    public void silent(Duration since) {
      said.add("silent");
    }

    @Override
    public void back() {
      said.add("back");
    }

    @Override
    public void damaged(String what, String why) {
      said.add("damaged " + what);
    }

    @Override
    public void taken(String file, int reports) {}

    @Override
    public void leftAlone(String file) {
      said.add("left " + file);
    }
  }

  @Test
  void namesAreCutInTheMiddleSoThatTheEndingStays() {
    String name = "ờ".repeat(100) + ".xlsx";
    String cut = FileNames.cut(name);
    assertTrue(cut.getBytes(StandardCharsets.UTF_8).length <= 180, cut);
    assertTrue(cut.endsWith("ờ.xlsx"), cut);
    assertEquals("a.json", FileNames.cut("a.json"));
    assertEquals(
        List.of(180, 180),
        IntStream.of(181, 400).mapToObj(n -> FileNames.cut("a".repeat(n)).length()).toList());
  }
}
