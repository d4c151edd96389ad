package vn.tonghop.producer.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.producer.revision.Reply;

/** An entry with what has become of its reports so far. */
final class WaitingEntry {

  private final OutboxFolder folder;
  private final EntryName name;
  private final Header header;
  private final EntryLog log;
  private final long[] lines;
  private final int toSend;

  private WaitingEntry(
      OutboxFolder folder, EntryName name, Header header, EntryLog log, long[] lines, int toSend) {
    this.folder = folder;
    this.name = name;
    this.header = header;
    this.log = log;
    this.lines = lines;
    this.toSend = toSend;
  }

  /**
   * Reads all of an entry once, so that nothing of one that is damaged is sent.
   *
   * @throws DamagedException if the entry or its log is not as it was written
   */
  static WaitingEntry open(OutboxFolder folder, EntryName name)
      throws IOException, DamagedException {
    return open(folder, name, true);
  }

  /** The same without mending a log that a kill cut short, or another process writes just now. */
  static WaitingEntry look(OutboxFolder folder, EntryName name)
      throws IOException, DamagedException {
    return open(folder, name, false);
  }

  private static WaitingEntry open(OutboxFolder folder, EntryName name, boolean mend)
      throws IOException, DamagedException {
    LongStream.Builder begins = LongStream.builder();
    int toSend = 0;
    try (EntryReader reader = EntryReader.open(folder.entry(name))) {
      for (Item item = reader.next(); item != null; item = reader.next()) {
        begins.add(reader.at());
        toSend += item instanceof Item.ToSend ? 1 : 0;
      }
      long[] lines = begins.build().toArray();
      EntryLog log = EntryLog.open(folder.disk(), folder.log(name), lines.length, mend);
      return new WaitingEntry(folder, name, reader.header(), log, lines, toSend);
    }
  }

  /** Puts an entry that cannot be read aside, together with what is known of it. */
  static void putAside(OutboxFolder folder, EntryName name) throws IOException {
    Disk disk = folder.disk();
    if (Files.exists(folder.log(name))) {
      disk.move(folder.log(name), folder.damaged().resolve(name.log()));
    }
    disk.move(folder.entry(name), folder.damaged().resolve(name.entry()));
    disk.force(folder.damaged());
    disk.force(folder.waiting());
  }

  EntryName name() {
    return name;
  }

  Header header() {
    return header;
  }

  EntryLog log() {
    return log;
  }

  /** Its reports in order, from the first. */
  EntryReader read() throws IOException, DamagedException {
    return EntryReader.open(folder.entry(name));
  }

  int items() {
    return lines.length;
  }

  int toSend() {
    return toSend;
  }

  /** Whether every report has its answer. */
  boolean isAnswered() {
    return log.answers() == toSend;
  }

  /** The answer to a report of it; null as long as there is none. */
  @Nullable Answer answer(int n, Item item) throws IOException {
    if (item instanceof Item.Answered known) {
      return known.answer();
    }
    return log.isAnswered(n) ? log.answer(n) : null;
  }

  /** A reply for the sender of the file: its rows and cells stand beside the paths. */
  Reply located(int n, Reply reply) throws IOException {
    if (reply.receipt().errors().isEmpty() && reply.receipt().warnings().isEmpty()) {
      return reply;
    }
    Item item =
        SealedLine.readAt(folder.entry(name), lines[n])
            .map(Item::of)
            .orElseThrow(() -> new IOException("damaged meanwhile: byte " + lines[n]));
    return item instanceof Item.ToSend sent ? reply.withReceipt(sent.locator()::located) : reply;
  }
}
