package vn.tonghop.standalone.registry;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.process.FolderTrouble;
import vn.tonghop.standalone.process.StartException;

/**
 * The registry's file, which H2 locks for as long as it uses it. The registry of a process that was
 * killed a moment ago may still be about to end.
 */
record DatabaseFile(Path path) {
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  static DatabaseFile in(Path folder) {
    return new DatabaseFile(folder.resolve("registry.mv.db"));
  }

  /** Returns when no process has it. Throws StartException when one keeps it all that time. */
  void awaitLetGo(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (Files.exists(path) && isHeld()) {
        if (System.nanoTime() > deadline) {
          throw new StartException(
              new Text(
                  "tệp %s đang bị một tiến trình khác dùng: hãy dừng tiến trình đó".formatted(path),
                  "the file %s is in use by another process: end that one".formatted(path)));
        }
        LockSupport.parkNanos(LOOK_EVERY.toNanos());
      }
    } catch (IOException e) {
      throw FolderTrouble.unusable(path, e);
    }
  }

  private boolean isHeld() throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException byThisProcess) {
      return true;
    }
  }
}
