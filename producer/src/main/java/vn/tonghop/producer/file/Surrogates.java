package vn.tonghop.producer.file;

/** Half characters, which JSON's escapes can write and UTF-8 cannot carry. */
final class Surrogates {

  private static final char REPLACEMENT = '\uFFFD';

  private Surrogates() {}

  /** Whether a text has a surrogate without its other half. */
  static boolean anyLone(String text) {
    return text.codePoints().anyMatch(Surrogates::isSurrogate);
  }

  /** The text with each lone surrogate replaced, so that a message can quote it. */
  static String replaced(String text) {
    if (!anyLone(text)) {
      return text;
    }
    return text.codePoints()
        .map(point -> isSurrogate(point) ? REPLACEMENT : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
