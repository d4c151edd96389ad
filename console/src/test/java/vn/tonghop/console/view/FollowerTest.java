package vn.tonghop.console.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.tonghop.producer.AvroConsumer;

/** What it does where the broker no longer lists a topic: it tells so only to who may see it. */
@Timeout(180)
class FollowerTest {

  private static final String TABLES = "tables";
  private static final TopicPartition FIRST = new TopicPartition(TABLES, 0);

  private final Broker broker = new Broker();
  private final LinkedBlockingQueue<String> taken = new LinkedBlockingQueue<>();
  private final Follower follower =
      new Follower(
          "view",
          new AvroConsumer(broker, (topic, data) -> data),
          new Only(),
          (record, from) -> taken.add(record.key()),
          () -> {},
          Duration.ofMillis(50));

  /** Lists no topic while hidden, and counts who asks for it by its name. */
  private static final class Broker extends MockConsumer<String, byte[]> {

    private volatile boolean hidden;
    private final CountDownLatch hiddenLists = new CountDownLatch(2);
    private final CountDownLatch refusals = new CountDownLatch(2);

    Broker() {
      super("earliest");
      updatePartitions(
          TABLES, List.of(new PartitionInfo(TABLES, 0, Node.noNode(), new Node[0], new Node[0])));
      updateBeginningOffsets(Map.of(FIRST, 0L));
      updateEndOffsets(Map.of(FIRST, 0L));
    }

    /** As a broker that has nothing lets one wait; meanwhile the test may send. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public ConsumerRecords<String, byte[]> poll(Duration timeout) {
      ConsumerRecords<String, byte[]> records = super.poll(timeout);
      if (records.isEmpty()) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      }
      return records;
    }

    @Override
    public synchronized Map<String, List<PartitionInfo>> listTopics() {
      if (hidden) {
        hiddenLists.countDown();
        return Map.of();
      }
      return super.listTopics();
    }

    @Override
    public synchronized List<PartitionInfo> partitionsFor(String topic) {
      if (hidden) {
        refusals.countDown();
        throw new TopicAuthorizationException(Set.of(topic));
      }
      return super.partitionsFor(topic);
    }

    void send(long offset) {
      schedulePollTask(
          () ->
              addRecord(
                  new ConsumerRecord<>(TABLES, 0, offset, Long.toString(offset), new byte[0])));
    }
  }

  private static final class Only implements Follower.Wanted {
    @Override
    public Set<String> required() {
      return Set.of(TABLES);
    }

    @Override
    public boolean isWanted(String topic) {
      return false;
    }
  }

  @AfterEach
  void stop() {
    follower.close();
  }

  @Test
  void whatItHasBegunItReadsOnThoughTheListNoLongerHasIt() throws InterruptedException {
    follower.start();
    broker.send(0);
    assertEquals("0", taken.poll(60, TimeUnit.SECONDS));
    broker.hidden = true;
    assertTrue(broker.hiddenLists.await(60, TimeUnit.SECONDS));
    broker.send(1);
    assertEquals("1", taken.poll(60, TimeUnit.SECONDS));
  }

  @Test
  void beforeThatItAsksByNameSoThatARefusalIsSeenAndGoesOn() throws InterruptedException {
    broker.hidden = true;
    follower.start();
    assertTrue(broker.refusals.await(60, TimeUnit.SECONDS));
    broker.hidden = false;
    broker.send(0);
    assertEquals("0", taken.poll(60, TimeUnit.SECONDS));
  }
}
