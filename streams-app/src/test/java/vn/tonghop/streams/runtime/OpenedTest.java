package vn.tonghop.streams.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.streams.config.RollUpSettings;

/** What was opened is closed, whatever fails meanwhile. */
class OpenedTest {

  /** A client is told to end and does so when it comes to it. */
  private static final long PATIENCE_MS = 60_000;

  private final List<String> closed = new ArrayList<>();

  @Test
  void whatWasOpenedLastIsClosedFirstAndEachOnce() {
    Opened opened = new Opened();
    assertEquals("a", opened.add("a", closed::add));
    opened.add("b", closed::add);
    opened.close();
    opened.close();
    assertEquals(List.of("b", "a"), closed);
  }

  @Test
  void aFailureKeepsNoneOfTheOthersOpenAndIsTold() {
    IllegalStateException failure = new IllegalStateException("no");
    Opened opened = new Opened();
    opened.add("a", closed::add);
    opened.add(
        "b",
        it -> {
          throw failure;
        });
    assertSame(failure, assertThrows(IllegalStateException.class, opened::close));
    assertEquals(List.of("a"), closed);
  }

  @Test
  void whatFailedFirstIsToldThoughTheClosingFailsToo() {
    IllegalStateException first = new IllegalStateException("first");
    IllegalStateException second = new IllegalStateException("second");
    Opened opened = new Opened();
    opened.add("a", closed::add);
    opened.add(
        "b",
        it -> {
          throw second;
        });
    opened.closeAfter(first);
    assertEquals(List.of(second), List.of(first.getSuppressed()));
    assertEquals(List.of("a"), closed);
  }

  @Test
  void aRollUpThatCannotBeMadeLeavesNoThreadBehind(@TempDir Path folder)
      throws InterruptedException {
    Set<Thread> before = clients();
    RollUpSettings settings =
        RollUpSettings.of(
            Map.of(
                "bootstrap.servers", "127.0.0.1:1",
                "state.dir", folder.toString(),
                "value.serializer", "no.such.Serializer"));
    assertThrows(ConfigException.class, () -> RollUpInstance.start(settings));
    Set<Thread> left = clients();
    left.removeAll(before);
    for (Thread thread : left) {
      thread.join(PATIENCE_MS);
    }
    left.removeIf(thread -> !thread.isAlive());
    assertTrue(left.isEmpty(), left.toString());
    assertFalse(Thread.currentThread().isInterrupted());
  }

  private static Set<Thread> clients() {
    Set<Thread> clients = new HashSet<>(Thread.getAllStackTraces().keySet());
    clients.removeIf(thread -> !thread.isAlive() || !thread.getName().contains("admin"));
    return clients;
  }
}
