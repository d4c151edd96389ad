package vn.tonghop.standalone.trial;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import vn.tonghop.streams.runtime.LagReader;
import vn.tonghop.streams.runtime.PartitionLag;
import vn.tonghop.streams.runtime.RollUpInstance;

/**
 * Waits until everything that was sent has gone through every stage: the roll-up's committed
 * offsets have reached the end of the reports, and then of each internal topic downstream. A stage
 * writes in the transaction that commits what it read, so the stages are looked at in their order.
 */
final class Settled {

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final LagReader lag;
  private final RollUpInstance rollUp;

  Settled(LagReader lag, RollUpInstance rollUp) {
    this.lag = lag;
    this.rollUp = rollUp;
  }

  /**
   * Waits for one stage after the other.
   *
   * @param stages topics of each stage, first stage first
   * @throws IllegalStateException if the roll-up ends meanwhile
   */
  void await(List<? extends Collection<String>> stages) throws InterruptedException {
    for (Collection<String> stage : stages) {
      while (!lag.read(stage).stream().allMatch(PartitionLag::isSettled)) {
        pause();
      }
    }
  }

  /**
   * Waits until readers of these output topics see all: offsets may show as committed a moment
   * before the commit marks reach the last of the topics.
   */
  void awaitVisible(Collection<String> outputs) throws InterruptedException {
    while (!lag.read(outputs).stream().allMatch(each -> each.stable() == each.end())) {
      pause();
    }
  }

  private void pause() {
    Trial.requireRunning(rollUp);
    LockSupport.parkNanos(PAUSE.toNanos());
  }
}
