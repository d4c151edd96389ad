package vn.tonghop.bench.live;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import vn.tonghop.bench.cluster.Cluster;
import vn.tonghop.bench.drain.RollUp;
import vn.tonghop.streams.runtime.LagReader;
import vn.tonghop.streams.runtime.PartitionLag;
import vn.tonghop.streams.topology.InternalTopics;

/** How far the roll-up has come, as its committed offsets say. */
public final class Progress {

  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final Cluster cluster;
  private final LagReader lag;
  private final RollUpProcess process;

  public Progress(Cluster cluster, RollUpProcess process) {
    this.cluster = cluster;
    this.lag = new LagReader(cluster.admin(), RollUp.APPLICATION);
    this.process = process;
  }

  /**
   * Waits until so many reports have passed the last stage; gives the instant, as of {@code
   * nanoTime}. The marks of transactions are counted with them: one for some thousand in a backlog.
   */
  public long awaitPassed(long count) throws InterruptedException {
    while (passed() < count) {
      pause();
    }
    return System.nanoTime();
  }

  /** Waits until every stage has reached its end; gives the instant, as of {@code nanoTime}. */
  public long awaitSettled() throws InterruptedException {
    awaitEnd(cluster.reportTopics());
    for (String topic : InternalTopics.sources(RollUp.APPLICATION)) {
      awaitEnd(List.of(topic));
    }
    return System.nanoTime();
  }

  /** How many reports have passed the first stage. */
  public long read() throws InterruptedException {
    return committed(cluster.reportTopics());
  }

  private long passed() throws InterruptedException {
    return committed(InternalTopics.sources(RollUp.APPLICATION));
  }

  private long committed(Collection<String> topics) throws InterruptedException {
    return lag.read(topics).stream().mapToLong(PartitionLag::committed).sum();
  }

  private void awaitEnd(Collection<String> topics) throws InterruptedException {
    while (true) {
      List<PartitionLag> lags = lag.read(topics);
      if (!lags.isEmpty() && lags.stream().allMatch(PartitionLag::isSettled)) {
        return;
      }
      pause();
    }
  }

  private void pause() {
    process.requireRunning();
    LockSupport.parkNanos(LOOK_EVERY.toNanos());
  }
}
