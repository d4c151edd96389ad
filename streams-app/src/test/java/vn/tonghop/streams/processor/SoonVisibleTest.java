package vn.tonghop.streams.processor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

/** Two tasks of one thread, and a clock that a commit lets go on. */
final class SoonVisibleTest {

  private static final long NOW_MS = 1_700_000_000_000L;

  private long nanos = Long.MAX_VALUE - 5;
  private final SoonVisible soon = new SoonVisible(() -> nanos);
  private final Task first = new Task();
  private final Task second = new Task();

  private final class Task {
    final MockProcessorContext<Object, Object> context = new MockProcessorContext<>();
    final SoonVisible.OfTask part;

    Task() {
      context.setCurrentSystemTimeMs(NOW_MS);
      part = soon.of(context);
    }

    void processes(long ageMs) {
      part.processed(NOW_MS - ageMs);
    }

    boolean asksForACommit() {
      context.resetCommit();
      context.scheduledPunctuators().get(0).getPunctuator().punctuate(NOW_MS);
      return context.committed();
    }
  }

  private void passMs(long millis) {
    nanos += TimeUnit.MILLISECONDS.toNanos(millis);
  }

  @Test
  void whatHasJustComeIsCommittedAtTheNextLook() {
    first.processes(1_000);

    assertTrue(first.asksForACommit());
  }

  @Test
  void aBacklogIsLeftToTheCommitInterval() {
    first.processes(1_001);

    assertFalse(first.asksForACommit());
  }

  @Test
  void whatIsCommittedIsNotCommittedAgain() {
    first.processes(0);
    first.asksForACommit();
    first.asksForACommit();
    passMs(500);

    assertFalse(first.asksForACommit());
    assertFalse(second.asksForACommit());
  }

  @Test
  void oneCommitIsForAllTasksOfTheThread() {
    first.processes(0);
    second.processes(0);

    assertTrue(first.asksForACommit());
    assertFalse(second.asksForACommit());
  }

  @Test
  void afterASlowCommitItsLengthIsWork() {
    first.processes(0);
    first.asksForACommit();
    passMs(50);
    second.processes(0);
    assertFalse(second.asksForACommit(), "before the end of the commit is known");
    assertFalse(first.asksForACommit(), "at its end");
    passMs(49);
    assertFalse(second.asksForACommit(), "1 ms too early");
    passMs(1);

    assertTrue(second.asksForACommit());
  }

  @Test
  void theLaterItsRecordsComeOnAverageTheLongerAThreadWorksBeforeItCommitsAgain() {
    first.processes(0);
    second.processes(400);
    first.asksForACommit();
    passMs(50);
    first.processes(0);
    assertFalse(first.asksForACommit(), "at its end");
    passMs(149);
    assertFalse(first.asksForACommit(), "1 ms too early");
    passMs(1);

    assertTrue(first.asksForACommit());
  }

  @Test
  void aBacklogBesideWhatHasJustComeCountsAsASecondAndTimesToComeAsNone() {
    first.processes(3_600_000);
    first.processes(-3_600_000);
    first.asksForACommit();
    passMs(10);
    first.processes(0);
    assertFalse(first.asksForACommit(), "at its end");
    passMs(59);
    assertFalse(first.asksForACommit(), "1 ms too early");
    passMs(1);

    assertTrue(first.asksForACommit());
  }

  @Test
  void aTaskThatLeavesTheThreadDoesNotKeepTheOthersFromCommitting() {
    first.processes(0);
    first.asksForACommit();
    first.part.end();
    second.processes(0);

    assertTrue(second.asksForACommit());
  }
}
