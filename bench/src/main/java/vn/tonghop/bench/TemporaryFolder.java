package vn.tonghop.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Utils;

/**
 * Gigabytes of topics must not stay behind when a measurement is ended with Ctrl-C or SIGTERM: then
 * the processes that write here are killed, and the folder goes too.
 */
final class TemporaryFolder implements AutoCloseable {

  private final Path path;
  private final Thread atEnd = new Thread(this::killAndDelete, "delete-temporary-folder");

  private TemporaryFolder(Path path) {
    this.path = path;
  }

  static TemporaryFolder create(String prefix) throws IOException {
    TemporaryFolder folder = new TemporaryFolder(Files.createTempDirectory(prefix));
    Runtime.getRuntime().addShutdownHook(folder.atEnd);
    return folder;
  }

  Path path() {
    return path;
  }

  private void killAndDelete() {
    CompletableFuture<?>[] ends =
        ProcessHandle.current()
            .descendants()
            .filter(ProcessHandle::destroyForcibly)
            .map(ProcessHandle::onExit)
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(ends).join();
    try {
      Utils.delete(path.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(path + " stays", e);
    }
  }

  /** Deletes it with all that it holds. */
  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(atEnd);
    } catch (IllegalStateException e) {
      // The JVM is ending: the hook does it, or has done it.
      return;
    }
    Utils.delete(path.toFile());
  }
}
