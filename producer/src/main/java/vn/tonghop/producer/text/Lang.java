package vn.tonghop.producer.text;

import java.util.Locale;
import java.util.Optional;

/** The languages that messages come in. */
public enum Lang {
  VI,
  EN;

  /** The language of a locale: Vietnamese, or else English. */
  public static Lang of(Locale locale) {
    return locale.getLanguage().equals("vi") ? VI : EN;
  }

  /** The language of {@code vi} or {@code en}, or empty. */
  public static Optional<Lang> of(String code) {
    return switch (code) {
      case "vi" -> Optional.of(VI);
      case "en" -> Optional.of(EN);
      default -> Optional.empty();
    };
  }

  /** One of two texts. */
  public String choose(String vi, String en) {
    return this == VI ? vi : en;
  }
}
