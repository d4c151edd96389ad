package vn.tonghop.producer.outbox;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.report.ProgressReport;

/** The reports of some entries that are not known to stand in the topic, in the order to send. */
final class UnsentItems implements AutoCloseable {

  /** One of them, the {@code n}th of its entry; numbered as soon as its log says so. */
  record Unsent(WaitingEntry entry, int n, Item.ToSend item) {

    /** Whether it has no revision yet; then it was never sent. */
    boolean isUnnumbered() {
      return item.unnumbered() && entry.log().revision(n) == null;
    }

    /** What is sent. */
    ProgressReport report() {
      @Nullable Integer revision = entry.log().revision(n);
      return revision == null ? item.report() : item.report().withRevision(revision);
    }
  }

  private final Iterator<WaitingEntry> entries;
  private @Nullable WaitingEntry entry;
  private @Nullable EntryReader reader;
  private int n;

  UnsentItems(List<WaitingEntry> entries) {
    this.entries = List.copyOf(entries).iterator();
  }

  /** The next; null behind the last. */
  @Nullable Unsent next() throws IOException {
    try {
      while (true) {
        if (entry == null || reader == null) {
          if (!entries.hasNext()) {
            return null;
          }
          entry = entries.next();
          reader = entry.read();
          n = 0;
        }
        @Nullable Item item = reader.next();
        if (item == null) {
          close();
        } else {
          int number = n++;
          EntryLog log = entry.log();
          if (item instanceof Item.ToSend toSend
              && !log.isSent(number)
              && !log.isAnswered(number)) {
            return new Unsent(entry, number, toSend);
          }
        }
      }
    } catch (DamagedException e) {
      // It was whole when the outbox took it up.
      throw new IOException("damaged meanwhile: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
    reader = null;
    entry = null;
  }
}
