package vn.tonghop.console.drill;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a series shows: all that a unit sent for one programme and period.
 *
 * @param revisions newest first
 * @param olderPath of those before; empty if these are all
 */
public record RevisionsModel(
    String title, String programme, List<Revision> revisions, String olderPath) {

  public RevisionsModel {
    revisions = List.copyOf(revisions);
  }

  /**
   * One record and its receipt.
   *
   * @param path of the report; empty if it cannot be read
   * @param against with which revision it is compared; empty if with none
   * @param changes of the report itself
   * @param lines tasks and indicators that are not as they were
   */
  public record Revision(
      String name,
      String receivedAt,
      String place,
      String path,
      String movesPath,
      String digest,
      @Nullable ReceiptModel receipt,
      String against,
      List<FieldChange> changes,
      List<LineChange> lines) {

    public Revision {
      changes = List.copyOf(changes);
      lines = List.copyOf(lines);
    }

    /** How many lines were added, removed or changed. */
    public long count(LineKind kind) {
      return lines.stream().filter(line -> line.kind() == kind).count();
    }
  }

  /** What became of a line. */
  public enum LineKind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /** A line and what is different in it. */
  public record LineChange(
      LineKind kind, String word, LongText code, LongText title, List<FieldChange> fields) {

    public LineChange {
      fields = List.copyOf(fields);
    }
  }

  /** A field before and after. */
  public record FieldChange(String name, LongText before, LongText after) {}
}
