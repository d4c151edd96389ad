package vn.tonghop.console.access;

import io.javalin.http.Context;
import java.util.Map;

/** What every answer tells the browser not to do. */
final class SecurityHeaders {

  /** Nothing but this page's own files; no script or style stands within a page. */
  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy", CONTENT_POLICY,
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          // Not "no-referrer": a form that is posted would then come from nowhere.
          "Referrer-Policy", "same-origin",
          "Permissions-Policy",
              "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          // Of whatever does not say otherwise.
          "Cache-Control", "private, no-store");

  private static final String STRICT_TRANSPORT = "max-age=31536000";

  private SecurityHeaders() {}

  /**
   * Puts them on an answer.
   *
   * @param secure whether readers come by TLS
   */
  static void put(Context request, boolean secure) {
    ALWAYS.forEach(request::header);
    if (secure) {
      request.header("Strict-Transport-Security", STRICT_TRANSPORT);
    }
  }
}
