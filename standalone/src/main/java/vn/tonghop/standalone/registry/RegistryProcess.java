package vn.tonghop.standalone.registry;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.Distribution;
import vn.tonghop.standalone.process.ChildJvm;
import vn.tonghop.standalone.process.FolderLock;
import vn.tonghop.standalone.process.FolderTrouble;
import vn.tonghop.standalone.process.LocalPort;
import vn.tonghop.standalone.process.StartException;

/**
 * A real schema registry (Apicurio) without anything installed: a child process that keeps its
 * schemas in a folder and ends with this one. A schema it acknowledged survives kill -9.
 */
public final class RegistryProcess implements AutoCloseable {
  private static final String CONFLUENT = "/apis/ccompat/v7";
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  /** It may have its classes to write down before. */
  private static final Duration LAST_ONE_ENDS = Duration.ofSeconds(70);

  /** From its own log, so that another registry on a port that was free is never taken for it. */
  private static final Pattern LISTENING = Pattern.compile("Listening on: (http://[^\\s]+:\\d+)");

  /** How H2 says that its file is not what it wrote. */
  private static final Pattern DAMAGED =
      Pattern.compile("file is corrupted|File corrupted|MVStoreException|90030");

  /** How a JVM says that it cannot go on, as on an archive of classes that was cut off. */
  private static final String BROKEN = "A fatal error has been detected by the Java Runtime";

  /** The JVM itself ended, whatever it ran. */
  private static final class Broken extends StartException {
    private static final long serialVersionUID = 1L;

    Broken(Path log) {
      super(
          new Text(
              "máy ảo Java của kho lược đồ bị hỏng giữa chừng: hãy xem %s rồi chạy lại."
                  .formatted(log),
              "the registry's JVM broke off: see %s, and start again.".formatted(log)));
    }
  }

  private final Path folder;
  private final FolderLock lock;
  private final ClassArchive classes;
  private final ChildJvm child;
  private final URI url;

  private RegistryProcess(
      Path folder, FolderLock lock, ClassArchive classes, ChildJvm child, URI url) {
    this.folder = folder;
    this.lock = lock;
    this.classes = classes;
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
      LocalPort.requireFree(settings.host(), settings.port(), "--registry-port");
    }
    FolderLock lock = FolderLock.on(settings.folder());
    try {
      DatabaseFile.in(settings.folder()).awaitLetGo(LAST_ONE_ENDS);
      Path runner = RegistryCommand.runner(distribution.registry());
      Path parentWatch = distribution.parentWatch();
      ClassArchive classes = ClassArchive.of(runner, parentWatch, settings.folder());
      List<String> command = RegistryCommand.of(settings, runner, parentWatch);
      try {
        return started(settings, command, lock, classes);
      } catch (Broken e) {
        if (!classes.discard()) {
          throw e;
        }
        return started(
            settings, command, lock, ClassArchive.of(runner, parentWatch, settings.folder()));
      }
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  private static RegistryProcess started(
      RegistrySettings settings, List<String> command, FolderLock lock, ClassArchive classes) {
    classes.clear();
    List<String> arguments = new ArrayList<>(classes.options());
    arguments.addAll(command);
    ChildJvm child = ChildJvm.start(arguments, settings.folder().resolve("registry.log"));
    try {
      URI url = awaitAddress(child, settings);
      if (settings.readOnly()) {
        ConfluentProtocol.awaitFullTransitive(url, settings.patience());
      } else {
        ConfluentProtocol.requireFullTransitive(url, settings.patience());
      }
      return new RegistryProcess(settings.folder(), lock, classes, child, url);
    } catch (RuntimeException | Error e) {
      child.close();
      throw e;
    }
  }

  private static URI awaitAddress(ChildJvm child, RegistrySettings settings) {
    Duration patience = settings.patience();
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      boolean ended = child.endsWithin(LOOK_EVERY);
      Matcher listening = LISTENING.matcher(child.output());
      if (ended) {
        throw ended(child, settings.folder());
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

  /** Throws StartException, with the end of its log, when it has ended by itself. */
  public void requireAlive() {
    if (child.hasEnded()) {
      throw ended(child, folder);
    }
  }

  private static StartException ended(ChildJvm child, Path folder) {
    String said = child.output();
    if (said.contains("No space left on device")) {
      return FolderTrouble.full(folder, null);
    }
    if (DAMAGED.matcher(said).find()) {
      return FolderTrouble.damaged(folder.resolve("registry.mv.db"), cause(said), null);
    }
    Path log = folder.resolve("registry.log");
    if (said.contains(BROKEN)) {
      return new Broken(log);
    }
    return new StartException(
        new Text(
            "kho lược đồ đã tự dừng: hãy xem %s rồi chạy lại. %s".formatted(log, cause(said)),
            "the registry ended by itself: see %s, and start again. %s"
                .formatted(log, cause(said))));
  }

  /** The last line that names a cause. */
  private static String cause(String said) {
    return said.lines()
        .filter(line -> line.startsWith("Caused by: "))
        .reduce((first, second) -> second)
        .orElse("");
  }

  public long pid() {
    return child.pid();
  }

  @Override
  public void close() {
    try {
      // One that somebody killed may have been at half of it.
      if (child.end(classes.patience()) && !child.wasKilled()) {
        classes.keep();
      }
    } finally {
      lock.close();
    }
  }
}
