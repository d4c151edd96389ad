package vn.tonghop.standalone.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.standalone.Await;

/** How {@code up} ends: when asked to, and when a part of it is gone. */
@Tag("built")
class UpEndsTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path data;

  UpEndsTest(@TempDir Path folder) {
    this.data = folder.resolve("data");
  }

  @Test
  void askedInTheMidstOfAStartItEndsCleanly() throws Exception {
    try (UpProcess up = UpProcess.start(data)) {
      Path log = data.resolve("registry").resolve("registry.log");
      Await.until("the registry is being started", PATIENCE, () -> Files.exists(log));
      assertEquals(0, up.end(), up::error);
      assertEquals("", up.output());
    }
  }

  @Test
  void withoutItsRegistryItEndsAndSaysSo() throws Exception {
    try (UpProcess up = UpProcess.start(data)) {
      up.awaitReady();
      up.children().forEach(ProcessHandle::destroyForcibly);
      assertEquals(1, up.awaitExit());
      String said = up.error();
      assertTrue(said.contains("the registry ended by itself: see " + data), said);
      assertTrue(said.contains("kho lược đồ đã tự dừng"), said);
      assertFalse(said.contains("\tat "), said);
    }
    try (UpProcess again = UpProcess.start(data)) {
      again.awaitReady();
      assertEquals(0, again.end(), again::error);
    }
  }
}
