package vn.tonghop.console.picture;

/** Names as a picture has room for them. */
final class Texts {

  private static final int LETTERS = 32;

  private Texts() {}

  /** A name's beginning. */
  static String label(String name) {
    return name.codePointCount(0, name.length()) <= LETTERS
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LETTERS)) + "…";
  }
}
