package vn.tonghop.standalone.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The Chromium of this machine. Nothing is downloaded. */
final class Chromium implements AutoCloseable {

  /** Playwright's own patience is half a minute. */
  private static final double LAUNCHED_WITHIN_MS = 180_000;

  private static final String PROGRAM = "chromium";

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts it; where it is not installed, the tests that need it are skipped and say so. */
  static Chromium start() {
    Optional<Path> program = onPath();
    assumeTrue(program.isPresent(), PROGRAM + " is not installed: no page was seen in a browser");
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    try {
      return new Chromium(
          playwright,
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(program.orElseThrow())
                      .setTimeout(LAUNCHED_WITHIN_MS)));
    } catch (PlaywrightException e) {
      playwright.close();
      throw e;
    }
  }

  Browser browser() {
    return browser;
  }

  private static Optional<Path> onPath() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, PROGRAM))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
