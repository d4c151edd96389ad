package vn.tonghop.producer.file;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a report stands, so that a clerk finds it again.
 *
 * @param sheet of a workbook, or null
 * @param line from 1: the line of the document, or the first line of its rows; {@link #WHOLE}
 */
public record Place(Path file, @Nullable String sheet, long line) {

  /** Of what concerns a file that has no lines. */
  static final long WHOLE = 0;

  /** A line of a file without sheets. */
  public Place(Path file, long line) {
    this(file, null, line);
  }

  /** {@code file:line}, as editors jump to, or {@code file:sheet!row}. */
  @Override
  public String toString() {
    if (line == WHOLE) {
      return file.toString();
    }
    return file + ":" + (sheet == null ? "" : sheet + "!") + line;
  }
}
