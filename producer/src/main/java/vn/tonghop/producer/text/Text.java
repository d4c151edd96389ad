package vn.tonghop.producer.text;

/** A message in both languages. */
public record Text(String vi, String en) {

  /** The message with the same things filled into both languages' {@code %s}. */
  public static Text of(String vi, String en, Object... found) {
    return new Text(vi.formatted(found), en.formatted(found));
  }

  /** The message in one language. */
  public String in(Lang lang) {
    return lang.choose(vi, en);
  }
}
