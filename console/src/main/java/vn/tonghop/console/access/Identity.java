package vn.tonghop.console.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.web.Site;

/**
 * Finds out who asks. The accounts of a file are one way; an identity provider of the office would
 * be another, with the routes that it needs and the same {@link Sessions}.
 */
interface Identity {

  /**
   * Whom a request names; empty if nobody.
   *
   * @param address where it comes from
   * @throws Refusal if it names somebody that it is not, or must not be answered at all
   */
  Optional<Known> known(Context request, String address);

  /** Routes of its own, such as a form to sign in. */
  void register(RoutesConfig routes, Site site);

  /**
   * Who asks, and by what.
   *
   * @param session its id; null if the request itself says who it is
   */
  record Known(Caller caller, @Nullable String session) {}
}
