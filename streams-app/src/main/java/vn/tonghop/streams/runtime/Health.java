package vn.tonghop.streams.runtime;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an instance knows of itself. {@code RUNNING} alone says little: an instance can run for
 * minutes without a task.
 *
 * @param state Kafka Streams' own word, e.g. {@code RUNNING}
 * @param threads live stream threads
 * @param failedThreads those that have died since the process began
 * @param tasks active tasks that this instance owns
 * @param standbys tasks whose state it keeps as a copy
 * @param restoring records of state still to be restored
 * @param lag records that its consumers know to be waiting on the broker, on the worst partition
 * @param unanswerable reports topics that are not read for want of a receipts topic that takes the
 *     largest receipt
 * @param referenceVersion the newest version of the reference data; 0 while there is none
 * @param failure what ended the roll-up; null while it goes on
 */
public record Health(
    String state,
    int threads,
    int failedThreads,
    int tasks,
    int standbys,
    long restoring,
    long lag,
    Set<String> unanswerable,
    long referenceVersion,
    @Nullable String failure) {

  public Health {
    unanswerable = Set.copyOf(unanswerable);
  }

  /** Whether it does its work: it runs, owns tasks, and has its state. */
  public boolean isReady() {
    return isRunning() && hasTasks() && hasItsState();
  }

  boolean isRunning() {
    return state.equals("RUNNING") && failure == null;
  }

  boolean hasTasks() {
    return tasks + standbys > 0;
  }

  boolean hasItsState() {
    return restoring == 0;
  }

  /**
   * Whether a restart would be no help. Nothing outside counts: a broker or registry that is away
   * would otherwise have every instance restarted, which brings it back no sooner.
   */
  public boolean isAlive() {
    boolean atWork = state.equals("RUNNING") || state.equals("REBALANCING");
    return failure == null && !state.endsWith("ERROR") && (threads > 0 || !atWork);
  }
}
