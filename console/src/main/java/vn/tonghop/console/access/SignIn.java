package vn.tonghop.console.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.access.Sessions.Session;
import vn.tonghop.console.web.Languages;
import vn.tonghop.console.web.Site;
import vn.tonghop.console.web.Visitor;
import vn.tonghop.domain.format.Language;

/** The form to sign in by, and what it and the button to sign out do. */
final class SignIn {

  private static final String TEMPLATE = "access/sign-in.jte";

  /** An address of this site: no other host, nothing that a header could not hold. */
  private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[!-\\[\\]-~]*");

  private final Logins logins;
  private final Sessions sessions;
  private final Cookies cookies;
  private final Forms forms;
  private final Audit audit;

  SignIn(Logins logins, Sessions sessions, Cookies cookies, Forms forms, Audit audit) {
    this.logins = logins;
    this.sessions = sessions;
    this.cookies = cookies;
    this.forms = forms;
    this.audit = audit;
  }

  /** Where the form is, for a request that must be asked again when it has been filled in. */
  static String location(Context request) {
    String query = request.queryString() == null ? "" : "?" + request.queryString();
    return "/"
        + Languages.of(request).tag()
        + "/login?to="
        + URLEncoder.encode(request.path() + query, StandardCharsets.UTF_8);
  }

  void register(RoutesConfig routes, Site site) {
    site.page(routes, "/login", (request, language) -> ask(request, language, site));
    routes.post("/login", request -> signIn(request, site));
    routes.post("/logout", this::signOut);
  }

  private void ask(Context request, Language language, Site site) {
    String to = own(request.queryParam("to"));
    if (!Visitor.of(request).name().isEmpty()) {
      request.redirect(to, HttpStatus.SEE_OTHER);
      return;
    }
    SignInForm form = new SignInForm(forms.begin(request), to, "", false);
    site.render(request, TEMPLATE, site.describe(request, language, title(language)), form);
  }

  private void signIn(Context request, Site site) {
    Form sent = Forms.of(request);
    String name = sent.field("name");
    String to = own(sent.field("to"));
    String address = Access.address(request);
    Optional<Account> account =
        logins.check(
            name.strip().toLowerCase(Locale.ROOT), sent.field("password"), address, "form");
    if (account.isEmpty()) {
      // A scheme that no browser has a window of its own for.
      request.header("WWW-Authenticate", "Form realm=\"Tong Hop\"").status(HttpStatus.UNAUTHORIZED);
      Language language = Languages.of(request);
      SignInForm form = new SignInForm(forms.begin(request), to, name, true);
      site.render(request, TEMPLATE, site.describeOther(request, language, title(language)), form);
      return;
    }
    cookies.session(request).ifPresent(sessions::end);
    Session session = sessions.begin(account.get().holder(), account.get().password().text());
    cookies.beginSession(request, session.id());
    request.redirect(to, HttpStatus.SEE_OTHER);
  }

  private void signOut(Context request) {
    cookies.session(request).ifPresent(sessions::end);
    cookies.endSession(request);
    audit.logout(Visitor.of(request).name(), Access.address(request));
    request.redirect("/" + Languages.of(request).tag() + "/login", HttpStatus.SEE_OTHER);
  }

  private static String title(Language language) {
    return language.pick("Đăng nhập", "Sign in");
  }

  private static String own(@Nullable String path) {
    return path != null && OWN_PATH.matcher(path).matches() ? path : "/";
  }
}
