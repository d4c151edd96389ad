package vn.tonghop.producer.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What waits in an outbox, be it running or not.
 *
 * @param damaged entries that were put aside
 */
public record Listing(List<Row> rows, long damaged) {

  /**
   * One file that was handed over.
   *
   * @param sent reports that stand in the topic
   * @param answered reports that have their answer
   */
  public record Row(long number, Instant at, String file, int reports, int sent, int answered) {}

  public Listing {
    rows = List.copyOf(rows);
  }

  /** Looks into an outbox without changing it. */
  public static Listing of(OutboxFolder folder) {
    List<Row> rows = new ArrayList<>();
    long damaged;
    try (Stream<?> aside = Files.list(folder.damaged())) {
      for (EntryName name : folder.entries()) {
        add(folder, name, rows);
      }
      damaged = aside.filter(each -> each.toString().endsWith(".jsonl")).count();
    } catch (IOException e) {
      throw OutboxException.of(folder.root(), e);
    }
    return new Listing(rows, damaged);
  }

  private static void add(OutboxFolder folder, EntryName name, List<Row> rows) throws IOException {
    try {
      WaitingEntry entry = WaitingEntry.look(folder, name);
      int held = entry.items() - entry.toSend();
      rows.add(
          new Row(
              name.number(),
              entry.header().at(),
              entry.header().file(),
              entry.items(),
              entry.log().sent(),
              held + entry.log().answers()));
    } catch (NoSuchFileException doneMeanwhile) {
      // Nothing waits there any more.
    } catch (DamagedException e) {
      rows.add(new Row(name.number(), Instant.EPOCH, "? (" + e.getMessage() + ")", 0, 0, 0));
    }
  }
}
