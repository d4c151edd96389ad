package vn.tonghop.monitor.lag;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final Duration STEP = Duration.ofSeconds(5);
  private static final Instant LONG_AGO = Instant.parse("2024-03-01T00:00:00Z");

  private final Turns turns = new Turns(Limits.DEFAULT);
  private final Topic first = new Topic("40");
  private final Topic second = new Topic("70");
  private Instant now = LONG_AGO.plus(Duration.ofHours(1));
  private int members = 2;
  private List<Seen.At> seen = List.of();

  /** A unit's topic, all of whose records are old. */
  private final class Topic {

    private final Place place;
    private final Window window = new Window(Limits.DEFAULT);
    private long end;
    private long committed;

    Topic(String unit) {
      place = new Place("roll-up", Stage.INTAKE, new TopicPartition("tonghop.reports." + unit, 0));
    }

    Seen.At look() {
      Waiting waiting = committed < end ? Waiting.since(LONG_AGO) : Waiting.NOTHING;
      Look look = new Look(now, end, end, committed, members, waiting, null);
      window.add(look);
      return new Seen.At(place, look, window.judge(now));
    }
  }

  private void pass(Duration time) {
    for (Instant until = now.plus(time); now.isBefore(until); ) {
      now = now.plus(STEP);
      seen = turns.judged(List.of(first.look(), second.look()), now);
    }
  }

  private Lag of(Topic topic) {
    return seen.stream()
        .filter(each -> each.place().equals(topic.place))
        .findAny()
        .orElseThrow()
        .lag();
  }

  @Test
  void whoWaitsForATurnIsLaggingAndTheTimeIsThatOfAll() {
    first.end = 6_000;
    second.end = 6_000;
    List<Duration> told = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      first.committed += 500;
      pass(STEP);
      assertEquals(Verdict.LAGGING, of(second).verdict(), () -> seen.toString());
      told.add(of(second).toCatchUp());
    }
    assertEquals(0.0, of(second).velocity());
    assertEquals(Duration.ofSeconds(60), told.get(11));
    assertEquals(Duration.ofSeconds(65), told.get(10));
    assertEquals(Duration.ZERO, of(first).toCatchUp());
    for (int i = 0; i < 12; i++) {
      second.committed += 500;
      pass(STEP);
    }
    assertEquals(Verdict.OK, of(second).verdict());
  }

  @Test
  void aGroupThatHasBecomeFasterIsTakenAtItsNewPaceAfterFifteenSeconds() {
    first.end = 100_000;
    for (int i = 0; i < 12; i++) {
      first.committed += 100;
      pass(STEP);
    }
    for (int i = 0; i < 3; i++) {
      first.committed += 5_000;
      pass(STEP);
    }
    assertEquals(Duration.ofMillis(100_000 - 16_200), of(first).toCatchUp());
  }

  @Test
  void whoIsLateAloneAndNeverComesToItsTurnHasStalled() {
    first.end = 10;
    second.end = 10;
    for (int i = 0; i < 12; i++) {
      first.committed = first.end;
      pass(STEP);
      first.end += 10;
    }
    assertEquals(Verdict.STALLED, of(second).verdict());
  }

  @Test
  void whereNothingIsCommittedAllHaveStalled() {
    first.end = 10;
    second.end = 10;
    pass(Duration.ofSeconds(40));
    assertTrue(seen.stream().allMatch(each -> each.lag().verdict() == Verdict.STALLED));
    assertTrue(seen.stream().allMatch(each -> each.lag().toCatchUp() == null));
  }

  @Test
  void whatWasBeforeTheGroupWentIsForgotten() {
    first.end = 6_000;
    first.committed = 1_000;
    pass(STEP);
    first.committed = 2_000;
    pass(STEP);
    assertEquals(Duration.ofSeconds(20), of(first).toCatchUp());
    members = 0;
    pass(STEP);
    assertEquals(Verdict.STOPPED, of(first).verdict());
    assertNull(of(first).toCatchUp());
    members = 2;
    pass(STEP);
    assertNull(of(first).toCatchUp());
    first.committed = 2_100;
    pass(STEP);
    assertEquals(Duration.ofSeconds(195), requireNonNull(of(first).toCatchUp()));
  }
}
