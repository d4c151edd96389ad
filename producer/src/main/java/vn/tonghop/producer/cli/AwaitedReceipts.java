package vn.tonghop.producer.cli;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.producer.Answer;
import vn.tonghop.producer.ReceiptReader;
import vn.tonghop.producer.file.Origin;
import vn.tonghop.producer.revision.ReceiptHistory;
import vn.tonghop.producer.revision.ReceiptHistory.Past;
import vn.tonghop.producer.revision.Reply;

/**
 * The receipts of what this command sends, picked from all that the units get. It reads those from
 * before, too: they say what a report replaces.
 */
final class AwaitedReceipts {

  /**
   * Reports that wait for their receipts, at most: what is sent faster than the roll-up answers
   * waits here, so that a load of any size needs no more memory.
   */
  static final int OPEN = 10_000;

  /** Reports between two looks at what has come, so that receipts show while reports go out. */
  private static final int LOOK_EVERY = 2_000;

  private static final Duration POLL = Duration.ofMillis(100);

  private final ReceiptReader reader;
  private final Duration patience;
  private final Consumer<Reply> answered;
  private final ReceiptHistory history = new ReceiptHistory();
  private final Set<String> units = new HashSet<>();
  private final Map<SourceRecord, Origin> open = new HashMap<>();
  private int sinceLook;
  private long unanswered;

  /**
   * @param patience longest wait for the next receipt
   */
  AwaitedReceipts(ReceiptReader reader, Duration patience, Consumer<Reply> answered) {
    this.reader = reader;
    this.patience = patience;
    this.answered = answered;
  }

  /** Begins to listen for a unit, before anything of it is sent. */
  void listen(String unit) {
    if (!units.contains(unit)) {
      reader.fromBeginning(unit);
      units.add(unit);
    }
  }

  /** Once nobody answered for as long as the patience, nobody is waited for any more. */
  void expect(SourceRecord sent, Origin origin) {
    if (unanswered > 0) {
      unanswered++;
      return;
    }
    open.put(sent, origin);
    sinceLook++;
  }

  /** Whether it is time to look what has come. */
  boolean isDue() {
    return sinceLook >= LOOK_EVERY;
  }

  /**
   * Takes what has come, and waits if too much is open. All that was sent must have been told by
   * {@link #expect}: a receipt that nobody expects is passed by.
   */
  void look() {
    sinceLook = 0;
    take(Duration.ZERO);
    if (open.size() >= OPEN) {
      await(OPEN / 2);
    }
  }

  /**
   * Waits for all receipts, as long as they keep coming.
   *
   * @return how many did not come
   */
  long await() {
    await(0);
    return unanswered;
  }

  private void await(int atMost) {
    long last = System.nanoTime();
    while (open.size() > atMost && System.nanoTime() - last < patience.toNanos()) {
      if (take(POLL)) {
        last = System.nanoTime();
      }
    }
    if (open.size() > atMost) {
      unanswered += open.size();
      open.clear();
    }
  }

  /** Whether there is reason to go on waiting: an answer, or others' answers from before. */
  private boolean take(Duration wait) {
    boolean wasBehind = !reader.isCaughtUp();
    boolean own = false;
    boolean any = false;
    for (Answer answer : reader.pollAnswers(wait)) {
      any = true;
      Past before = history.take(answer);
      @Nullable SourceRecord source = answer.receipt().source();
      @Nullable Origin origin = source == null ? null : open.remove(source);
      if (origin != null) {
        answered.accept(Reply.to(answer, before, origin));
        own = true;
      }
    }
    return own || (any && wasBehind);
  }
}
