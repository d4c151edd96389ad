package vn.tonghop.producer.outbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reports of one file on their way into the outbox: all of them are there after {@link
 * #commit}, and none before, whatever happens.
 */
final class NewEntry implements AutoCloseable {

  private static final int CHUNK = 1 << 16;

  private final OutboxFolder folder;
  private final FileLock turn;
  private final EntryName name;
  private final Path draft;
  private final ByteArrayOutputStream chunk = new ByteArrayOutputStream();
  private int items;
  private boolean committed;

  private NewEntry(OutboxFolder folder, FileLock turn, EntryName name) {
    this.folder = folder;
    this.turn = turn;
    this.name = name;
    this.draft = folder.waiting().resolve(name.draft());
  }

  /**
   * Begins an entry, once it is this process's turn.
   *
   * @param file name of the file that is handed over, for people
   * @param claim what it is called in the watched folder; null if it was in none
   */
  static NewEntry begin(OutboxFolder folder, String file, @Nullable String claim, Instant now)
      throws IOException {
    FileLock turn = folder.lockForAdding();
    try {
      deleteDrafts(folder);
      NewEntry entry = new NewEntry(folder, turn, folder.nextName());
      entry.write(new Header(file, claim, now).toJson());
      return entry;
    } catch (IOException | RuntimeException e) {
      turn.acquiredBy().close();
      throw e;
    }
  }

  /** Whoever wrote them was killed: it would have the turn. */
  private static void deleteDrafts(OutboxFolder folder) throws IOException {
    try (Stream<Path> files = Files.list(folder.waiting())) {
      List<Path> drafts = files.filter(file -> file.toString().endsWith(".tmp")).toList();
      for (Path each : drafts) {
        folder.disk().delete(each);
      }
    }
  }

  void add(Item item) throws IOException {
    items++;
    write(item.toJson());
  }

  private void write(ObjectNode line) throws IOException {
    chunk.writeBytes(SealedLine.write(line));
    if (chunk.size() >= CHUNK) {
      flush();
    }
  }

  private void flush() throws IOException {
    folder.disk().append(draft, chunk.toByteArray());
    chunk.reset();
  }

  int items() {
    return items;
  }

  /** Returns when the entry would outlast a power failure. */
  EntryName commit() throws IOException {
    write(SealedLine.object().put("items", items));
    flush();
    folder.disk().force(draft);
    folder.disk().move(draft, folder.entry(name));
    committed = true;
    folder.disk().force(folder.waiting());
    return name;
  }

  /** Leaves nothing behind unless it was committed. */
  @Override
  public void close() throws IOException {
    try {
      if (!committed) {
        folder.disk().delete(draft);
      }
    } finally {
      turn.acquiredBy().close();
    }
  }
}
