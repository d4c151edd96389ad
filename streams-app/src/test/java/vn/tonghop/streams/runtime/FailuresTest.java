package vn.tonghop.streams.runtime;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.junit.jupiter.api.Test;

/** A bad world is tried again, a bug ends the process. */
class FailuresTest {

  private static final int BUDGET = 10;

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Throwable away = new StreamsException(new TimeoutException("away"));
  private final Failures failures = new Failures(() -> now);

  @Test
  void aBrokerThatIsAwayIsTriedAgain() {
    assertEquals(REPLACE_THREAD, failures.handle(away));
    assertNull(failures.fatal());
  }

  @Test
  void stateThatIsCorruptIsRestored() {
    assertEquals(REPLACE_THREAD, failures.handle(new TaskCorruptedException(Set.of())));
  }

  @Test
  void aTopicThatSomebodyDeletedIsNoBug() {
    assertEquals(
        REPLACE_THREAD, failures.handle(new MissingSourceTopicException("tonghop.reports.22")));
  }

  @Test
  void whatEndsItIsExplainedWithAllItsCauses() {
    assertNull(failures.explanation());
    failures.handle(new StreamsException("at some record", new IllegalStateException("bug")));
    String line = String.valueOf(failures.explanation());
    assertTrue(line.contains("at some record"), line);
    assertTrue(line.endsWith("; java.lang.IllegalStateException: bug"), line);
  }

  @Test
  void aBugEndsTheProcessWithItsCause() {
    Throwable bug = new StreamsException(new IllegalStateException("bug"));
    assertEquals(SHUTDOWN_CLIENT, failures.handle(bug));
    assertSame(bug, failures.fatal());
  }

  @Test
  void aRecordThatCannotBeWrittenIsABug() {
    assertEquals(SHUTDOWN_CLIENT, failures.handle(new SerializationException("does not fit")));
  }

  @Test
  void whatIsNotAllowedIsNotTriedAgain() {
    assertEquals(
        SHUTDOWN_CLIENT,
        failures.handle(new StreamsException(new TopicAuthorizationException("no"))));
  }

  @Test
  void aWorldThatStaysBadEndsTheProcess() {
    for (int i = 0; i < BUDGET; i++) {
      assertEquals(REPLACE_THREAD, failures.handle(away), "try " + i);
    }
    assertEquals(SHUTDOWN_CLIENT, failures.handle(away));
    assertSame(away, failures.fatal());
  }

  @Test
  void whatWentWrongLongAgoIsForgotten() {
    for (int i = 0; i < 10 * BUDGET; i++) {
      assertEquals(REPLACE_THREAD, failures.handle(away), "try " + i);
      now = now.plus(Duration.ofMinutes(1)).plusMillis(1);
    }
  }
}
