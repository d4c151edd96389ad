package vn.tonghop.domain.format;

/** Sets off text by ANSI sequences, or leaves it as it is. Takes text that is already padded. */
record Ink(boolean colours) {

  private static final String RESET = "\u001b[0m";

  String bold(String text) {
    return with("\u001b[1m", text);
  }

  String red(String text) {
    return with("\u001b[31m", text);
  }

  String dim(String text) {
    return with("\u001b[2m", text);
  }

  private String with(String start, String text) {
    return colours && !text.isBlank() ? start + text + RESET : text;
  }
}
