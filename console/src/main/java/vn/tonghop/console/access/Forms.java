package vn.tonghop.console.access;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that what changes something was sent by a form of this page, and by the browser that
 * was given that form: by what the browser says of where it comes from, and by a token.
 */
final class Forms {

  private static final String FIELD = "_csrf";
  private static final Set<HandlerType> SAFE =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
  private static final Pattern FORM =
      Pattern.compile("(?i)application/x-www-form-urlencoded *(; *charset *= *\"?utf-8\"?)?");

  private final Secrets secrets;
  private final Cookies cookies;

  Forms(Secrets secrets, Cookies cookies) {
    this.secrets = secrets;
    this.cookies = cookies;
  }

  /**
   * What a form must bring back; empty if this browser was given none.
   *
   * @param session null if nobody has signed in
   */
  String token(Context request, @Nullable String session) {
    return session == null
        ? cookies.form(request).map(this::tokenOf).orElse("")
        : secrets.seal("form of a session", session);
  }

  /** The token for a form that is given to a browser now that nobody has signed in with. */
  String begin(Context request) {
    Optional<String> given = cookies.form(request);
    String random = given.orElseGet(Secrets::random);
    if (given.isEmpty()) {
      cookies.giveForm(request, random);
    }
    return tokenOf(random);
  }

  private String tokenOf(String random) {
    return secrets.seal("form of a browser", random);
  }

  /**
   * Lets everything pass that only reads.
   *
   * @param token that of the browser
   * @throws Refusal if a form was not sent by this page
   */
  void check(Context request, String token) {
    if (SAFE.contains(request.method())) {
      return;
    }
    // Not contentType(), which fails on a charset that Java does not know.
    @Nullable String type = request.header("Content-Type");
    if (type == null || !FORM.matcher(type).matches() || !comesFromHere(request)) {
      throw Refusal.crossSite();
    }
    @Nullable String given = request.formParam(FIELD);
    if (token.isEmpty() || given == null || !Secrets.same(token, given)) {
      throw Refusal.crossSite();
    }
  }

  /** By what the browser says; one that says nothing has the token alone to show. */
  private static boolean comesFromHere(Context request) {
    @Nullable String site = request.header("Sec-Fetch-Site");
    if (site != null) {
      return OWN_SITE.contains(site);
    }
    @Nullable String origin = request.header("Origin");
    return origin == null || authority(origin).equals(Optional.ofNullable(request.header("Host")));
  }

  private static Optional<String> authority(String origin) {
    try {
      return Optional.ofNullable(new URI(origin).getAuthority())
          .map(authority -> authority.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
