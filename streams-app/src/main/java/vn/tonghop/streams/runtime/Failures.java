package vn.tonghop.streams.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a stream thread's failure: a bad world is tried again, within a budget; a bug
 * ends the process with its cause, since a thread that dies on a record would die on it for ever.
 */
final class Failures implements StreamsUncaughtExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final int RETRIES = 10;
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final Supplier<Instant> clock;
  private final Deque<Instant> retries = new ArrayDeque<>();
  private final AtomicInteger failed = new AtomicInteger();
  private volatile @Nullable Throwable fatal;

  Failures(Supplier<Instant> clock) {
    this.clock = clock;
  }

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
    failed.incrementAndGet();
    Instant now = clock.get();
    while (!retries.isEmpty() && retries.peekFirst().isBefore(now.minus(WITHIN))) {
      retries.removeFirst();
    }
    if (isWorld(failure) && retries.size() < RETRIES) {
      retries.addLast(now);
      LOG.warn("a stream thread is replaced, {} of {}", retries.size(), RETRIES, failure);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    fatal = failure;
    LOG.error("the roll-up stops", failure);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  /** Threads that have died since the process began. */
  int count() {
    return failed.get();
  }

  /** What ended the roll-up; null while it goes on. */
  @Nullable Throwable fatal() {
    return fatal;
  }

  /** The failure with all its causes, in a line: the last one often says which record it was. */
  @Nullable String explanation() {
    StringJoiner line = new StringJoiner("; ");
    for (Throwable cause = fatal; cause != null; cause = cause.getCause()) {
      line.add(cause.toString());
    }
    return fatal == null ? null : line.toString();
  }

  private static boolean isWorld(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AuthorizationException) {
        return false;
      }
      if (cause instanceof RetriableException || cause instanceof TaskCorruptedException) {
        return true;
      }
      // Somebody deleted a reports topic: a new thread subscribes to those that are still there.
      if (cause instanceof MissingSourceTopicException) {
        return true;
      }
    }
    return false;
  }
}
