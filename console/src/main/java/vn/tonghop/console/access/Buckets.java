package vn.tonghop.console.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import vn.tonghop.schemas.registry.Bounded;

/**
 * So many at once and then one every so often, for each of many keys (the generic cell rate
 * algorithm). Of a key it keeps one instant, and of keys at most {@link #MOST}: whoever comes under
 * ever new names makes it forget those that asked longest ago, and takes no more memory.
 */
final class Buckets {

  static final int MOST = 10_000;

  private final InstantSource clock;
  private final Rate rate;

  /** When each key would have used up nothing again. */
  private final Map<String, Instant> empty = new Bounded<>(MOST);

  Buckets(InstantSource clock, Rate rate) {
    this.clock = clock;
    this.rate = rate;
  }

  /**
   * How often.
   *
   * @param atOnce after a rest
   * @param each after how long there is one more
   */
  record Rate(int atOnce, Duration each) {}

  /** Takes one of that key's; if there is none, says after how long there will be, else zero. */
  synchronized Duration take(String key) {
    Instant now = clock.instant();
    Duration wait = untilNext(key, now);
    if (wait.isZero()) {
      empty.put(key, start(key, now).plus(rate.each()));
    }
    return wait;
  }

  /**
   * Takes one of that key's.
   *
   * @throws Refusal saying when to come again, if there is none
   */
  void require(String key) {
    refuse(take(key));
  }

  /**
   * Takes nothing.
   *
   * @throws Refusal saying when to come again, if that key has none
   */
  synchronized void expect(String key) {
    refuse(untilNext(key, clock.instant()));
  }

  private static void refuse(Duration wait) {
    if (!wait.isZero()) {
      throw Refusal.tooMany(wait);
    }
  }

  private Duration untilNext(String key, Instant now) {
    Instant allowed = start(key, now).minus(rate.each().multipliedBy(rate.atOnce() - 1L));
    return allowed.isAfter(now) ? Duration.between(now, allowed) : Duration.ZERO;
  }

  private Instant start(String key, Instant now) {
    Instant from = empty.getOrDefault(key, now);
    return from.isBefore(now) ? now : from;
  }

  /** Gives one back that was taken for what was not meant to be limited. */
  synchronized void giveBack(String key) {
    empty.computeIfPresent(key, (same, instant) -> instant.minus(rate.each()));
  }

  synchronized int size() {
    return empty.size();
  }
}
