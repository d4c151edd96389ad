package vn.tonghop.standalone.letters;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/**
 * Text of a sender on its way to a terminal: what steers it or turns the direction of writing is
 * written as an escape, so that it is seen and does nothing.
 */
public final class Escaped {

  private static final String CUT = "…";

  private Escaped() {}

  /**
   * The text with <code>&#92;uXXXX</code> in place of what is dangerous; JSON stays the same JSON.
   */
  public static String of(String text) {
    if (text.codePoints().noneMatch(Escaped::isSteering)) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (isSteering(point)) {
                for (char each : Character.toChars(point)) {
                  escaped.append("\\u%04X".formatted((int) each));
                }
              } else {
                escaped.appendCodePoint(point);
              }
            });
    return escaped.toString();
  }

  /** In quotes, so that an escape is told from a text that looks like one; cut at a length. */
  static String quoted(String text, int most) {
    boolean cut = text.codePointCount(0, text.length()) > most;
    String head = cut ? text.substring(0, text.offsetByCodePoints(0, most)) : text;
    return of("\"" + new String(JsonStringEncoder.getInstance().quoteAsString(head)) + "\"")
        + (cut ? CUT : "");
  }

  private static boolean isSteering(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
