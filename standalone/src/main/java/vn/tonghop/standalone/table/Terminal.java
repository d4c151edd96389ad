package vn.tonghop.standalone.table;

import vn.tonghop.domain.format.TextStyle;

/**
 * What is known of the terminal that standard output is, as the launcher tells it.
 *
 * @param width columns
 * @param colours whether it is a terminal that may show colours
 */
public record Terminal(int width, boolean colours) {

  /** Eighty columns and no colours unless the launcher says otherwise. */
  public static Terminal ofThisProcess() {
    int told = Integer.getInteger("tonghop.columns", TextStyle.DEFAULT_WIDTH);
    // Some terminals say 0 when they do not know.
    int width = told > 0 ? told : TextStyle.DEFAULT_WIDTH;
    return new Terminal(
        Math.max(TextStyle.MIN_WIDTH, width), Boolean.getBoolean("tonghop.colours"));
  }
}
