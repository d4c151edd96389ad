package vn.tonghop.monitor.lag;

import java.time.Duration;

/**
 * What counts as long.
 *
 * @param fresh a record that waits no longer than this is on its way: two stages that commit a
 *     backlog every half second, on a busy machine
 * @param stall how long a group with members may commit nothing while records wait: longer than a
 *     rebalance or the restoring of state takes as a rule
 * @param window how far back velocity looks: over some turns of a backlog's topics, and no further,
 *     since a JVM that has just begun takes a minute to come to its speed
 */
public record Limits(Duration fresh, Duration stall, Duration window) {

  public static final Limits DEFAULT =
      new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(45));

  /**
   * @throws IllegalArgumentException if one is below zero
   */
  public Limits {
    if (fresh.isNegative() || stall.isNegative() || window.isNegative()) {
      throw new IllegalArgumentException(
          "0 <= fresh, stall, window, got " + fresh + ", " + stall + ", " + window);
    }
  }

  /** How long a look is needed: for the velocity, and to see a stall. */
  Duration kept() {
    return window.compareTo(stall) > 0 ? window : stall;
  }
}
