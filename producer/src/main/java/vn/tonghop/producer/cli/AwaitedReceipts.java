package vn.tonghop.producer.cli;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.producer.ReceiptReader;

/** The receipts of what this command sends, picked from all that the units get. */
final class AwaitedReceipts {

  private static final Duration POLL = Duration.ofMillis(100);

  private final ReceiptReader reader;
  private final Consumer<Receipt> answered;
  private final Set<String> units = new HashSet<>();
  private final Set<SourceRecord> open = new HashSet<>();

  AwaitedReceipts(ReceiptReader reader, Consumer<Receipt> answered) {
    this.reader = reader;
    this.answered = answered;
  }

  /** Begins to listen for a unit, before anything of it is sent. */
  void listen(String unit) {
    if (!units.contains(unit)) {
      reader.fromNow(unit);
      units.add(unit);
    }
  }

  void expect(SourceRecord sent) {
    open.add(sent);
  }

  /**
   * Waits for all receipts, as long as they keep coming.
   *
   * @return how many did not come
   */
  int await(Duration patience) {
    long last = System.nanoTime();
    while (!open.isEmpty() && System.nanoTime() - last < patience.toNanos()) {
      if (take(POLL)) {
        last = System.nanoTime();
      }
    }
    return open.size();
  }

  private boolean take(Duration wait) {
    boolean any = false;
    for (Receipt receipt : reader.poll(wait)) {
      @Nullable SourceRecord source = receipt.source();
      if (source != null && open.remove(source)) {
        answered.accept(receipt);
        any = true;
      }
    }
    return any;
  }
}
