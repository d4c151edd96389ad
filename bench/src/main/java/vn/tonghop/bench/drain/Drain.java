package vn.tonghop.bench.drain;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.bench.cluster.Measured;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.process.ChildJvm;
import vn.tonghop.streams.runtime.LagReader;
import vn.tonghop.streams.runtime.PartitionLag;

/**
 * Lets one system read all reports and measures it from the moment when it has committed a fifth of
 * them, so that its start and most of its compilation are not counted, to the moment when
 * everything is committed through all its stages. One rule for all systems: what the broker knows
 * of their committed offsets.
 */
public final class Drain {

  private static final int WARM_UP_PART = 5;
  private static final double SECOND = 1e9;
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);
  private static final Duration NO_PROGRESS = Duration.ofMinutes(2);

  private final Filled filled;
  private final Contender contender;
  private final ChildJvm child;
  private final Measured system;

  private Drain(Filled filled, Contender contender, ChildJvm child) {
    this.filled = filled;
    this.contender = contender;
    this.child = child;
    this.system = new Measured(child.pid());
  }

  /** What had been done and used at one moment. */
  private record Moment(long reports, long nanos, long system, long broker, Steal steal) {}

  /**
   * Starts the system, measures it and ends it; its output stays.
   *
   * @throws IllegalStateException if it ends by itself or stands still for two minutes
   */
  public static Drained run(Filled filled, Contender contender, Path folder)
      throws InterruptedException {
    try (ChildJvm child = contender.start(filled, folder)) {
      return new Drain(filled, contender, child).measure();
    }
  }

  private Drained measure() throws InterruptedException {
    long count = filled.count();
    Moment from = now(awaitCommitted(1, count / WARM_UP_PART, Double.MAX_VALUE));
    double seconds = 0;
    boolean whole = true;
    Moment to = from;
    for (int pass = 1; whole && (pass == 1 || seconds < contender.leastSeconds()); pass++) {
      long committed = awaitCommitted(pass, count, contender.mostSeconds() - seconds);
      whole = committed >= count;
      if (whole) {
        awaitStages(pass);
      }
      to = now((pass - 1) * count + committed);
      seconds = (to.nanos() - from.nanos()) / SECOND;
    }
    long reports = to.reports() - from.reports();
    return new Drained(
        contender.name(),
        reports,
        seconds,
        (double) (to.system() - from.system()) / reports,
        (double) (to.broker() - from.broker()) / reports,
        system.peakBytes(),
        whole,
        to.steal().shareSince(from.steal()));
  }

  private void awaitStages(int pass) throws InterruptedException {
    LagReader lag = new LagReader(filled.cluster().admin(), contender.group(pass));
    for (String stage : contender.stages()) {
      while (!lag.read(List.of(stage)).stream().allMatch(PartitionLag::isSettled)) {
        pause();
      }
    }
  }

  private Moment now(long reports) {
    return new Moment(
        reports,
        System.nanoTime(),
        system.cpuMicros(),
        filled.cluster().broker().cpuMicros(),
        Steal.now());
  }

  /** What is committed: so many reports, or fewer when the time is over. */
  private long awaitCommitted(int pass, long reports, double seconds) throws InterruptedException {
    long last = -1;
    long start = System.nanoTime();
    long moved = start;
    while (true) {
      long committed = committed(contender.group(pass));
      if (committed >= reports || (System.nanoTime() - start) / SECOND > seconds) {
        return committed;
      }
      if (committed != last) {
        last = committed;
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > NO_PROGRESS.toNanos()) {
        throw new IllegalStateException(
            "%s stands still at %,d reports:%n%s"
                .formatted(contender.name(), committed, child.tail()));
      }
      pause();
    }
  }

  private void pause() {
    if (child.hasEnded()) {
      throw new IllegalStateException(contender.name() + " has ended:\n" + child.tail());
    }
    LockSupport.parkNanos(LOOK_EVERY.toNanos());
  }

  /** Reports that it has committed, of all units. */
  private long committed(String group) throws InterruptedException {
    try {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          filled
              .cluster()
              .admin()
              .listConsumerGroupOffsets(group)
              .partitionsToOffsetAndMetadata(group)
              .get();
      return offsets.entrySet().stream()
          .filter(each -> Topics.unitOf(each.getKey().topic()).isPresent())
          .mapToLong(each -> each.getValue().offset())
          .sum();
    } catch (ExecutionException e) {
      throw new KafkaException("offsets of " + group, e.getCause());
    }
  }
}
