package vn.tonghop.domain.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The two languages of everything that people read. */
public enum Language {
  VI("vi"),
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** Name in settings and of {@code --lang}. */
  public String tag() {
    return tag;
  }

  /** The language of that {@link #tag()}, or empty. */
  public static Optional<Language> of(String tag) {
    return Arrays.stream(values()).filter(language -> language.tag.equals(tag)).findFirst();
  }

  /** The language of a locale: Vietnamese, or else English. */
  public static Language of(Locale locale) {
    return locale.getLanguage().equals("vi") ? VI : EN;
  }

  /** One of two texts that say the same. */
  public String pick(String vi, String en) {
    return this == VI ? vi : en;
  }
}
