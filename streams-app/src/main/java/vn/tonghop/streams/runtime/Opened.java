package vn.tonghop.streams.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** What was opened, to be closed in the opposite order, though the opening stop half-way. */
final class Opened implements AutoCloseable {

  private final Deque<Runnable> closing = new ArrayDeque<>();

  /** Keeps in mind that this must be closed, and hands it back. */
  <T> T add(T opened, Consumer<T> close) {
    closing.push(() -> close.accept(opened));
    return opened;
  }

  /** Closes each after a failure, which stays the one to be told: what fails now is added to it. */
  void closeAfter(Throwable failure) {
    try {
      close();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /** Closes each once; a failure keeps none of the others open, and is thrown in the end. */
  @Override
  public synchronized void close() {
    RuntimeException failure = null;
    while (!closing.isEmpty()) {
      try {
        closing.pop().run();
      } catch (RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
