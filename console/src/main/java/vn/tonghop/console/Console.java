package vn.tonghop.console;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.access.Access;
import vn.tonghop.console.access.AccessSettings;
import vn.tonghop.console.api.TableApi;
import vn.tonghop.console.drill.Drill;
import vn.tonghop.console.page.TablePages;
import vn.tonghop.console.picture.Pictures;
import vn.tonghop.console.view.LiveView;
import vn.tonghop.console.web.Extension;
import vn.tonghop.console.web.Site;
import vn.tonghop.console.web.Templates;
import vn.tonghop.console.web.WebServer;

/** The central office's page: a view of the topics, and the server that shows it. */
public final class Console implements AutoCloseable {

  private final LiveView view;
  private final WebServer server;

  private Console(LiveView view, WebServer server) {
    this.view = view;
    this.server = server;
  }

  /**
   * The parts of the page, in the order in which they see a request.
   *
   * @throws IOException if the accounts cannot be read
   * @throws vn.tonghop.console.access.AccessException if its settings would let others in
   */
  public static List<Extension> parts(ConsoleSettings settings, InstantSource clock)
      throws IOException {
    AccessSettings access =
        AccessSettings.of(settings.own(), settings.common().data(), settings.host());
    return List.of(
        Access.open(access, clock), new TableApi(), new TablePages(), new Drill(), new Pictures());
  }

  /**
   * Begins to read and to answer; {@code /readyz} tells when all is read.
   *
   * @throws IOException if the port is taken
   * @throws vn.tonghop.console.access.AccessException if its settings would let others in
   */
  public static Console start(ConsoleSettings settings, InstantSource clock) throws IOException {
    List<Extension> parts = parts(settings, clock);
    LiveView view = LiveView.start(settings.common());
    try {
      Site site = new Site(view, new Templates(), clock, settings.samples());
      return new Console(view, WebServer.start(settings.host(), settings.port(), site, parts));
    } catch (IOException | RuntimeException e) {
      view.close();
      throw e;
    }
  }

  /** {@code http://HOST:PORT}. */
  public String url() {
    return server.url();
  }

  /** What it shows. */
  public LiveView view() {
    return view;
  }

  /** Waits until it is closed, or a bug has ended it; what ended it, or null. */
  public @Nullable Throwable awaitEnd() throws InterruptedException {
    return view.awaitEnd();
  }

  @Override
  public void close() {
    try {
      server.close();
    } finally {
      view.close();
    }
  }
}
