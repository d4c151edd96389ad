package vn.tonghop.producer.text;

import vn.tonghop.domain.format.Language;

/** A message in both languages. */
public record Text(String vi, String en) {

  /** The message in one language. */
  public String in(Language lang) {
    return lang.pick(vi, en);
  }
}
