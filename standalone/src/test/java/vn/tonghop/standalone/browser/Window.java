package vn.tonghop.standalone.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A window in which nothing goes wrong unseen: what a page asks of another machine, what its
 * content policy forbids and what its scripts complain of is kept, and told at the end.
 */
final class Window implements AutoCloseable {

  private static final int PATIENCE_MS = 60_000;
  private static final List<String> COMPLAINTS = List.of("error", "warning");

  private final BrowserContext context;
  private final Page page;
  private final String site;
  private final List<String> troubles = new ArrayList<>();

  private Window(Browser browser, String site, Browser.NewContextOptions options) {
    this.site = site;
    this.context = browser.newContext(options.setLocale("vi-VN").setTimezoneId("Asia/Ho_Chi_Minh"));
    context.setDefaultTimeout(PATIENCE_MS);
    context.onRequest(
        request -> {
          if (!request.url().startsWith(site + "/")) {
            troubles.add("asks another machine: " + request.url());
          }
        });
    context.onConsoleMessage(
        message -> {
          if (COMPLAINTS.contains(message.type())) {
            troubles.add(message.type() + ": " + message.text());
          }
        });
    context.onWebError(error -> troubles.add("uncaught: " + error.error()));
    this.page = context.newPage();
  }

  /**
   * Opens one.
   *
   * @param site scheme, host and port of the only machine that may be asked
   */
  static Window open(Browser browser, String site, int width, int height) {
    return new Window(
        browser, site, new Browser.NewContextOptions().setViewportSize(width, height));
  }

  /** The same for a reader who has switched scripts off. */
  static Window withoutScripts(Browser browser, String site, int width, int height) {
    return new Window(
        browser,
        site,
        new Browser.NewContextOptions().setViewportSize(width, height).setJavaScriptEnabled(false));
  }

  Page page() {
    return page;
  }

  /** Goes to a page that must be there. */
  Page go(String path) {
    var answer = Objects.requireNonNull(page.navigate(site + path), path);
    assertEquals(200, answer.status(), path);
    return page;
  }

  Locator all(String selector) {
    return page.locator(selector);
  }

  /** The address without scheme, host and port. */
  String path() {
    return page.url().substring(site.length());
  }

  /** What went wrong so far; forgotten then. */
  List<String> troubles() {
    List<String> told = List.copyOf(troubles);
    troubles.clear();
    return told;
  }

  @Override
  public void close() {
    context.close();
  }
}
