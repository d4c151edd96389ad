package vn.tonghop.producer.text;

/** A message in both languages. */
public record Text(String vi, String en) {

  /** The message in one language. */
  public String in(Lang lang) {
    return lang.choose(vi, en);
  }
}
