package vn.tonghop.monitor.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far behind one place is, and what that means: worked out of the looks of the last minute or
 * so and a clock that is passed in, and of nothing else; {@link Turns} then sees it beside others.
 *
 * @param records that the group can read and has not committed
 * @param age of the first of them; zero if there is none, null if it may not be read
 * @param velocity records a second by which the lag changes, negative while it shrinks; null after
 *     a single look
 * @param toCatchUp how long it takes at the velocity of all that the group reads; zero if nothing
 *     waits here, null if it does not become less
 * @param open how long a sender's transaction has held records back; null if none does
 */
public record Lag(
    Verdict verdict,
    long records,
    @Nullable Duration age,
    @Nullable Double velocity,
    @Nullable Duration toCatchUp,
    @Nullable Duration open) {

  private static final double MILLIS = 1000;

  /** Longer than any retention: a velocity next to nothing is as good as none. */
  private static final double LONGEST_SECONDS = Duration.ofDays(3650).toSeconds();

  /**
   * Judges.
   *
   * @param looks at one place, oldest first, at least one
   */
  public static Lag of(List<Look> looks, Instant now, Limits limits) {
    Look last = last(looks);
    Duration age = age(last.waiting(), now);
    Double velocity = velocity(atWork(sameAttendance(looks)));
    return new Lag(
        verdict(looks, age, limits),
        last.records(),
        age,
        velocity,
        toCatchUp(last.records(), velocity),
        open(looks, now));
  }

  private static Verdict verdict(List<Look> looks, @Nullable Duration age, Limits limits) {
    Look last = last(looks);
    if (!last.waiting().any()) {
      // Whoever is silent for a month keeps nobody waiting, whether or not somebody listens.
      return Verdict.OK;
    }
    if (!last.hasMembers()) {
      return Verdict.STOPPED;
    }
    boolean fresh =
        age == null
            ? looks.size() > 1 && last.committed() >= looks.get(0).stable()
            : age.compareTo(limits.fresh()) <= 0;
    if (fresh) {
      return Verdict.OK;
    }
    return withoutCommit(looks, limits).compareTo(limits.stall()) >= 0
        ? Verdict.STALLED
        : Verdict.LAGGING;
  }

  /**
   * How long the group has had members and records waiting and committed nothing. While nobody
   * looked it may have committed.
   */
  private static Duration withoutCommit(List<Look> looks, Limits limits) {
    Look last = last(looks);
    Look first = last;
    for (int i = looks.size() - 1; i >= 0; i--) {
      Look each = looks.get(i);
      if (!each.hasMembers()
          || !each.waiting().any()
          || each.committed() != last.committed()
          || Duration.between(each.at(), first.at()).compareTo(limits.stall()) > 0) {
        break;
      }
      first = each;
    }
    return Duration.between(first.at(), last.at());
  }

  /** The looks since the group last came or went: what it did before tells nothing of now. */
  private static List<Look> sameAttendance(List<Look> looks) {
    int from = looks.size() - 1;
    while (from > 0 && looks.get(from - 1).hasMembers() == last(looks).hasMembers()) {
      from--;
    }
    return looks.subList(from, looks.size());
  }

  /**
   * The looks since the group began to commit: what it took to begin, the restoring of its state
   * above all, tells nothing of how fast it goes on.
   */
  private static List<Look> atWork(List<Look> looks) {
    Look last = last(looks);
    int from = 0;
    while (looks.get(from).committed() != last.committed()
        && looks.get(from + 1).committed() == looks.get(from).committed()) {
      from++;
    }
    return looks.subList(from, looks.size());
  }

  private static @Nullable Double velocity(List<Look> looks) {
    Look first = looks.get(0);
    Look last = last(looks);
    long millis = Duration.between(first.at(), last.at()).toMillis();
    return millis <= 0 ? null : (last.records() - first.records()) * MILLIS / millis;
  }

  private static @Nullable Duration toCatchUp(long records, @Nullable Double velocity) {
    if (records == 0) {
      return Duration.ZERO;
    }
    if (velocity == null || velocity >= 0) {
      return null;
    }
    double seconds = records / -velocity;
    return seconds > LONGEST_SECONDS ? null : Duration.ofMillis(Math.round(seconds * MILLIS));
  }

  private static @Nullable Duration age(Waiting waiting, Instant now) {
    if (!waiting.any()) {
      return Duration.ZERO;
    }
    return waiting.since() == null ? null : between(waiting.since(), now);
  }

  private static @Nullable Duration open(List<Look> looks, Instant now) {
    Look last = last(looks);
    if (!last.isOpen()) {
      return null;
    }
    if (last.openSince() != null) {
      return between(last.openSince(), now);
    }
    // Without the right to read: at least since it was first seen.
    Look first = last;
    for (int i = looks.size() - 1; i >= 0; i--) {
      if (!looks.get(i).isOpen() || looks.get(i).stable() != last.stable()) {
        break;
      }
      first = looks.get(i);
    }
    return between(first.at(), now);
  }

  /** Never below zero: the broker's clock may be ahead of ours. */
  private static Duration between(Instant from, Instant now) {
    Duration between = Duration.between(from, now);
    return between.isNegative() ? Duration.ZERO : between;
  }

  private static Look last(List<Look> looks) {
    return looks.get(looks.size() - 1);
  }
}
