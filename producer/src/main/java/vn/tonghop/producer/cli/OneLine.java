package vn.tonghop.producer.cli;

/** Text of a document on its way to a terminal or to a line-by-line reader. */
final class OneLine {

  private OneLine() {}

  /** The text without control characters: a document may not break lines or steer a terminal. */
  static String of(String text) {
    return text.codePoints()
        .map(point -> isSteering(point) ? '\uFFFD' : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isSteering(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
