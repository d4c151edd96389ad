package vn.tonghop.streams.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody waits long for what does not answer, and what answers is not asked again and again. */
@Timeout(60)
class ProbeTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration NEVER_OLD = Duration.ofHours(1);
  private static final Duration AT_ONCE = Duration.ofNanos(-1);

  @Test
  void anAnswerIsBelievedForAWhile() {
    AtomicInteger asked = new AtomicInteger();
    try (Probe probe = probe(asked::incrementAndGet, NEVER_OLD, LONG)) {
      assertTrue(probe.isUp());
      assertEquals(0, asked.get());
    }
    try (Probe probe = probe(asked::incrementAndGet, AT_ONCE, LONG)) {
      assertTrue(probe.isUp());
      assertTrue(probe.isUp());
      assertEquals(2, asked.get());
    }
  }

  @Test
  void aFailureIsToldByItsCauseUntilAnAnswerComes() {
    AtomicInteger asked = new AtomicInteger();
    Callable<Object> question =
        () -> {
          if (asked.incrementAndGet() == 1) {
            throw new ExecutionException(new IllegalStateException("refused"));
          }
          return "here";
        };
    try (Probe probe = probe(question, AT_ONCE, LONG)) {
      assertEquals("java.lang.IllegalStateException: refused", probe.trouble());
      assertNull(probe.trouble());
    }
  }

  @Test
  void whileThereIsNoAnswerTheLastOneStands() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    Callable<Object> question =
        () -> {
          answer.await();
          answered.countDown();
          throw new IllegalStateException("gone");
        };
    try (Probe probe = probe(question, AT_ONCE, Duration.ofMillis(10))) {
      assertTrue(probe.isUp());
      assertTrue(probe.isUp());
      answer.countDown();
      answered.await();
      while (probe.isUp()) {
        Thread.onSpinWait();
      }
      assertFalse(probe.isUp());
    }
  }

  private static Probe probe(Callable<?> question, Duration believed, Duration patience) {
    return new Probe("test", question, believed, patience);
  }
}
