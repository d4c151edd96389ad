package vn.tonghop.domain.format;

import java.util.EnumSet;
import java.util.Set;

/**
 * How a table is written for a terminal.
 *
 * @param width columns that no line exceeds, at least {@value #MIN_WIDTH}
 * @param colours whether to use ANSI sequences
 * @param by what the rows are: {@code TOTAL} is no rows but the total
 */
public record TextStyle(Language language, int width, boolean colours, TableDimension by) {

  /** Width of a terminal that does not tell. */
  public static final int DEFAULT_WIDTH = 80;

  /** Below this even a label and its figure would not stand on one line. */
  public static final int MIN_WIDTH = 40;

  private static final Set<TableDimension> ROWS =
      EnumSet.of(
          TableDimension.TOTAL,
          TableDimension.UNIT,
          TableDimension.REGION,
          TableDimension.FIELD,
          TableDimension.ASSIGNED_BY);

  /**
   * Checks what it is given.
   *
   * @throws IllegalArgumentException if the width is too small or nothing can have such rows
   */
  public TextStyle {
    if (width < MIN_WIDTH) {
      throw new IllegalArgumentException(width + " columns; at least " + MIN_WIDTH + " are needed");
    }
    if (!ROWS.contains(by)) {
      throw new IllegalArgumentException("no text table has rows by " + by.id());
    }
  }

  /** Eighty columns, no colours, a row a unit. */
  public static TextStyle plain(Language language) {
    return new TextStyle(language, DEFAULT_WIDTH, false, TableDimension.UNIT);
  }
}
