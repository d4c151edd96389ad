package vn.tonghop.console.access;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser keeps between requests: cookies, and the token of the last form. */
final class Browser {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

  final Map<String, String> cookies = new HashMap<>();
  private final TestServer server;

  Browser(TestServer server) {
    this.server = server;
  }

  HttpResponse<String> get(String path) {
    return send(server.request(path).GET());
  }

  HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
    HttpRequest.Builder request =
        server
            .request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(TestServer.form(fields)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    request.header("Accept", "text/html,application/xhtml+xml");
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(each -> each.getKey() + "=" + each.getValue())
              .collect(Collectors.joining("; ")));
    }
    HttpResponse<String> answer = server.send(request);
    for (String line : answer.headers().allValues("Set-Cookie")) {
      String[] pair = line.split(";", 2)[0].split("=", 2);
      if (line.contains("Max-Age=0")) {
        cookies.remove(pair[0]);
      } else {
        cookies.put(pair[0], pair[1]);
      }
    }
    return answer;
  }

  /** What the form of a page must bring back. */
  static String token(HttpResponse<String> page) {
    Matcher matcher = TOKEN.matcher(page.body());
    if (!matcher.find()) {
      throw new AssertionError("no form in: " + page.body());
    }
    return matcher.group(1);
  }

  /** Fills the form in. */
  HttpResponse<String> signIn(String name, String password, String to) {
    String token = token(get("/vi/login"));
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("_csrf", token);
    fields.put("name", name);
    fields.put("password", password);
    fields.put("to", to);
    return post("/login", fields);
  }

  HttpResponse<String> signIn(String name) {
    return signIn(name, TestServer.PASSWORD, "/vi/reader");
  }

  String session() {
    return cookies.getOrDefault("tonghop", "");
  }
}
