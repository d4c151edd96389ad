package vn.tonghop.console.view;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread at a time read, and none wait for long: while a broker or a registry is away, the
 * one that asks it takes seconds, and a queue behind it would be all threads that the page has.
 */
final class Turn {

  /** Much more than those before one need when all is well. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Fair: one that reads record after record else takes the next turn before those who wait. */
  private final ReentrantLock lock = new ReentrantLock(true);

  private final Duration patience;

  Turn() {
    this(PATIENCE);
  }

  Turn(Duration patience) {
    this.patience = patience;
  }

  /** What takes a turn. */
  @FunctionalInterface
  interface Reading<T> {
    T read();
  }

  /**
   * Reads when its turn comes.
   *
   * @param what is read, for the message
   * @throws UnreadableException if others take too long
   */
  <T> T take(String what, Reading<T> reading) {
    try {
      if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new UnreadableException(what + ": others still wait for an answer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreadableException(what + ": interrupted", e);
    }
    try {
      return reading.read();
    } finally {
      lock.unlock();
    }
  }

  /** Does what nobody may read meanwhile, however long that takes. */
  void last(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }
}
