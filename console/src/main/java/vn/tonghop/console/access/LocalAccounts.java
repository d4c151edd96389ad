package vn.tonghop.console.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.access.Sessions.Session;
import vn.tonghop.console.web.Site;

/** Who asks, by the accounts of a file: people sign in by a form, programs say who they are. */
final class LocalAccounts implements Identity {

  private final Accounts accounts;
  private final Sessions sessions;
  private final Cookies cookies;
  private final BasicPasswords basic;
  private final SignIn signIn;
  private final Buckets requests;

  /**
   * @param requests of addresses: what is sent as a password counts as a request of its address
   */
  LocalAccounts(
      Accounts accounts,
      Sessions sessions,
      Cookies cookies,
      BasicPasswords basic,
      SignIn signIn,
      Buckets requests) {
    this.requests = requests;
    this.accounts = accounts;
    this.sessions = sessions;
    this.cookies = cookies;
    this.basic = basic;
    this.signIn = signIn;
  }

  @Override
  public Optional<Known> known(Context request, String address) {
    Optional<Known> signedIn =
        cookies.session(request).flatMap(sessions::find).flatMap(this::ofSession);
    if (signedIn.isPresent()) {
      return signedIn;
    }
    @Nullable String header = request.header("Authorization");
    return header == null
        ? Optional.empty()
        : Optional.of(new Known(basic.caller(header, address, () -> count(address)), null));
  }

  private void count(String address) {
    Access.take(requests, Optional.empty(), address);
  }

  /** As the account is now: it may be gone, or have another role or password. */
  private Optional<Known> ofSession(Session session) {
    Optional<Known> known =
        accounts
            .find(session.caller().name())
            .filter(account -> account.password().text().equals(session.stamp()))
            .map(account -> new Known(account.holder(), session.id()));
    if (known.isEmpty()) {
      sessions.end(session.id());
    }
    return known;
  }

  @Override
  public void register(RoutesConfig routes, Site site) {
    signIn.register(routes, site);
  }
}
