package vn.tonghop.console.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.format.Language;

/**
 * Which language a reader wants: that of the path, else the one chosen last, else the browser's.
 */
public final class Languages {

  private static final String COOKIE = "lang";
  private static final int YEAR_SECONDS = 365 * 24 * 3600;
  private static final List<String> TAGS =
      Arrays.stream(Language.values()).map(Language::tag).toList();

  private Languages() {}

  /** The language of an answer. */
  public static Language of(Context request) {
    return ofPath(request.path())
        .or(() -> Optional.ofNullable(request.cookie(COOKIE)).flatMap(Language::of))
        .orElseGet(() -> ofBrowser(request.header("Accept-Language")));
  }

  private static Optional<Language> ofPath(String path) {
    String[] parts = path.split("/", 3);
    return parts.length < 2 ? Optional.empty() : Language.of(parts[1]);
  }

  /** Vietnamese where the browser does not say, or says nothing that we have. */
  static Language ofBrowser(@Nullable String accepted) {
    if (accepted == null) {
      return Language.VI;
    }
    try {
      String tag = Locale.lookupTag(Locale.LanguageRange.parse(accepted), TAGS);
      return tag == null ? Language.VI : Language.of(tag).orElse(Language.VI);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // A header that is none, on which Java's parser has two opinions: as if it were not there.
      return Language.VI;
    }
  }

  /** Remembers the language of a page for the next visit. */
  static void remember(Context request, Language language) {
    if (!language.tag().equals(request.cookie(COOKIE))) {
      Cookie cookie = new Cookie(COOKIE, language.tag());
      cookie.setMaxAge(YEAR_SECONDS);
      cookie.setHttpOnly(true);
      cookie.setSameSite(SameSite.LAX);
      request.cookie(cookie);
    }
  }
}
