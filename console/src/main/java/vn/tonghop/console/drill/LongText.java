package vn.tonghop.console.drill;

import org.jspecify.annotations.Nullable;

/**
 * A text that somebody wrote in a report: any characters, perhaps thousands. Pages show its
 * beginning, and the rest to those who ask for it.
 *
 * @param whole empty where nothing was written
 */
public record LongText(String whole) {

  /** Characters that a page shows at once. */
  static final int SHOWN = 240;

  private static final int SLACK = 40;

  public static LongText of(@Nullable String text) {
    return new LongText(text == null ? "" : text.strip());
  }

  /** Whether it is too long to be shown at once. */
  public boolean isLong() {
    return whole.codePointCount(0, whole.length()) > SHOWN + SLACK;
  }

  /** Its beginning; a character beyond the basic plane is never cut in two. */
  public String start() {
    return isLong() ? whole.substring(0, whole.offsetByCodePoints(0, SHOWN)) + "…" : whole;
  }
}
