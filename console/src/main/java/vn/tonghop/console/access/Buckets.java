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
    Instant from = empty.getOrDefault(key, now);
    Instant start = from.isBefore(now) ? now : from;
    Instant allowed = start.minus(rate.each().multipliedBy(rate.atOnce() - 1L));
    if (allowed.isAfter(now)) {
      return Duration.between(now, allowed);
    }
    empty.put(key, start.plus(rate.each()));
    return Duration.ZERO;
  }

  /**
   * Takes one of that key's.
   *
   * @throws Refusal saying when to come again, if there is none
   */
  void require(String key) {
    Duration wait = take(key);
    if (!wait.isZero()) {
      throw Refusal.tooMany(wait);
    }
  }

  /** Gives one back that was taken for what was not meant to be limited. */
  synchronized void giveBack(String key) {
    empty.computeIfPresent(key, (same, instant) -> instant.minus(rate.each()));
  }

  synchronized int size() {
    return empty.size();
  }
}
