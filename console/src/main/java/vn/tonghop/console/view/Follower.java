package vn.tonghop.console.view;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tonghop.producer.AvroConsumer;
import vn.tonghop.schemas.topic.TopicEnd;

/**
 * Reads topics from their beginning and then ever on, on a thread of its own and without a group,
 * so that any number of instances each see all. It outlives brokers and registries that go away.
 */
final class Follower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** How often it looks for topics of new units. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final Wanted wanted;
  private final Taker taker;
  private final Runnable ended;
  private final AvroConsumer source;
  private final Duration lookAgain;
  private final Consumer<String, byte[]> consumer;
  private final Thread thread;
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private long lookedAt;
  private volatile Set<String> topics = Set.of();
  private volatile boolean caughtUp;
  private volatile @Nullable Throwable failure;

  /** Which topics are read. */
  interface Wanted {

    /** Those without which nothing begins. */
    Set<String> required();

    /** Whether another topic is read, too, once it is there. */
    boolean isWanted(String topic);
  }

  /** What becomes of the records. */
  interface Taker {

    /**
     * Is given each record once, in order.
     *
     * @throws KafkaException if the record has to come again, since the registry is away
     */
    void take(ConsumerRecord<String, byte[]> record, AvroConsumer source);

    /** All that was there has been given. */
    default void pause() {}
  }

  /**
   * @param source of this follower alone; closed by it
   * @param ended is called when it reads no more
   */
  Follower(String name, AvroConsumer source, Wanted wanted, Taker taker, Runnable ended) {
    this(name, source, wanted, taker, ended, LOOK_AGAIN);
  }

  Follower(
      String name,
      AvroConsumer source,
      Wanted wanted,
      Taker taker,
      Runnable ended,
      Duration lookAgain) {
    this.lookAgain = lookAgain;
    this.wanted = wanted;
    this.taker = taker;
    this.ended = ended;
    this.source = source;
    this.consumer = source.kafka();
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Whether it has taken all that was there when it began. */
  boolean isCaughtUp() {
    return caughtUp;
  }

  /** The topics that it reads. */
  Set<String> topics() {
    return topics;
  }

  /** The bug that has ended it; null while it goes on. */
  @Nullable Throwable failure() {
    return failure;
  }

  private void run() {
    try (source) {
      while (!isClosing()) {
        followOrTell();
      }
    } catch (RuntimeException | Error e) {
      LOG.error("{} has failed", thread.getName(), e);
      failure = e;
    } finally {
      ended.run();
    }
  }

  private void followOrTell() {
    try {
      follow();
    } catch (WakeupException | InterruptException e) {
      LOG.debug("{} is asked to end", thread.getName());
    } catch (KafkaException e) {
      // No broker, no registry, no topic or no right as yet: it goes on from where it was.
      LOG.warn("{} waits: {}", thread.getName(), e.getMessage());
      await(PAUSE);
      seekToNext();
    }
  }

  private void follow() {
    if (!lookForTopics()) {
      await(PAUSE);
      return;
    }
    while (!isClosing() && !isTimeToLook()) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        taker.take(record, source);
        next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
      }
      taker.pause();
      caughtUp = caughtUp || isAtEnds();
    }
  }

  private boolean isTimeToLook() {
    return System.nanoTime() - lookedAt > lookAgain.toNanos();
  }

  /**
   * Finds topics that are new; false before the first of those that are required are there. From
   * then on it reads them whatever the list says: a list leaves out what one may no longer see, and
   * only a read is refused aloud.
   */
  private boolean lookForTopics() {
    Set<String> there = consumer.listTopics().keySet();
    lookedAt = System.nanoTime();
    if (topics.isEmpty() && !there.containsAll(wanted.required())) {
      LOG.info("{} waits for {}", thread.getName(), wanted.required());
      wanted.required().forEach(topic -> TopicEnd.partitions(consumer, topic));
      return false;
    }
    Set<String> found = new HashSet<>(wanted.required());
    there.stream().filter(wanted::isWanted).forEach(found::add);
    if (!found.equals(topics)) {
      assign(found);
      topics = Set.copyOf(found);
    }
    return true;
  }

  private void assign(Collection<String> found) {
    List<TopicPartition> partitions =
        found.stream().flatMap(topic -> TopicEnd.partitions(consumer, topic).stream()).toList();
    Set<TopicPartition> fresh = new HashSet<>(partitions);
    fresh.removeAll(next.keySet());
    Map<TopicPartition, Long> begin = consumer.beginningOffsets(fresh);
    if (!caughtUp) {
      ends.putAll(consumer.endOffsets(fresh));
    }
    consumer.assign(partitions);
    next.putAll(begin);
    next.keySet().retainAll(partitions);
    seekToNext();
  }

  private void seekToNext() {
    consumer.assignment().forEach(each -> consumer.seek(each, next.getOrDefault(each, 0L)));
  }

  /** By the consumer's own place: behind the last record there may be marks of transactions. */
  private boolean isAtEnds() {
    ends.entrySet()
        .removeIf(
            end ->
                !consumer.assignment().contains(end.getKey())
                    || consumer.position(end.getKey()) >= end.getValue());
    return ends.isEmpty();
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void await(Duration time) {
    try {
      boolean unused = closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing.countDown();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    consumer.wakeup();
    try {
      thread.join(CLOSING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
