package vn.tonghop.console.access;

import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.UriCompliance;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.access.Identity.Known;
import vn.tonghop.console.access.Rules.Answer;
import vn.tonghop.console.access.Rules.Declared;
import vn.tonghop.console.web.ErrorPages;
import vn.tonghop.console.web.Extension;
import vn.tonghop.console.web.Problem;
import vn.tonghop.console.web.Site;
import vn.tonghop.console.web.Visitor;

/**
 * Stands before all pages: finds out who asks, lets nobody ask too often, and lets a request pass
 * only where {@link Rules} say so.
 */
public final class Access implements Extension {

  private static final String ADDRESS = Access.class.getName() + ".address";
  private static final String KNOWN = Access.class.getName() + ".known";

  private final AccessSettings settings;
  private final Identity identity;
  private final Forms forms;
  private final Rules rules;
  private final Audit audit;
  private final Buckets requests;
  private final Buckets exports;
  private final List<Endpoint> routes = new ArrayList<>();

  private Access(
      AccessSettings settings,
      Identity identity,
      Forms forms,
      Rules rules,
      Audit audit,
      Buckets requests,
      Buckets exports) {
    this.settings = settings;
    this.identity = identity;
    this.forms = forms;
    this.rules = rules;
    this.audit = audit;
    this.requests = requests;
    this.exports = exports;
  }

  /**
   * Reads the accounts.
   *
   * @throws IOException if their file cannot be read
   * @throws AccessException if a line of it is wrong
   */
  public static Access open(AccessSettings settings, InstantSource clock) throws IOException {
    return open(settings, clock, Policy.ofConsole(), new Audit(clock));
  }

  static Access open(AccessSettings settings, InstantSource clock, Policy policy, Audit audit)
      throws IOException {
    Limits limits = policy.limits();
    Secrets secrets = new Secrets();
    Cookies cookies = new Cookies(settings.isSecure());
    Forms forms = new Forms(secrets, cookies, policy.formWithin());
    Buckets requests = new Buckets(clock, limits.requests());
    Identity identity = new Anyone();
    if (settings.accounts() != null) {
      Accounts accounts = new Accounts(settings.accounts(), clock, audit);
      Logins logins = new Logins(accounts, audit, clock, policy);
      Sessions sessions = new Sessions(clock);
      identity =
          new LocalAccounts(
              accounts,
              sessions,
              cookies,
              new BasicPasswords(accounts, logins, secrets, clock),
              new SignIn(logins, sessions, cookies, forms, audit),
              requests);
    }
    return new Access(
        settings,
        identity,
        forms,
        policy.rules(),
        audit,
        requests,
        new Buckets(clock, limits.exports()));
  }

  /** Where a request comes from, as far as that is known. */
  static String address(Context request) {
    @Nullable String address = request.attribute(ADDRESS);
    return address == null ? "-" : address;
  }

  @Override
  public void configure(JavalinConfig config) {
    // One way to write each address: no //, no %2e, no %2f.
    config.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(UriCompliance.DEFAULT));
    config.http.prefer405over404 = true;
    if (settings.tls() != null) {
      settings.tls().configure(config);
    }
    config.events.handlerAdded(
        added -> {
          if (added.getHttpMethod().isHttpMethod()) {
            add(config, new Endpoint(added.getHttpMethod(), added.getPath(), added.getHandler()));
          }
        });
    config.events.serverStarting(() -> rules.requireAll(routes));
  }

  /**
   * Javalin answers HEAD without asking the page; here it is the page's answer without its body.
   */
  private void add(JavalinConfig config, Endpoint route) {
    routes.add(route);
    boolean isPage =
        rules.of(route).map(Declared::answer).filter(each -> each != Answer.STREAM).isPresent();
    if (route.method.equals(HandlerType.GET) && isPage) {
      config.routes.addEndpoint(new Endpoint(HandlerType.HEAD, route.path, route.handler));
    }
  }

  @Override
  public void register(RoutesConfig on, Site site) {
    on.before(this::receive);
    on.beforeMatched(this::admit);
    on.afterMatched(this::finish);
    on.exception(Refusal.class, Access::answer);
    identity.register(on, site);
  }

  /** All routes that there are. */
  List<Endpoint> routes() {
    return List.copyOf(routes);
  }

  Rules rules() {
    return rules;
  }

  private void receive(Context request) {
    SecurityHeaders.put(request, settings.isSecure());
    Visitor.NOBODY.asks(request);
    if (request.header("X-HTTP-Method-Override") != null) {
      throw Refusal.malformed();
    }
    String address = settings.proxies().client(request.req());
    request.attribute(ADDRESS, address);
    Optional<Known> known = identity.known(request, address);
    take(requests, known, address);
    @Nullable String session = known.map(Known::session).orElse(null);
    String token = forms.token(request, session);
    forms.checkSender(request);
    known.ifPresent(each -> request.attribute(KNOWN, each));
    known
        .map(Known::caller)
        .map(caller -> visitor(caller, token))
        .orElse(new Visitor("", "", false, token))
        .asks(request);
  }

  private static Visitor visitor(Caller caller, String token) {
    return caller.equals(Caller.ANYONE)
        ? Visitor.LOCAL
        : new Visitor(caller.name(), caller.unit(), caller.role() == Role.OPERATOR, token);
  }

  private void admit(Context request) {
    Declared declared =
        rules.of(request.endpoints().matchedHttpEndpoint()).orElseThrow(Refusal::method);
    Optional<Known> known = known(request);
    Optional<Caller> caller = known.map(Known::caller);
    if (declared.rule().admits(caller, request)) {
      forms.checkToken(request, Visitor.of(request).csrf());
      if (declared.answer() == Answer.EXPORT) {
        take(exports, known, address(request));
      }
      return;
    }
    if (caller.isPresent()) {
      throw Refusal.forbidden();
    }
    throw isPageOfBrowser(request)
        ? Refusal.signIn(SignIn.location(request))
        : Refusal.unknown(request.header("Sec-Fetch-Mode") != null);
  }

  private void finish(Context request) {
    Optional<Known> known = known(request);
    boolean isAccount = known.filter(each -> !each.caller().name().isEmpty()).isPresent();
    @Nullable String cached = request.res().getHeader("Cache-Control");
    if (isAccount && (cached == null || !cached.startsWith("public"))) {
      // Who signs in next at this computer does not get it by the browser's way back.
      request.header("Cache-Control", "private, no-store");
    }
    boolean isExport =
        rules
            .of(request.endpoints().matchedHttpEndpoint())
            .filter(each -> each.answer() == Answer.EXPORT)
            .isPresent();
    if (isExport && request.status() == HttpStatus.OK && request.method().equals(HandlerType.GET)) {
      String query = request.queryString() == null ? "" : "?" + request.queryString();
      String name = known.map(each -> each.caller().name()).orElse("");
      audit.export(name.isEmpty() ? "-" : name, address(request), request.path() + query);
    }
  }

  private static Optional<Known> known(Context request) {
    return Optional.ofNullable(request.attribute(KNOWN));
  }

  /**
   * Takes one of an account's, or of an address's where nobody is named.
   *
   * @throws Refusal if there is none
   */
  static void take(Buckets buckets, Optional<Known> known, String address) {
    String name = known.map(each -> each.caller().name()).orElse("");
    // No account is called "from …".
    buckets.require(name.isEmpty() ? "from " + Addresses.key(address) : name);
  }

  private static void answer(Refusal refusal, Context request) {
    refusal.headers().forEach(request::header);
    request.status(refusal.status());
    if (acceptsHtml(request) && !Problem.isFor(request)) {
      ErrorPages.say(request, refusal.reason());
    } else {
      new Problem(refusal.status(), refusal.reason().vi(), refusal.reason().en()).answer(request);
    }
  }

  /** Also that of a link to a download: whose reader is no longer signed in gets the form. */
  private static boolean isPageOfBrowser(Context request) {
    return Problem.isNavigation(request) || (acceptsHtml(request) && !Problem.isFor(request));
  }

  private static boolean acceptsHtml(Context request) {
    @Nullable String accepted = request.header("Accept");
    return accepted != null && accepted.contains("text/html");
  }
}
