package vn.tonghop.producer.outbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import vn.tonghop.domain.format.Language;

/**
 * Writes the answers of an entry for programs, a line of JSON a report in the order of the file,
 * and for people, in both languages.
 */
final class ReceiptFiles {

  private static final String JSON = ".receipts.jsonl";
  private static final String TEXT = ".receipts.txt";
  private static final int CHUNK = 1 << 16;

  private final OutboxFolder folder;

  ReceiptFiles(OutboxFolder folder) {
    this.folder = folder;
  }

  /**
   * Writes both, in place of what an earlier attempt left.
   *
   * @param base path of both without their endings
   * @return whether somebody has to mend something
   */
  boolean write(WaitingEntry entry, Path base) throws IOException {
    Path name = base.getFileName();
    boolean failures;
    try (Draft json = new Draft(folder.disk(), base.resolveSibling(name + JSON));
        Draft text = new Draft(folder.disk(), base.resolveSibling(name + TEXT))) {
      failures = write(entry, json, text);
      json.commit();
      text.commit();
    } catch (DamagedException e) {
      throw new IOException("damaged meanwhile: " + e.getMessage(), e);
    }
    return failures;
  }

  private static boolean write(WaitingEntry entry, Draft json, Draft text)
      throws IOException, DamagedException {
    boolean failures = entry.items() == 0;
    if (entry.items() == 0) {
      text.add(entry.header().file() + "\nTệp không có báo cáo nào.\nThe file holds no report.\n");
    }
    try (EntryReader reader = entry.read()) {
      int n = 0;
      for (Item item = reader.next(); item != null; item = reader.next()) {
        Answer answer = entry.answer(n, item);
        if (answer == null) {
          throw new IllegalStateException(item.place() + " has no answer yet");
        }
        json.add(answer.json() + "\n");
        text.add(item.place() + "\n");
        for (Language lang : Language.values()) {
          text.add(answer.text().in(lang) + "\n");
        }
        text.add("\n");
        failures |= answer.isFailure();
        n++;
      }
    }
    return failures;
  }

  /** A file that is there when it is whole. */
  private static final class Draft implements AutoCloseable {

    private final Disk disk;
    private final Path file;
    private final Path draft;
    private final ByteArrayOutputStream chunk = new ByteArrayOutputStream();

    Draft(Disk disk, Path file) throws IOException {
      this.disk = disk;
      this.file = file;
      this.draft = file.resolveSibling("." + file.getFileName() + ".tmp");
      disk.delete(draft);
    }

    void add(String text) throws IOException {
      chunk.writeBytes(text.getBytes(StandardCharsets.UTF_8));
      if (chunk.size() >= CHUNK) {
        flush();
      }
    }

    private void flush() throws IOException {
      disk.append(draft, chunk.toByteArray());
      chunk.reset();
    }

    void commit() throws IOException {
      flush();
      disk.force(draft);
      disk.move(draft, file);
      disk.force(Disk.folder(file));
    }

    @Override
    public void close() throws IOException {
      disk.delete(draft);
    }
  }
}
