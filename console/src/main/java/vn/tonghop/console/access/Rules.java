package vn.tonghop.console.access;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.format.Language;

/**
 * Who may ask for what, on one page: every route stands here with its rule, and one that does not
 * keeps the process from starting. A path is the one that was registered, so that no way of writing
 * an address comes around its rule.
 */
final class Rules {

  private static final String LANGUAGE = "/{language}";

  private final Map<String, Declared> declared = new HashMap<>();

  /** What a route answers with. */
  enum Answer {
    PAGE,
    /** A document that leaves the system: the log of who did what is told. */
    EXPORT,
    /** What has no end. */
    STREAM
  }

  /** What is said of a route. */
  record Declared(Rule rule, Answer answer) {}

  /** Those of the console. */
  static Rules ofConsole() {
    return new Rules()
            .get("/livez", Rule.OPEN)
            .get("/readyz", Rule.OPEN)
            .get("/assets/{hash}/{name}", Rule.OPEN)
            // Says only where the pages begin.
            .get("/", Rule.OPEN)
            .page("/login", Rule.OPEN)
            .post("/login", Rule.OPEN)
            .post("/logout", Rule.READER)
            .page("/", Rule.READER)
            .page("/programmes/{programme}", Rule.READER)
            .page("/tables", Rule.READER)
            .page("/tables/{programme}/{period}", Rule.READER)
            .stream("/live/{programme}/{period}", Rule.READER)
            .page("/figures/{programme}/{period}/{measure}", Rule.READER)
            .page("/reports/{unit}/{partition}/{offset}", Rule.OWN_UNIT)
            .page("/reports/{unit}/{partition}/{offset}/moves", Rule.OWN_UNIT)
            .page("/revisions/{unit}", Rule.OWN_UNIT)
            .page("/restated/{programme}/{period}", Rule.READER)
            .page("/series/{programme}/{period}", Rule.READER)
            .page("/pictures/{programme}/{period}", Rule.READER)
            .get("/api/v1/openapi.json", Rule.READER)
            .get("/api/v1/programmes", Rule.ALL_UNITS)
            .get("/api/v1/tables", Rule.ALL_UNITS)
            .export("/api/v1/tables/{programme}/{period}", Rule.ALL_UNITS)
            .export("/api/v1/tables/{programme}/{period}.{format}", Rule.ALL_UNITS);
  }

  /** A route under {@code /vi} and {@code /en}. */
  Rules page(String path, Rule rule) {
    return declare("GET " + LANGUAGE + path, rule, Answer.PAGE);
  }

  Rules get(String path, Rule rule) {
    return declare("GET " + path, rule, Answer.PAGE);
  }

  Rules export(String path, Rule rule) {
    return declare("GET " + path, rule, Answer.EXPORT);
  }

  Rules stream(String path, Rule rule) {
    return declare("GET " + path, rule, Answer.STREAM);
  }

  Rules post(String path, Rule rule) {
    return declare("POST " + path, rule, Answer.PAGE);
  }

  private Rules declare(String route, Rule rule, Answer answer) {
    if (rule == Rule.OWN_UNIT && !route.contains("{unit}")) {
      throw new IllegalArgumentException(route + " names no unit");
    }
    if (declared.put(route, new Declared(rule, answer)) != null) {
      throw new IllegalArgumentException(route + " stands twice");
    }
    return this;
  }

  /** What is said of a route; of HEAD the same as of GET, whose answer it is without the body. */
  Optional<Declared> of(@Nullable Endpoint route) {
    return route == null ? Optional.empty() : Optional.ofNullable(declared.get(name(route)));
  }

  /**
   * Holds the routes that there are against those that have a rule.
   *
   * @throws IllegalStateException if one has none
   */
  void requireAll(Collection<Endpoint> routes) {
    List<String> without =
        routes.stream().filter(each -> of(each).isEmpty()).map(Rules::name).sorted().toList();
    if (!without.isEmpty()) {
      throw new IllegalStateException(
          "nobody has said in Rules who may ask for " + String.join(", ", without));
    }
  }

  /** Rules of no route: a name that was misspelt, or a page that is gone. */
  Collection<String> unused(Collection<Endpoint> routes) {
    TreeSet<String> unused = new TreeSet<>(declared.keySet());
    routes.forEach(each -> unused.remove(name(each)));
    return unused;
  }

  private static String name(Endpoint route) {
    String method =
        route.method.equals(HandlerType.HEAD) ? HandlerType.GET.name() : route.method.name();
    for (Language language : Language.values()) {
      String prefix = "/" + language.tag() + "/";
      if (route.path.startsWith(prefix)) {
        return method + " " + LANGUAGE + "/" + route.path.substring(prefix.length());
      }
    }
    return method + " " + route.path;
  }
}
