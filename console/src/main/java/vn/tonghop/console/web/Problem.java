package vn.tonghop.console.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;

/**
 * Why a request has no answer, as programs read it, in both languages: RFC 9457 with {@code vi} and
 * {@code en}.
 */
public record Problem(int status, String vi, String en) {

  static final String MEDIA_TYPE = "application/problem+json";

  private static final String API = "/api/";

  /** Whether a program asks at that address, and not somebody who follows a link in a browser. */
  public static boolean isFor(Context request) {
    return request.path().startsWith(API) && !isNavigation(request);
  }

  /** Whether a browser asks, to show the answer as a page. */
  public static boolean isNavigation(Context request) {
    return "navigate".equals(request.header("Sec-Fetch-Mode"));
  }

  /** Answers with it. */
  public void answer(Context request) {
    request
        .status(status)
        .contentType(MEDIA_TYPE)
        .result(
            JsonNodeFactory.instance
                .objectNode()
                .put("status", status)
                .put("title", en)
                .put("vi", vi)
                .put("en", en)
                .toString()
                .getBytes(StandardCharsets.UTF_8));
  }
}
