package vn.tonghop.bench.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AwaitedTest {

  private static final long MILLI = 1_000_000;

  private final Latencies latencies = new Latencies(100 * MILLI);
  private final Awaited awaited = new Awaited(latencies);

  @Test
  void aRowOfTheRecordItselfShowsTheReport() {
    awaited.sent(new Coordinates("40", "P", 7), 100 * MILLI);
    awaited.seen(new Coordinates("40", "P", 7), 130 * MILLI);
    assertEquals(0, awaited.open());
    assertEquals(30, latencies.max(), 0.1);
  }

  @Test
  void aRowOfALaterRecordShowsAllBeforeItAndNoneAfter() {
    awaited.sent(new Coordinates("40", "P", 7), 100 * MILLI);
    awaited.sent(new Coordinates("40", "P", 9), 110 * MILLI);
    awaited.sent(new Coordinates("40", "P", 12), 120 * MILLI);
    awaited.seen(new Coordinates("40", "P", 11), 150 * MILLI);
    assertEquals(1, awaited.open());
    assertEquals(2, latencies.count());
    assertEquals(50, latencies.max(), 0.1);
  }

  @Test
  void anEarlierRecordAnotherUnitAndAnotherProgrammeShowNothing() {
    awaited.sent(new Coordinates("40", "P", 7), 100 * MILLI);
    awaited.seen(new Coordinates("40", "P", 6), 130 * MILLI);
    awaited.seen(new Coordinates("48", "P", 7), 130 * MILLI);
    awaited.seen(new Coordinates("40", "Q", 7), 130 * MILLI);
    assertEquals(1, awaited.open());
    assertEquals(0, latencies.count());
  }

  @Test
  void reportsOfTheWarmUpAreAwaitedAndDoNotCount() {
    awaited.sent(new Coordinates("40", "P", 7), 99 * MILLI);
    awaited.seen(new Coordinates("40", "P", 7), 500 * MILLI);
    assertEquals(0, awaited.open());
    assertEquals(0, latencies.count());
  }

  @Test
  void whatNoTableShowsIsWaitedForInVain() throws InterruptedException {
    awaited.sent(new Coordinates("40", "P", 7), 100 * MILLI);
    assertFalse(awaited.awaitAll(1));
    awaited.seen(new Coordinates("40", "P", 7), 130 * MILLI);
    assertTrue(awaited.awaitAll(1));
  }
}
