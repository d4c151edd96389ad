package vn.tonghop.domain.format;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Measures, cuts and wraps text by the columns that it takes on a terminal. */
public final class TextWidth {

  private static final String ELLIPSIS = "…";
  private static final int REPLACEMENT = 0xFFFD;

  private TextWidth() {}

  /**
   * The text composed, without what would move the cursor or turn the direction of writing: a
   * document's text must not be able to write over a clerk's screen.
   */
  public static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .map(each -> isUnsafe(each) ? REPLACEMENT : each)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** Columns of a clean text. */
  static int of(String text) {
    return text.codePoints().map(TextWidth::columns).sum();
  }

  /** A clean text if it fits, else as much of it as does, ending with "…". */
  public static String cut(String text, int width) {
    return of(text) <= width ? text : head(text, width - 1).stripTrailing() + ELLIPSIS;
  }

  /** Spaces, then the text. */
  static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - of(text))) + text;
  }

  /** The text, then spaces. */
  static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  /** Columns of the longest word. */
  static int longestWord(String text) {
    int longest = 0;
    for (String word : text.split(" ", -1)) {
      longest = Math.max(longest, of(word));
    }
    return longest;
  }

  /** The text on lines broken between words; a word wider than a line is cut. */
  static List<String> wrap(String text, int width) {
    return wrap(text, width, 0);
  }

  /** Wrapped with all lines but the first indented. */
  public static List<String> wrap(String text, int width, int indent) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : clean(text).split(" ", -1)) {
      String fitting = cut(word, width - indent);
      if (line.isBlank()) {
        line += fitting;
      } else if (of(line) + 1 + of(fitting) <= width) {
        line += " " + fitting;
      } else {
        lines.add(line);
        line = " ".repeat(indent) + fitting;
      }
    }
    lines.add(line);
    return lines;
  }

  private static String head(String text, int width) {
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      used += columns(codePoint);
      if (used > width) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return text.substring(0, end);
  }

  private static int columns(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  /** East Asian scripts and pictures, which only a document's own text can hold. */
  private static boolean isWide(int codePoint) {
    return (codePoint >= 0x1100 && codePoint <= 0x115F)
        || (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
        || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
        || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
        || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
        || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
        || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
        || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
  }

  private static boolean isUnsafe(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
