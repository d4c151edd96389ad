package vn.tonghop.streams.runtime;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Whether something outside answers. It is asked when somebody wants to know, at most every few
 * seconds, and never waited for long: until it has answered, its last answer stands.
 */
final class Probe implements AutoCloseable {

  private static final Duration BELIEVED = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Callable<?> question;
  private final Duration believed;
  private final Duration patience;
  private final ExecutorService asker;
  private @Nullable Future<?> asked;
  private long answeredAt;
  private @Nullable String trouble;

  /**
   * @param name of its thread
   * @param question throws where there is no answer, and gives up by itself; it has just been
   *     answered
   */
  Probe(String name, Callable<?> question) {
    this(name, question, BELIEVED, PATIENCE);
  }

  Probe(String name, Callable<?> question, Duration believed, Duration patience) {
    this.question = question;
    this.believed = believed;
    this.patience = patience;
    this.answeredAt = System.nanoTime();
    this.asker =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "probe-" + name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Why it does not answer; null while it does. */
  synchronized @Nullable String trouble() {
    if (asked != null) {
      // Whoever asked has waited already.
      await(Duration.ZERO);
    } else if (!asker.isShutdown() && System.nanoTime() - answeredAt > believed.toNanos()) {
      asked = asker.submit(question);
      await(patience);
    }
    return trouble;
  }

  boolean isUp() {
    return trouble() == null;
  }

  private void await(Duration most) {
    try {
      requireNonNull(asked).get(most.toMillis(), TimeUnit.MILLISECONDS);
      answered(null);
    } catch (TimeoutException e) {
      // No answer yet: whoever asks next may find one.
    } catch (ExecutionException e) {
      answered(String.valueOf(cause(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answered(@Nullable String found) {
    trouble = found;
    asked = null;
    answeredAt = System.nanoTime();
  }

  private static Throwable cause(ExecutionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause instanceof ExecutionException && cause.getCause() != null
        ? cause.getCause()
        : cause;
  }

  @Override
  public synchronized void close() {
    asker.shutdownNow();
  }
}
