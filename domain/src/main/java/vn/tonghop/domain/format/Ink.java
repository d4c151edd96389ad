package vn.tonghop.domain.format;

/**
 * Sets off text by ANSI sequences, or leaves it as it is. Takes text that is already padded; spaces
 * at its end stay outside, so that a line ends alike with and without colours.
 */
record Ink(boolean colours) {

  private static final String RESET = "\u001b[0m";

  String bold(String text) {
    return with("\u001b[1m", text);
  }

  /** Bold as well, since red alone is faint on black and nothing to those who do not see it. */
  String red(String text) {
    return with("\u001b[1;31m", text);
  }

  String dim(String text) {
    return with("\u001b[2m", text);
  }

  private String with(String start, String text) {
    String inked = text.stripTrailing();
    return colours && !inked.isEmpty()
        ? start + inked + RESET + text.substring(inked.length())
        : text;
  }
}
