package vn.tonghop.monitor.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The looks at one place that are young enough to matter. */
public final class Window {

  private final Limits limits;
  private final Duration length;
  private final Deque<Look> looks = new ArrayDeque<>();

  public Window(Limits limits) {
    this(limits, limits.window());
  }

  /** With another length than that of the limits. */
  Window(Limits limits, Duration length) {
    this.limits = limits;
    this.length = length;
  }

  /** Takes a look, later than those before; the window reaches back to its length at least. */
  public void add(Look look) {
    looks.addLast(look);
    while (looks.size() > 2) {
      Look first = looks.removeFirst();
      if (!isOld(looks.getFirst(), look.at())) {
        looks.addFirst(first);
        return;
      }
    }
  }

  /**
   * What the looks tell.
   *
   * @throws IllegalStateException before the first
   */
  public Lag judge(Instant now) {
    if (looks.isEmpty()) {
      throw new IllegalStateException("nobody has looked yet");
    }
    return Lag.of(List.copyOf(looks), now, limits);
  }

  private boolean isOld(Look look, Instant now) {
    return Duration.between(look.at(), now).compareTo(length) >= 0;
  }
}
