package vn.tonghop.streams.processor;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * Commits soon what has just come, so that a province sees its receipt and its figure at once. A
 * backlog is left to the commit interval: a transaction costs much the same whatever is in it, and
 * whoever waits for a backlog does not wait for the interval.
 */
public final class SoonVisible {

  /** How often a thread looks whether it should; how long its commits take is known as closely. */
  private static final Duration EVERY = Duration.ofMillis(5);

  /** A record older than this stands in a backlog. */
  private static final long FRESH_MS = 1_000;

  /**
   * A thread works as long as its last commit took before it commits early again, and as long once
   * more for each such lateness of what it processed. A thread that committed whenever it could
   * would commit two records at a time and fall behind until all is a backlog: that was seen at 300
   * reports a second. The later its records come to it, the more of its time goes into them.
   */
  private static final double LATENESS_MS = 100;

  private final LongSupplier nanoClock;

  /** A commit is that of all tasks of a thread, so they ask for it together. */
  private final ThreadLocal<Pace> paces = ThreadLocal.withInitial(Pace::new);

  public SoonVisible() {
    this(System::nanoTime);
  }

  SoonVisible(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  /** Begins to look for a task, on its thread; the context ends it with the task. */
  OfTask of(ProcessingContext context) {
    OfTask task = new OfTask(context, nanoClock, paces.get());
    context.schedule(EVERY, PunctuationType.WALL_CLOCK_TIME, now -> task.look());
    return task;
  }

  /** What the tasks of one thread know of each other; times in nanoseconds of the clock. */
  private static final class Pace {

    private boolean fresh;
    private long processed;
    private double agesMs;
    private double worksPerCommit;
    private @Nullable OfTask asked;
    private long askedAt;
    private boolean paused;
    private long pausedUntil;

    void processed(long ageMs) {
      fresh = fresh || ageMs <= FRESH_MS;
      processed++;
      agesMs += Math.max(0, Math.min(ageMs, FRESH_MS));
    }

    boolean mayAsk(long now) {
      return fresh && asked == null && !(paused && now - pausedUntil < 0);
    }

    void ask(OfTask task, long now) {
      worksPerCommit = 1 + agesMs / processed / LATENESS_MS;
      fresh = false;
      processed = 0;
      agesMs = 0;
      asked = task;
      askedAt = now;
    }

    void committed(long now) {
      asked = null;
      paused = true;
      pausedUntil = now + (long) (worksPerCommit * (now - askedAt));
    }
  }

  /** One task's part. */
  static final class OfTask {

    private final ProcessingContext context;
    private final LongSupplier nanoClock;
    private final Pace pace;

    private OfTask(ProcessingContext context, LongSupplier nanoClock, Pace pace) {
      this.context = context;
      this.nanoClock = nanoClock;
      this.pace = pace;
    }

    /**
     * Tells of a record that was processed.
     *
     * @param timestamp of the record, milliseconds
     */
    void processed(long timestamp) {
      pace.processed(context.currentSystemTimeMs() - timestamp);
    }

    private void look() {
      long now = nanoClock.getAsLong();
      if (pace.asked == this) {
        // A thread looks at each of its tasks once, then commits: this is the look after.
        pace.committed(now);
      }
      if (pace.mayAsk(now)) {
        pace.ask(this, now);
        context.commit();
      }
    }

    /** The task ends, and whatever it asked for with it. */
    void end() {
      if (pace.asked == this) {
        pace.asked = null;
      }
    }
  }
}
