package vn.tonghop.bench.drain;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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
 * Lets one system read all reports and measures it once it is warm: from the moment when half of
 * them have passed its slowest stage to the moment when all have passed all. A stage that has run
 * ahead by then has done its part before: a report counts for the stages that it still had to pass.
 * What is read more than once counts from the second time on. One rule for all systems: what the
 * broker knows of their committed offsets.
 */
public final class Drain {

  private static final double WARM_PART = 0.5;

  /** Of a system that is cut short. */
  private static final double WARM_SECONDS = 45;

  private static final double SECOND = 1e9;
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final Duration NO_PROGRESS = Duration.ofMinutes(2);

  private final Filled filled;
  private final Contender contender;
  private final ChildJvm child;
  private final Measured system;
  private final List<Look> looks = new ArrayList<>();

  private Drain(Filled filled, Contender contender, ChildJvm child) {
    this.filled = filled;
    this.contender = contender;
    this.child = child;
    this.system = new Measured(child.pid());
  }

  /**
   * What had been committed and used at one moment.
   *
   * @param committed reports, then the records of each stage
   */
  private record Look(List<Long> committed, long nanos, long system, long broker, Steal steal) {

    long reports() {
      return committed.get(0);
    }

    double secondsSince(Look from) {
      return (nanos - from.nanos) / SECOND;
    }

    /** Share of all that had passed the slowest stage, 0 to 1. */
    double slowest(Look end) {
      return shares(end).min().orElse(1);
    }

    /** Share of all that had been done, 0 to 1: each stage is as much of it as any other. */
    double done(Look end) {
      return shares(end).average().orElse(1);
    }

    private DoubleStream shares(Look end) {
      return IntStream.range(0, committed.size())
          .mapToDouble(i -> (double) committed.get(i) / Math.max(1, end.committed.get(i)));
    }
  }

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
    int warmUp = contender.leastSeconds() > 0 ? 1 : 0;
    int pass = 1;
    boolean whole = follow(pass);
    Look from = last();
    while (whole && (pass <= warmUp || last().secondsSince(from) < contender.leastSeconds())) {
      whole = follow(++pass);
    }
    Look to = last();
    double share = 0;
    if (warmUp == 0) {
      from = whole ? lastBeforeHalf(to) : cutFrom();
      share = whole ? from.done(to) : (double) from.reports() / filled.count();
    }
    long passesBefore = (long) pass - warmUp - 1;
    long reports =
        passesBefore * filled.count() + to.reports() - Math.round(share * filled.count());
    return new Drained(
        contender.name(),
        reports,
        to.secondsSince(from),
        (double) (to.system() - from.system()) / reports,
        (double) (to.broker() - from.broker()) / reports,
        system.peakBytes(),
        whole,
        to.steal().shareSince(from.steal()));
  }

  private Look last() {
    return looks.get(looks.size() - 1);
  }

  private Look first(Predicate<Look> condition) {
    return looks.stream().filter(condition).findFirst().orElseThrow();
  }

  private Look lastBeforeHalf(Look end) {
    int half = looks.indexOf(first(look -> look.slowest(end) >= WARM_PART));
    return looks.get(Math.max(0, half - 1));
  }

  /** Where a system counts from that did not come to the end. */
  private Look cutFrom() {
    Look start = first(look -> look.reports() > 0);
    return first(look -> look.secondsSince(start) >= WARM_SECONDS);
  }

  /** Follows one pass to its end; false if it was cut short. */
  private boolean follow(int pass) throws InterruptedException {
    long count = filled.count();
    long moved = System.nanoTime();
    double most = WARM_SECONDS + contender.mostSeconds();
    while (true) {
      Look look = look(pass);
      if (looks.isEmpty() || !look.committed().equals(last().committed())) {
        moved = look.nanos();
      }
      looks.add(look);
      if (look.reports() >= count && stagesAreSettled(pass)) {
        looks.add(look(pass));
        return true;
      }
      if (look.reports() > 0 && look.secondsSince(first(each -> each.reports() > 0)) > most) {
        return false;
      }
      if (look.nanos() - moved > NO_PROGRESS.toNanos()) {
        throw new IllegalStateException(
            "%s stands still at %s:%n%s"
                .formatted(contender.name(), look.committed(), child.tail()));
      }
      pause();
    }
  }

  private boolean stagesAreSettled(int pass) throws InterruptedException {
    return new LagReader(filled.cluster().admin(), contender.group(pass))
        .read(contender.stages()).stream().allMatch(PartitionLag::isSettled);
  }

  private void pause() {
    if (child.hasEnded()) {
      throw new IllegalStateException(contender.name() + " has ended:\n" + child.tail());
    }
    LockSupport.parkNanos(LOOK_EVERY.toNanos());
  }

  private Look look(int pass) throws InterruptedException {
    String group = contender.group(pass);
    try {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          filled
              .cluster()
              .admin()
              .listConsumerGroupOffsets(group)
              .partitionsToOffsetAndMetadata(group)
              .get();
      List<Long> committed = new ArrayList<>();
      committed.add(sum(offsets, topic -> Topics.unitOf(topic).isPresent()));
      contender.stages().forEach(stage -> committed.add(sum(offsets, stage::equals)));
      return new Look(
          committed,
          System.nanoTime(),
          system.cpuMicros(),
          filled.cluster().broker().cpuMicros(),
          Steal.now());
    } catch (ExecutionException e) {
      throw new KafkaException("offsets of " + group, e.getCause());
    }
  }

  private static long sum(
      Map<TopicPartition, OffsetAndMetadata> offsets, Predicate<String> topics) {
    return offsets.entrySet().stream()
        .filter(each -> topics.test(each.getKey().topic()))
        .mapToLong(each -> each.getValue().offset())
        .sum();
  }
}
