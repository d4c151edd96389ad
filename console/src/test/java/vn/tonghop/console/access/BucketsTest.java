package vn.tonghop.console.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.tonghop.console.access.Buckets.Rate;

class BucketsTest {

  private final TestClock clock = new TestClock();
  private final Buckets buckets = new Buckets(clock, new Rate(3, Duration.ofSeconds(10)));

  @Test
  void soManyAtOnceAndThenOneEverySoOften() {
    for (int i = 0; i < 3; i++) {
      assertEquals(Duration.ZERO, buckets.take("a"));
    }
    assertEquals(Duration.ofSeconds(10), buckets.take("a"));
    clock.pass(Duration.ofSeconds(4));
    assertEquals(Duration.ofSeconds(6), buckets.take("a"));
    clock.pass(Duration.ofSeconds(6));
    assertEquals(Duration.ZERO, buckets.take("a"));
    assertEquals(Duration.ofSeconds(10), buckets.take("a"));
  }

  @Test
  void whoIsRefusedLosesNothingByAskingAgain() {
    for (int i = 0; i < 100; i++) {
      buckets.take("a");
    }
    clock.pass(Duration.ofSeconds(10));
    assertEquals(Duration.ZERO, buckets.take("a"));
  }

  @Test
  void aRestGivesBackNoMoreThanThereWas() {
    buckets.take("a");
    clock.pass(Duration.ofDays(1));
    for (int i = 0; i < 3; i++) {
      assertEquals(Duration.ZERO, buckets.take("a"));
    }
    assertEquals(Duration.ofSeconds(10), buckets.take("a"));
  }

  @Test
  void whatIsGivenBackCanBeTakenAgain() {
    for (int i = 0; i < 50; i++) {
      assertEquals(Duration.ZERO, buckets.take("a"));
      buckets.giveBack("a");
    }
  }

  @Test
  void oneKeyTakesNothingFromAnother() {
    for (int i = 0; i < 4; i++) {
      buckets.take("a");
    }
    assertEquals(Duration.ZERO, buckets.take("b"));
  }

  @Test
  void everNewNamesTakeNoMoreMemory() {
    for (int i = 0; i < 3 * Buckets.MOST; i++) {
      buckets.take("name-" + i);
    }
    assertEquals(Buckets.MOST, buckets.size());
  }
}
