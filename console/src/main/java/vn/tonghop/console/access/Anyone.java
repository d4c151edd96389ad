package vn.tonghop.console.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.web.Site;

/**
 * Everybody who sits at this machine may read everything. Only its own names are answered: a page
 * from elsewhere could otherwise let its name lead here and read through the reader's browser.
 */
final class Anyone implements Identity {

  private static final Pattern LOCAL =
      Pattern.compile("(?i)(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");

  @Override
  public Optional<Known> known(Context request, String address) {
    @Nullable String host = request.header("Host");
    if (host == null || !LOCAL.matcher(host).matches()) {
      throw Refusal.otherHost();
    }
    return Optional.of(new Known(Caller.ANYONE, null));
  }

  @Override
  public void register(RoutesConfig routes, Site site) {
    // There is nothing to sign in to.
  }
}
