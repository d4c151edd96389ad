package vn.tonghop.monitor.lag;

import java.time.Duration;

/**
 * What counts as long.
 *
 * @param fresh a record that waits no longer than this is on its way: two stages that commit a
 *     backlog every half second, on a busy machine
 * @param stall how long a group with members may commit nothing while records wait: longer than a
 *     rebalance or the restoring of state takes as a rule
 * @param window how far back velocity looks
 */
public record Limits(Duration fresh, Duration stall, Duration window) {

  public static final Limits DEFAULT =
      new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(30));

  /**
   * @throws IllegalArgumentException if a stall could not be seen within the window
   */
  public Limits {
    if (fresh.isNegative() || stall.isNegative() || window.compareTo(stall) < 0) {
      throw new IllegalArgumentException(
          "0 <= fresh, 0 <= stall <= window, got " + fresh + ", " + stall + ", " + window);
    }
  }
}
