package vn.tonghop.streams.processor;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * Commits soon what has just come, so that a province sees its receipt and its figure at once. A
 * backlog is left to the commit interval: a transaction costs much the same whatever is in it, and
 * whoever waits for a backlog does not wait for the interval.
 */
final class SoonVisible {

  /** At most fifty transactions a second; each stage adds one such wait at the most. */
  private static final Duration EVERY = Duration.ofMillis(20);

  /** A record older than this stands in a backlog. */
  private static final long FRESH_MS = 1_000;

  private final ProcessingContext context;
  private boolean fresh;

  private SoonVisible(ProcessingContext context) {
    this.context = context;
  }

  /** Begins to look; the context ends it with its task. */
  static SoonVisible in(ProcessingContext context) {
    SoonVisible soon = new SoonVisible(context);
    context.schedule(EVERY, PunctuationType.WALL_CLOCK_TIME, now -> soon.commitIfFresh());
    return soon;
  }

  /**
   * Tells of a record that was processed.
   *
   * @param timestamp of the record, milliseconds
   */
  void processed(long timestamp) {
    fresh = fresh || context.currentSystemTimeMs() - timestamp <= FRESH_MS;
  }

  private void commitIfFresh() {
    if (fresh) {
      fresh = false;
      context.commit();
    }
  }
}
