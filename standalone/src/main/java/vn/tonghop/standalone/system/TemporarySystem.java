package vn.tonghop.standalone.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.standalone.BackboneSettings;

/** A system that replays history on a folder of its own and leaves nothing behind. */
public final class TemporarySystem implements AutoCloseable {

  private final Path folder;
  private final EvaluationSystem system;
  private final Thread atExit = new Thread(this::closeNow, "close-temporary-system");
  private boolean closed;

  private TemporarySystem(Path folder, EvaluationSystem system) {
    this.folder = folder;
    this.system = system;
  }

  /** Starts one; Ctrl-C closes it too. */
  public static TemporarySystem start(
      String purpose, Regime regime, ReferenceRows reference, Set<String> units)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("tonghop-" + purpose + "-");
    try {
      EvaluationSystem system =
          EvaluationSystem.start(
              new SystemSettings(
                  folder, BackboneSettings.in(folder).forReplay(), regime, reference, units, true));
      TemporarySystem temporary = new TemporarySystem(folder, system);
      Runtime.getRuntime().addShutdownHook(temporary.atExit);
      return temporary;
    } catch (RuntimeException | InterruptedException e) {
      delete(folder);
      throw e;
    }
  }

  public EvaluationSystem system() {
    return system;
  }

  @Override
  public void close() {
    closeNow();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook found nothing left to close.
      return;
    }
  }

  private synchronized void closeNow() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      system.close();
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
  }
}
