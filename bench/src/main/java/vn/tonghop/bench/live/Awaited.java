package vn.tonghop.bench.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reports that have been sent and that a reader of tables has not yet seen. A report is seen once a
 * table has a row of its unit and programme from that record or a later one: one unit's records on
 * one programme are taken in their order.
 */
public final class Awaited {

  private final Map<String, Deque<Waiting>> waiting = new HashMap<>();
  private final Sighting sighting;
  private long open;

  public Awaited(Sighting sighting) {
    this.sighting = sighting;
  }

  private record Waiting(long offset, long intended) {}

  /**
   * A report is about to be sent.
   *
   * @param intended when it should be appended, as of {@code nanoTime}
   */
  public synchronized void sent(Coordinates report, long intended) {
    waiting
        .computeIfAbsent(key(report), any -> new ArrayDeque<>())
        .add(new Waiting(report.offset(), intended));
    open++;
  }

  /**
   * A table has a row of that record.
   *
   * @param at when the reader got it, as of {@code nanoTime}
   */
  public synchronized void seen(Coordinates row, long at) {
    @Nullable Deque<Waiting> queue = waiting.get(key(row));
    while (queue != null && !queue.isEmpty() && queue.getFirst().offset() <= row.offset()) {
      sighting.record(queue.removeFirst().intended(), at);
      open--;
      notifyAll();
    }
  }

  /** How many no table shows yet. */
  public synchronized long open() {
    return open;
  }

  /** Waits until all are seen; false if that takes longer than {@code millis}. */
  public synchronized boolean awaitAll(long millis) throws InterruptedException {
    long deadline = System.nanoTime() + millis * 1_000_000;
    while (open > 0) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  private static String key(Coordinates coordinates) {
    return coordinates.programme() + "|" + coordinates.unit();
  }
}
