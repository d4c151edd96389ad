package vn.tonghop.console.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many are told of changes: so many in all, and fewer of one account, so that none has all. */
final class LiveReaders {

  private final int most;
  private final int mostOfOne;
  private final Map<String, Integer> open = new HashMap<>();
  private int all;

  LiveReaders(int most, int mostOfOne) {
    this.most = most;
    this.mostOfOne = mostOfOne;
  }

  /**
   * Whether there is room for one more, which is then taken.
   *
   * @param who an account; null: of nobody in particular
   */
  synchronized boolean enter(@Nullable String who) {
    if (all >= most || (who != null && open.getOrDefault(who, 0) >= mostOfOne)) {
      return false;
    }
    all++;
    if (who != null) {
      open.merge(who, 1, Integer::sum);
    }
    return true;
  }

  synchronized void leave(@Nullable String who) {
    all--;
    if (who == null) {
      return;
    }
    open.computeIfPresent(who, (same, count) -> count == 1 ? null : count - 1);
  }

  synchronized int count() {
    return all;
  }
}
