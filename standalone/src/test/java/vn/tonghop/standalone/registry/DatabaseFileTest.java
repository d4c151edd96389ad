package vn.tonghop.standalone.registry;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.standalone.process.StartException;

class DatabaseFileTest {

  private static final Duration MOMENT = Duration.ofMillis(100);

  private final DatabaseFile file;

  DatabaseFileTest(@TempDir Path folder) {
    this.file = DatabaseFile.in(folder);
  }

  @Test
  void aRegistryThatIsAboutToEndIsWaitedFor() throws Exception {
    file.awaitLetGo(MOMENT);
    try (FileChannel channel =
            FileChannel.open(file.path(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      StartException refused = assertThrows(StartException.class, () -> file.awaitLetGo(MOMENT));
      assertTrue(refused.text().orElseThrow().en().contains(file.path() + " is in use"));
      CompletableFuture<Void> waiting =
          CompletableFuture.runAsync(() -> file.awaitLetGo(Duration.ofMinutes(1)));
      held.release();
      waiting.get();
    }
  }
}
