package vn.tonghop.console.web;

import io.javalin.http.Context;
import vn.tonghop.domain.format.Language;

/** Answers a request for a page in one language. */
@FunctionalInterface
public interface PageHandler {

  void handle(Context request, Language language) throws Exception;
}
