package vn.tonghop.console.web;

import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;

/**
 * A part of the page that brings its own routes. Parts are named in one place, {@code
 * vn.tonghop.console.Console}, and are registered in that order: who guards others comes first.
 */
public interface Extension {

  /** Sets what the server does before any route is there: how it listens, what it is told of. */
  default void configure(JavalinConfig config) {}

  /**
   * Registers routes, filters ({@code routes.before}) and exception handlers.
   *
   * @param routes for what is not a page: downloads, the API, forms that are posted
   * @param site what pages need; {@link Site#page} registers a page in both languages
   */
  void register(RoutesConfig routes, Site site);
}
