package vn.tonghop.monitor.lag;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LagTest {

  private static final Duration STEP = Story.LOOK_EVERY;
  private static final Duration MONTH = Duration.ofDays(30);

  private final Story story = new Story(Limits.DEFAULT);

  @Test
  void aSilentProvinceStaysOkForAMonthAndSoDoesItsOneReport() {
    story.append(1).commit(1).look();
    for (int hour = 0; hour < MONTH.toHours(); hour++) {
      story.pass(Duration.ofHours(1));
      assertEquals(
          new Lag(Verdict.OK, 0, Duration.ZERO, 0.0, Duration.ZERO, null), story.lag(), "" + hour);
    }
    // Not a commit for a month, and now a record waits: it has just come.
    story.append(1).look();
    assertEquals(Verdict.OK, story.lag().verdict());
    assertEquals(1, story.lag().records());
    story.pass(STEP).commit(1).pass(STEP);
    assertEquals(Verdict.OK, story.lag().verdict());
    assertEquals(0, story.lag().records());
  }

  @Test
  void anApplicationThatIsGoneIsStoppedWithTheAgeOfWhatWaits() {
    story.append(10).commit(10).pass(Duration.ofMinutes(1)).members(0).append(1);
    for (int minute = 1; minute <= 10; minute++) {
      story.pass(Duration.ofMinutes(1)).append(60);
      Lag lag = story.lag();
      assertEquals(Verdict.STOPPED, lag.verdict());
      assertEquals(Duration.ofMinutes(minute), lag.age());
    }
    story.look();
    assertEquals(601, story.lag().records());
    assertTrue(requireNonNull(story.lag().velocity()) > 0);
    assertNull(story.lag().toCatchUp());
  }

  @Test
  void anApplicationThatIsGoneLeavesATopicOkInWhichNothingWaits() {
    story.append(10).commit(10).pass(STEP).members(0).pass(MONTH.dividedBy(30));
    assertEquals(Verdict.OK, story.lag().verdict());
  }

  @Test
  void onceStartedAgainItIsLaggingWithATimeToCatchUpThatComesTrue() {
    story.append(10).commit(10).pass(STEP).members(0).append(10_000).pass(Duration.ofMinutes(10));
    story.members(2).pass(Duration.ofSeconds(15));
    assertEquals(Verdict.LAGGING, story.lag().verdict(), "it restores its state");
    assertNull(story.lag().toCatchUp());
    for (int i = 0; i < 12; i++) {
      story.append(100).commit(500).pass(STEP);
    }
    Lag lag = story.lag();
    assertEquals(Verdict.LAGGING, lag.verdict());
    assertEquals(10_000 - 12 * 400, lag.records());
    assertEquals(-80, requireNonNull(lag.velocity()), 0.01);
    Duration told = requireNonNull(lag.toCatchUp());
    Duration taken = Duration.ZERO;
    while (story.lag().records() > 0) {
      story.append(100).commit(500).pass(STEP);
      taken = taken.plus(STEP);
    }
    assertEquals((double) told.toSeconds(), (double) taken.toSeconds(), 0.1 * taken.toSeconds());
    assertEquals(Verdict.OK, story.lag().verdict());
  }

  @Test
  void whatItTookToBeginIsNotInTheVelocity() {
    story.append(10).commit(10).pass(STEP).members(0).append(10_000).pass(Duration.ofMinutes(10));
    story.members(2).pass(Duration.ofSeconds(20));
    story.commit(1_000).pass(STEP).commit(1_000).pass(STEP);
    assertEquals(-200.0, story.lag().velocity());
    assertEquals(Duration.ofSeconds(40), story.lag().toCatchUp());
  }

  @Test
  void committingWhileTheLagDoesNotShrinkIsLagging() {
    story.append(5_000).pass(Duration.ofMinutes(5));
    for (int i = 0; i < 100; i++) {
      story.append(50).commit(50).pass(STEP);
      if (i > 12) {
        assertEquals(Verdict.LAGGING, story.lag().verdict());
        assertEquals(0.0, story.lag().velocity());
        assertNull(story.lag().toCatchUp());
      }
    }
  }

  @Test
  void membersThatCommitNothingWhileRecordsWaitHaveStalled() {
    story.append(100).commit(50).pass(Duration.ofSeconds(5));
    story.pass(Duration.ofSeconds(20));
    assertEquals(Verdict.LAGGING, story.lag().verdict());
    story.pass(Duration.ofSeconds(10));
    assertEquals(Verdict.STALLED, story.lag().verdict());
    story.pass(MONTH.dividedBy(30));
    assertEquals(Verdict.STALLED, story.lag().verdict());
    assertEquals(Duration.ofDays(1).plusSeconds(35), story.lag().age());
    story.commit(1).pass(STEP);
    assertEquals(Verdict.LAGGING, story.lag().verdict());
  }

  @Test
  void whoWasGoneIsNotStalledBeforeItHadItsTime() {
    story.append(100).members(0).pass(Duration.ofHours(1)).members(2).pass(STEP);
    assertEquals(Verdict.LAGGING, story.lag().verdict());
    story.pass(Duration.ofSeconds(20));
    assertEquals(Verdict.LAGGING, story.lag().verdict());
    story.pass(Duration.ofSeconds(10));
    assertEquals(Verdict.STALLED, story.lag().verdict());
  }

  @Test
  void aStallIsSeenThoughTheWindowIsNoLongerThanIt() {
    Story tight =
        new Story(
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(28), Duration.ofSeconds(28)));
    tight.append(1).pass(Duration.ofMinutes(2));
    assertEquals(Verdict.STALLED, tight.lag().verdict());
  }

  @Test
  void steadyTrafficThatIsReadAtOnceIsOk() {
    for (int i = 0; i < 50; i++) {
      story.append(200).look();
      assertEquals(Verdict.OK, story.lag().verdict());
      story.commit(200).pass(STEP);
    }
  }

  @Test
  void aSendersOpenTransactionIsNotTheReadersLag() {
    story.append(10).commit(10).pass(STEP).open().append(3);
    story.pass(Duration.ofMinutes(7));
    Lag lag = story.lag();
    assertEquals(Verdict.OK, lag.verdict());
    assertEquals(0, lag.records());
    assertEquals(Duration.ofMinutes(7), lag.open());
    assertNull(new Story(Limits.DEFAULT).append(1).commit(1).look().lag().open());
  }

  @Test
  void marksAndGapsAreNoLag() {
    Window window = new Window(Limits.DEFAULT);
    Look marks = new Look(Instant.EPOCH, 12, 12, 10, 0, Waiting.NOTHING, null);
    window.add(marks);
    assertEquals(0, window.judge(marks.at()).records());
    assertEquals(Verdict.OK, window.judge(marks.at()).verdict());
  }

  @Test
  void withoutTheRightToReadTheAgeIsUnknownAndTheRestIsTold() {
    story.mayNotRead().append(100).look();
    assertNull(story.lag().age());
    assertEquals(Verdict.LAGGING, story.lag().verdict());
    story.commit(100).append(5).pass(STEP);
    assertEquals(Verdict.OK, story.lag().verdict(), "all of the look before was committed");
    story.pass(Duration.ofSeconds(60));
    assertEquals(Verdict.STALLED, story.lag().verdict());
    story.members(0).pass(STEP);
    assertEquals(Verdict.STOPPED, story.lag().verdict());
    Story open = new Story(Limits.DEFAULT).mayNotRead().open().append(1);
    open.pass(Duration.ofSeconds(30));
    assertNotNull(open.lag().open());
  }

  @Test
  void aSingleLookHasNoVelocity() {
    story.append(10).look();
    assertNull(story.lag().velocity());
    assertNull(story.lag().toCatchUp());
  }

  @Test
  void aBrokerWhoseClockIsAheadMakesNoNegativeAge() {
    Instant now = Instant.EPOCH;
    Look look = new Look(now, 1, 1, 0, 1, Waiting.since(now.plusSeconds(3)), null);
    assertEquals(Duration.ZERO, Lag.of(List.of(look), now, Limits.DEFAULT).age());
  }

  @Test
  void troubleIsWhatSomebodyMustActUpon() {
    assertTrue(Verdict.STALLED.isTrouble() && Verdict.STOPPED.isTrouble());
    assertTrue(!Verdict.LAGGING.isTrouble() && !Verdict.OK.isTrouble());
    assertThrows(
        IllegalArgumentException.class,
        () -> new Limits(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(1)));
  }
}
