package vn.tonghop.bench.report;

import org.jspecify.annotations.Nullable;

/**
 * A goal and how far it is reached.
 *
 * @param id such as {@code G1}
 * @param what is measured, in words
 * @param target with the direction, e.g. {@code ≥ 0.40}
 * @param measured with unit and interval; null if not measured
 * @param met false also when not measured
 */
public record Goal(String id, String what, String target, @Nullable String measured, boolean met) {

  /** At least so much; the interval's median decides. */
  public static Goal atLeast(String id, String what, double target, Interval measured) {
    return new Goal(
        id, what, "≥ " + Figures.plain(target), measured.toString(), measured.median() >= target);
  }

  /** At most so much; the interval's median decides. */
  public static Goal atMost(String id, String what, double target, Interval measured) {
    return new Goal(
        id, what, "≤ " + Figures.plain(target), measured.toString(), measured.median() <= target);
  }
}
