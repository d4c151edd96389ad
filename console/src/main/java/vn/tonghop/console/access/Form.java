package vn.tonghop.console.access;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What a form holds.
 *
 * @param fields of a name that comes twice, the first
 */
record Form(Map<String, String> fields) {

  static final Form EMPTY = new Form(Map.of());

  Form {
    fields = Map.copyOf(fields);
  }

  /**
   * Of what a browser sends ({@code application/x-www-form-urlencoded} in UTF-8).
   *
   * @throws IllegalArgumentException if no browser sends that
   */
  static Form of(byte[] sent) {
    Map<String, String> fields = new HashMap<>();
    for (String field : new String(sent, StandardCharsets.UTF_8).split("&", -1)) {
      String[] pair = field.split("=", 2);
      fields.putIfAbsent(decoded(pair[0]), pair.length < 2 ? "" : decoded(pair[1]));
    }
    return new Form(fields);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Empty if there is no such field. */
  String field(String name) {
    return fields.getOrDefault(name, "");
  }
}
