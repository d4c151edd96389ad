package vn.tonghop.standalone.registry;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tonghop.standalone.Distribution;
import vn.tonghop.standalone.process.ChildJvm;
import vn.tonghop.standalone.process.FolderLock;
import vn.tonghop.standalone.process.LocalPort;
import vn.tonghop.standalone.process.StartException;

/**
 * A real schema registry (Apicurio) without anything installed: a child process that keeps its
 * schemas in a folder and ends with this one. A schema it acknowledged survives kill -9.
 */
public final class RegistryProcess implements AutoCloseable {
  private static final String CONFLUENT = "/apis/ccompat/v7";
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  /** From its own log, so that another registry on a port that was free is never taken for it. */
  private static final Pattern LISTENING = Pattern.compile("Listening on: (http://[^\\s]+:\\d+)");

  private final FolderLock lock;
  private final ChildJvm child;
  private final URI url;

  private RegistryProcess(FolderLock lock, ChildJvm child, URI url) {
    this.lock = lock;
    this.child = child;
    this.url = url;
  }

  /**
   * Returns when it answers, after some 2 to 4 s.
   *
   * @throws StartException when the port or the folder is in use, or it does not answer in time;
   *     the message holds the end of its log
   */
  public static RegistryProcess start(RegistrySettings settings) {
    Distribution distribution = Distribution.find();
    if (settings.port() != 0) {
      LocalPort.requireFree(settings.host(), settings.port());
    }
    FolderLock lock = FolderLock.on(settings.folder());
    try {
      ChildJvm child = launch(settings, distribution);
      try {
        URI url = awaitAddress(child, settings.patience());
        ConfluentProtocol.requireFullTransitive(url, settings.patience());
        return new RegistryProcess(lock, child, url);
      } catch (RuntimeException | Error e) {
        child.close();
        throw e;
      }
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  private static ChildJvm launch(RegistrySettings settings, Distribution distribution) {
    Path runner = RegistryCommand.runner(distribution.registry());
    Path log = settings.folder().resolve("registry.log");
    return ChildJvm.start(RegistryCommand.of(settings, runner), distribution.parentWatch(), log);
  }

  private static URI awaitAddress(ChildJvm child, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      boolean ended = child.endsWithin(LOOK_EVERY);
      Matcher listening = LISTENING.matcher(child.output());
      if (ended) {
        throw new StartException("the registry ended by itself:\n" + child.tail());
      }
      if (listening.find()) {
        return URI.create(listening.group(1) + CONFLUENT);
      }
    }
    throw new StartException(
        "the registry did not answer within " + patience.toSeconds() + " s:\n" + child.tail());
  }

  /** {@code http://HOST:PORT/apis/ccompat/v7}: Confluent's protocol, as all clients speak it. */
  public String url() {
    return url.toString();
  }

  public long pid() {
    return child.pid();
  }

  @Override
  public void close() {
    child.close();
    lock.close();
  }
}
