package vn.tonghop.producer.text;

import vn.tonghop.domain.format.TextStyle;

/** Width of standard output, as the launcher tells it. */
public final class Columns {

  private Columns() {}

  /** Eighty where nothing, or nothing usable, is told; never too few to write in. */
  public static int ofStandardOutput() {
    int told = Integer.getInteger("tonghop.columns", TextStyle.DEFAULT_WIDTH);
    // Some terminals say 0 when they do not know.
    return Math.max(TextStyle.MIN_WIDTH, told > 0 ? told : TextStyle.DEFAULT_WIDTH);
  }
}
