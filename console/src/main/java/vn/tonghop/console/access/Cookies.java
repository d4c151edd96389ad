package vn.tonghop.console.access;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The two cookies: who has signed in, and which browser was given a form to do so. Under TLS their
 * names begin with {@code __Host-}, so that no neighbouring site can set them.
 */
final class Cookies {

  private static final Pattern RANDOM = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final boolean secure;

  Cookies(boolean secure) {
    this.secure = secure;
  }

  /** The id of a session, if the browser brings one. */
  Optional<String> session(Context request) {
    return read(request, session());
  }

  /** What names a browser that has not signed in, if it has been given a form. */
  Optional<String> form(Context request) {
    return read(request, form());
  }

  void beginSession(Context request, String id) {
    set(request, session(), id, "");
    set(request, form(), "", "; Max-Age=0");
  }

  void endSession(Context request) {
    set(request, session(), "", "; Max-Age=0");
  }

  void giveForm(Context request, String random) {
    set(request, form(), random, "");
  }

  private String session() {
    return secure ? "__Host-tonghop" : "tonghop";
  }

  private String form() {
    return session() + "-form";
  }

  private static Optional<String> read(Context request, String name) {
    return Optional.ofNullable(request.cookie(name)).filter(RANDOM.asMatchPredicate());
  }

  private void set(Context request, String name, String value, String more) {
    request
        .res()
        .addHeader(
            "Set-Cookie",
            name
                + "="
                + value
                + "; Path=/; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "")
                + more);
  }
}
