package vn.tonghop.standalone.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.standalone.BackboneSettings;

/** A system that replays history on a folder of its own and leaves nothing behind. */
public final class TemporarySystem implements AutoCloseable {

  /** Files may still be made while the process is asked to end in the midst of a start. */
  private static final int DELETE_TRIES = 5;

  private final Path folder;
  private final Thread atExit = new Thread(this::closeNow, "close-temporary-system");
  private @Nullable EvaluationSystem system;
  private boolean closed;

  private TemporarySystem(Path folder) {
    this.folder = folder;
  }

  /** Starts one; Ctrl-C closes it too, also while it starts. */
  public static TemporarySystem start(
      String purpose, Regime regime, ReferenceRows reference, Set<String> units)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("tonghop-" + purpose + "-");
    TemporarySystem temporary = new TemporarySystem(folder);
    Runtime.getRuntime().addShutdownHook(temporary.atExit);
    try {
      temporary.started(
          EvaluationSystem.start(
              new SystemSettings(
                  folder,
                  BackboneSettings.in(folder).forReplay(),
                  regime,
                  reference,
                  units,
                  true,
                  null)));
      return temporary;
    } catch (RuntimeException | InterruptedException e) {
      temporary.close();
      throw e;
    }
  }

  /** The system, until this is closed. */
  public synchronized EvaluationSystem system() {
    return Objects.requireNonNull(system);
  }

  /** For what need not be in the heap; deleted at the end. */
  public Path folder() {
    return folder;
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

  private synchronized void started(EvaluationSystem started) {
    if (closed) {
      started.close();
      delete();
    }
    system = started;
  }

  private synchronized void closeNow() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (system != null) {
        system.close();
      }
    } finally {
      delete();
    }
  }

  private void delete() {
    for (int left = DELETE_TRIES; Files.exists(folder); left--) {
      try (Stream<Path> all = Files.walk(folder)) {
        List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        for (Path each : deepestFirst) {
          Files.deleteIfExists(each);
        }
      } catch (IOException | UncheckedIOException e) {
        if (left == 0) {
          throw new IllegalStateException("cannot delete " + folder, e);
        }
      }
    }
  }
}
