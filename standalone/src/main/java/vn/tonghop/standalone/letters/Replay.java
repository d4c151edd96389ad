package vn.tonghop.standalone.letters;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.format.Language;
import vn.tonghop.producer.ReceiptReader;
import vn.tonghop.producer.text.Text;
import vn.tonghop.schemas.topic.TopicEnd;
import vn.tonghop.schemas.topic.Topics;

/**
 * Sends letters again, some at a time, and waits for the receipts of these before the next: however
 * many there are, no more wait than these. What was sent before is not sent again.
 */
public final class Replay {

  /** Letters of one transaction, at most. */
  static final int BATCH = 200;

  /** Bytes of one transaction, at most, roughly; one letter may be larger alone. */
  private static final long BATCH_BYTES = 4L * 1024 * 1024;

  private static final Duration POLL = Duration.ofMillis(100);

  /**
   * How it is done.
   *
   * @param again also what was sent or closed before
   * @param patience longest wait for the next receipt
   */
  public record Rules(boolean again, Duration patience) {}

  /** Who hears of each letter. */
  public interface Listener {
    /** It was not sent, and why. */
    void refused(Letter letter, Text why);

    /** It was sent before. */
    void sentBefore(Letter letter, LetterState.Replayed before);

    void answered(Letter letter, LetterState.Replayed sent, Receipt receipt);

    /** It was sent, and nobody answered in time. */
    void unanswered(Letter letter, LetterState.Replayed sent);
  }

  private static final Text TOO_LARGE =
      new Text(
          "kênh của đơn vị không nhận bản ghi lớn như vậy, tính cả tiêu đề của lần gửi lại",
          "the unit's topic does not take a record so large, with the header of the replay");

  /** A letter and what it became. */
  private record Sent(Letter letter, LetterState.Replayed as) {}

  private final LetterLedger ledger;
  private final LetterStates states;
  private final Set<String> topics;
  private final ReceiptReader receipts;
  private final Rules rules;
  private final Listener listener;
  private final List<Letter> batch = new ArrayList<>();
  private final Set<SourceRecord> inBatch = new HashSet<>();
  private final Set<String> listening = new HashSet<>();
  private long batchBytes;
  private boolean silent;

  /**
   * @param ledger that has begun
   * @param states read since then
   * @param topics all that the broker has
   */
  public Replay(
      LetterLedger ledger,
      LetterStates states,
      Set<String> topics,
      ReceiptReader receipts,
      Rules rules,
      Listener listener) {
    this.ledger = ledger;
    this.states = states;
    this.topics = topics;
    this.receipts = receipts;
    this.rules = rules;
    this.listener = listener;
  }

  /** Sends a letter, at once or with the next ones. */
  public void take(Letter letter) {
    SourceRecord origin = AuditedLetter.originOf(letter);
    if (inBatch.contains(origin)) {
      // The same record's other letter: what becomes of the first decides.
      finish();
    }
    LetterState state = states.of(letter);
    if (!rules.again() && state instanceof LetterState.Replayed before) {
      listener.sentBefore(letter, before);
      return;
    }
    Optional<Text> obstacle = obstacle(letter, origin, state);
    if (obstacle.isPresent()) {
      listener.refused(letter, obstacle.get());
      return;
    }
    batch.add(letter);
    inBatch.add(origin);
    batchBytes += letter.size();
    if (batch.size() >= BATCH || batchBytes >= BATCH_BYTES) {
      finish();
    }
  }

  /** Whether the last ones got no receipt in time: then there is no sense in sending more. */
  public boolean isSilent() {
    return silent;
  }

  /** Sends what was taken and waits for its receipts. */
  public void finish() {
    if (batch.isEmpty()) {
      return;
    }
    List<Letter> letters = List.copyOf(batch);
    batch.clear();
    inBatch.clear();
    batchBytes = 0;
    letters.stream().flatMap(each -> each.unit().stream()).forEach(this::listen);
    await(send(letters));
  }

  private Optional<Text> obstacle(Letter letter, SourceRecord origin, LetterState state) {
    if (letter.unit().isEmpty()) {
      return Optional.of(
          new Text(
              "không nêu kênh báo cáo nào: không phải do hệ thống tổng hợp ghi",
              "it names no reports topic: the roll-up did not write it"));
    }
    if (!rules.again() && state instanceof LetterState.Dropped dropped) {
      return Optional.of(
          new Text(
              LetterText.state(dropped, Language.VI) + " (--again: vẫn gửi)",
              LetterText.state(dropped, Language.EN) + " (--again sends it all the same)"));
    }
    if (letter.value() == null) {
      return Optional.of(
          new Text(
              "không giữ nội dung: bản ghi gốc không có, hoặc lớn hơn mức giữ được",
              "it holds no bytes: the record had none, or more than a dead letter may have"));
    }
    for (String needed : List.of(origin.topic(), Topics.receiptsBeside(origin.topic()))) {
      if (!topics.contains(needed)) {
        return Optional.of(new Text("không có kênh " + needed, "there is no topic " + needed));
      }
    }
    return Optional.empty();
  }

  private void listen(String unit) {
    if (listening.add(unit)) {
      receipts.fromNow(unit);
    }
  }

  private List<Sent> send(List<Letter> letters) {
    List<Sent> sent = new ArrayList<>();
    try {
      List<LetterState.Replayed> replayed = ledger.replay(letters);
      for (int i = 0; i < letters.size(); i++) {
        sent.add(new Sent(letters.get(i), replayed.get(i)));
        states.add(AuditedLetter.replayed(letters.get(i), replayed.get(i)));
      }
    } catch (KafkaException e) {
      if (!isTooLarge(e)) {
        throw e;
      }
      if (letters.size() == 1) {
        listener.refused(letters.get(0), TOO_LARGE);
      } else {
        // Its neighbours can go.
        letters.forEach(each -> sent.addAll(send(List.of(each))));
      }
    }
    return sent;
  }

  private static boolean isTooLarge(KafkaException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof RecordTooLargeException) {
        return true;
      }
    }
    return false;
  }

  private void await(List<Sent> sent) {
    Map<SourceRecord, Sent> open = new HashMap<>();
    sent.forEach(each -> open.put(each.as().to(), each));
    long last = System.nanoTime();
    while (!open.isEmpty() && System.nanoTime() - last < rules.patience().toNanos()) {
      for (Receipt receipt : receipts.poll(POLL)) {
        @Nullable SourceRecord source = receipt.source();
        @Nullable Sent answered = source == null ? null : open.remove(source);
        if (answered != null) {
          listener.answered(answered.letter(), answered.as(), receipt);
          last = System.nanoTime();
        }
      }
    }
    silent = !open.isEmpty();
    open.values().forEach(each -> listener.unanswered(each.letter(), each.as()));
  }

  /**
   * The receipt of a record, as soon as there is one.
   *
   * @param at the record's time
   * @return empty if it does not come in time
   */
  public static Optional<Receipt> receipt(
      ReceiptReader reader, SourceRecord record, Instant at, Duration patience) {
    Optional<String> unit = Topics.unitOf(record.topic());
    if (unit.isEmpty()) {
      return Optional.empty();
    }
    reader.fromTime(unit.get(), at);
    long begin = System.nanoTime();
    long last = begin;
    while (System.nanoTime() - begin < patience.toNanos() || !reader.isCaughtUp()) {
      List<Receipt> next = reader.poll(POLL);
      for (Receipt receipt : next) {
        if (record.equals(receipt.source())) {
          return Optional.of(receipt);
        }
      }
      if (!next.isEmpty()) {
        last = System.nanoTime();
      } else if (!reader.isCaughtUp() && System.nanoTime() - last > TopicEnd.PATIENCE.toNanos()) {
        throw new TimeoutException("no receipts come of " + record.topic());
      }
    }
    return Optional.empty();
  }
}
