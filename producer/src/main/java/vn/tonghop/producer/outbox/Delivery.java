package vn.tonghop.producer.outbox;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.report.ReportDigest;
import vn.tonghop.producer.PublishException;
import vn.tonghop.producer.PublishException.Reason;
import vn.tonghop.producer.UnsentReceipts;
import vn.tonghop.producer.outbox.UnsentItems.Unsent;
import vn.tonghop.producer.revision.Reply;

/**
 * Sends what waits over one connection, in order, and writes down what comes of it. A connection
 * that fails is given up: the next delivery begins by finding out how far the last one came.
 */
final class Delivery implements AutoCloseable {

  /**
   * Reports of which it is not on disk where they stand, at most: so many may be in doubt after a
   * kill.
   */
  static final int IN_FLIGHT = 100;

  private static final UnsentReceipts UNSENT = new UnsentReceipts(UnsentReceipts.NO_VERSION);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration BUSY_POLL = Duration.ofMillis(10);

  /** A broker that does not acknowledge for so long is worth a word. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  /**
   * How a delivery behaves.
   *
   * @param patience longest wait for the next receipt of what may have been sent before a kill
   * @param lookEvery how often new entries and files are looked for
   */
  record Ways(
      OutboxFolder folder,
      Answer.Words words,
      Listener listener,
      Duration patience,
      Duration lookEvery) {}

  private record Flying(Unsent report, CompletableFuture<SourceRecord> answer, long since) {}

  private record Awaited(WaitingEntry entry, int n) {}

  private record Told(WaitingEntry entry, Answer answer) {}

  private final Ways ways;
  private final Connection connection;
  private final List<WaitingEntry> entries = new ArrayList<>();
  private final Deque<UnsentItems> unsent = new ArrayDeque<>();
  private final Deque<Flying> flying = new ArrayDeque<>();
  private final Map<Long, Awaited> awaited = new HashMap<>();
  private final Map<Long, Reply> early = new HashMap<>();
  private final List<Told> told = new ArrayList<>();
  private Position position = Position.START;
  private @Nullable Unsent held;
  private boolean arrived;
  private boolean silent;

  /** A delivery over a connection, which it closes. */
  Delivery(Ways ways, Connection connection) {
    this.ways = ways;
    this.connection = connection;
  }

  /**
   * Takes up what a former delivery left behind, be it killed or not: what it sent without hearing
   * of it is looked for among the receipts, so that it is not sent again.
   *
   * @throws PublishException if broker or registry cannot be used
   */
  void begin(Collection<WaitingEntry> left) throws IOException {
    long last = left.stream().mapToLong(each -> each.log().lastOffset()).max().orElse(-1);
    Optional<Position> known = Position.read(ways.folder().root());
    long end = connection.reportsEnd();
    if (known.isEmpty() && last < 0) {
      // Nothing was ever sent.
      position = new Position(end, connection.receiptsEnd());
    } else {
      Position from = known.orElse(Position.START);
      boolean there = from.receipts() <= connection.receiptsEnd();
      position = new Position(Math.max(from.reports(), last + 1), there ? from.receipts() : 0);
    }
    connection.readReceipts(position.receipts());
    if (end < position.reports()) {
      startOver(left, end);
    }
    left.forEach(this::take);
    if (end > position.reports()) {
      resolve(end);
    }
    position = new Position(end, position.receipts());
    writePosition();
  }

  /** The topic is shorter than what was acknowledged, so it is another: its records are lost. */
  private void startOver(Collection<WaitingEntry> left, long end) {
    for (WaitingEntry entry : left) {
      for (int n = 0; n < entry.items(); n++) {
        if (!entry.log().isAnswered(n) && entry.log().offset(n) >= end) {
          entry.log().lost(n);
        }
      }
    }
    position = new Position(end, 0);
    connection.readReceipts(0);
  }

  /** Adds an entry behind the others. */
  void take(WaitingEntry entry) {
    entries.add(entry);
    for (int n = 0; n < entry.items(); n++) {
      if (entry.log().isSent(n) && !entry.log().isAnswered(n)) {
        awaited.put(entry.log().offset(n), new Awaited(entry, n));
      }
    }
    unsent.add(new UnsentItems(List.of(entry)));
  }

  /**
   * Every record up to the end has its receipt or will have it. So the receipts tell which of the
   * next reports these records are; one that stays away too long leaves its report to be sent
   * again.
   */
  private void resolve(long end) throws IOException {
    Set<Long> open = new LinkedHashSet<>();
    for (long offset = position.reports(); offset < end; offset++) {
      open.add(offset);
    }
    Map<String, Deque<Reply>> byDigest = new HashMap<>();
    long last = System.nanoTime();
    while (!open.isEmpty() && System.nanoTime() - last < ways.patience().toNanos()) {
      for (Reply reply : connection.receipts(POLL)) {
        @Nullable SourceRecord source = reply.receipt().source();
        if (source != null && open.remove(source.offset())) {
          byDigest
              .computeIfAbsent(
                  String.valueOf(reply.receipt().digest()), digest -> new ArrayDeque<>())
              .add(reply);
          last = System.nanoTime();
        } else {
          answer(reply);
        }
      }
    }
    matchWith(byDigest);
    forceAll();
  }

  private void matchWith(Map<String, Deque<Reply>> byDigest) throws IOException {
    try (UnsentItems doubtful = new UnsentItems(entries)) {
      for (int i = 0; i < IN_FLIGHT; i++) {
        @Nullable Unsent next = doubtful.next();
        if (next == null || next.isUnnumbered()) {
          return;
        }
        Deque<Reply> replies = byDigest.get(ReportDigest.of(next.report()));
        if (replies != null && !replies.isEmpty()) {
          Reply reply = replies.remove();
          SourceRecord source = reply.receipt().source();
          if (source != null) {
            next.entry().log().sent(next.n(), source.offset());
            answer(next.entry(), next.n(), reply);
          }
        }
      }
    }
  }

  /**
   * Does what can be done now: sends, writes down, reads receipts.
   *
   * @throws PublishException if broker or registry cannot be used
   */
  void step() throws IOException {
    boolean busy = send();
    busy |= land();
    hear(busy || !flying.isEmpty() ? BUSY_POLL : POLL);
    forceAll();
    tellSilence();
  }

  private boolean send() throws IOException {
    boolean any = false;
    while (flying.size() < IN_FLIGHT) {
      @Nullable Unsent next = nextUnsent();
      if (next == null || !isNumbered(next)) {
        held = next;
        return any;
      }
      CompletableFuture<SourceRecord> answer = connection.send(next.report());
      flying.add(new Flying(next, answer, System.nanoTime()));
      any = true;
      if (answer.isCompletedExceptionally()) {
        // What could not even begin must not be overtaken by those behind it.
        return land() || any;
      }
    }
    return any;
  }

  /**
   * Sees to it that the revision is on disk before the report is sent, so that it never gets
   * another one. What was sent before has to be acknowledged first.
   */
  private boolean isNumbered(Unsent next) throws IOException {
    if (!next.isUnnumbered()) {
      return true;
    }
    if (!flying.isEmpty()) {
      return false;
    }
    EntryLog log = next.entry().log();
    log.numbered(next.n(), connection.number(next.item().report(), awaited.isEmpty()).revision());
    log.force();
    return true;
  }

  private @Nullable Unsent nextUnsent() throws IOException {
    if (held != null) {
      Unsent next = held;
      held = null;
      return next;
    }
    while (!unsent.isEmpty()) {
      @Nullable Unsent next = unsent.element().next();
      if (next != null) {
        return next;
      }
      unsent.remove().close();
    }
    return null;
  }

  /** Writes down where the records stand of which that is known by now. */
  private boolean land() throws IOException {
    boolean any = false;
    while (!flying.isEmpty() && flying.element().answer().isDone()) {
      Flying landed = flying.element();
      land(landed);
      flying.remove();
      any = true;
    }
    if (flying.isEmpty()) {
      early.clear();
    }
    return any;
  }

  private void land(Flying landed) throws IOException {
    Unsent report = landed.report();
    try {
      long offset = landed.answer().join().offset();
      report.entry().log().sent(report.n(), offset);
      awaited.put(offset, new Awaited(report.entry(), report.n()));
      position = new Position(Math.max(position.reports(), offset + 1), position.receipts());
      arrived = true;
      @Nullable Reply reply = early.remove(offset);
      if (reply != null) {
        answer(reply);
      }
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof PublishException failure)) {
        throw e;
      }
      if (failure.reason() != Reason.TOO_LARGE) {
        throw failure;
      }
      // It would be too large for ever; those behind it go on.
      Receipt tooLarge = UNSENT.tooLarge(report.report(), Instant.now());
      answer(report.entry(), report.n(), Reply.unsent(tooLarge, null));
    }
  }

  private void hear(Duration wait) throws IOException {
    for (Reply reply : connection.receipts(wait)) {
      answer(reply);
    }
  }

  private void answer(Reply reply) throws IOException {
    @Nullable SourceRecord source = reply.receipt().source();
    if (source == null) {
      return;
    }
    @Nullable Awaited report = awaited.remove(source.offset());
    if (report != null) {
      answer(report.entry(), report.n(), reply);
    } else if (!flying.isEmpty()) {
      early.put(source.offset(), reply);
    }
  }

  private void answer(WaitingEntry entry, int n, Reply reply) throws IOException {
    Answer answer = Answer.of(entry.located(n, reply), ways.words());
    entry.log().answered(n, answer);
    told.add(new Told(entry, answer));
  }

  /** People hear of what is on disk. */
  private void forceAll() throws IOException {
    for (WaitingEntry entry : entries) {
      entry.log().force();
    }
    for (Told each : told) {
      ways.listener().answered(each.entry().header().file(), each.answer());
    }
    told.clear();
  }

  private void tellSilence() {
    if (flying.isEmpty()) {
      if (silent) {
        ways.listener().back();
      }
      silent = false;
      return;
    }
    Duration since = Duration.ofNanos(System.nanoTime() - flying.element().since());
    if (!silent && since.compareTo(SILENCE) > 0) {
      silent = true;
      ways.listener().silent(since);
    }
  }

  /** Entries whose reports all have their answers, which are on disk; they are forgotten here. */
  List<WaitingEntry> answered() throws IOException {
    List<WaitingEntry> answered = entries.stream().filter(WaitingEntry::isAnswered).toList();
    if (!answered.isEmpty()) {
      entries.removeAll(answered);
      // Their log goes with them, and is no longer there to tell how far they came.
      writePosition();
    }
    return answered;
  }

  /** Whether reports arrive, or there is none to send. */
  boolean isFlowing() {
    return arrived || entries.isEmpty();
  }

  /** Where nothing is under way, nothing before that needs to be read again after a kill. */
  void markIdle() throws IOException {
    if (entries.isEmpty() && connection.receiptsPosition() > position.receipts()) {
      position = new Position(position.reports(), connection.receiptsPosition());
      writePosition();
    }
  }

  private void writePosition() throws IOException {
    position.write(ways.folder().disk(), ways.folder().root());
  }

  /** Gives the connection up; what is acknowledged meanwhile is written down. */
  @Override
  public void close() throws IOException {
    for (UnsentItems each : unsent) {
      each.close();
    }
    connection.close();
    while (!flying.isEmpty()
        && flying.element().answer().isDone()
        && !flying.element().answer().isCompletedExceptionally()) {
      land(flying.remove());
    }
    forceAll();
  }
}
