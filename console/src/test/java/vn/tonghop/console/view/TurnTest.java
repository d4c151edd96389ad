package vn.tonghop.console.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.producer.AvroConsumer;

/** While one waits for a broker or a registry that is away, the others are told so. */
@Timeout(60)
class TurnTest {

  private static final int READERS = 20;

  /** Less than what they would take one after another. */
  private static final long MOST_SECONDS = 20;

  private static final int TRIES = 50;

  private static final TopicPartition PARTITION = new TopicPartition("tonghop.reports.40", 0);

  private final CountDownLatch waits = new CountDownLatch(1);
  private final CountDownLatch answers = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Waits for a registry that is away. */
  private final Deserializer<Object> registry =
      (topic, bytes) -> {
        waits.countDown();
        try {
          answers.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        return new String(bytes, StandardCharsets.UTF_8);
      };

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void valuesThatAreHeldAreNotWaitedForByAllThreads() throws Exception {
    try (Values values = new Values(registry)) {
      allButTheFirstAreTold(() -> values.read("tonghop.tables", new byte[] {'a'}, String.class));
    }
  }

  @Test
  void recordsOfTheHistoryAreNotWaitedForByAllThreads() throws Exception {
    MockConsumer<String, byte[]> kafka =
        new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name()) {
          @Override
          public synchronized void assign(java.util.Collection<TopicPartition> partitions) {
            super.assign(partitions);
            addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, 0, "key", new byte[] {'a'}));
          }
        };
    kafka.updateBeginningOffsets(Map.of(PARTITION, 0L));
    kafka.updateEndOffsets(Map.of(PARTITION, 1L));
    try (RecordReader reader = new RecordReader(new AvroConsumer(kafka, registry))) {
      allButTheFirstAreTold(
          () ->
              reader
                  .read(
                      new SourceRecord(PARTITION.topic(), 0, 0),
                      (record, from) -> (String) from.value(record))
                  .orElseThrow()
                  .value());
    }
  }

  /** A page that reads dozens of records leaves a turn between two of them to others. */
  @Test
  void whoReadsOneRecordAfterAnotherLetsThoseWhoWaitGoFirst() throws Exception {
    Turn turn = new Turn(Duration.ofMinutes(1));
    for (int i = 0; i < TRIES; i++) {
      List<String> order = Collections.synchronizedList(new ArrayList<>());
      Thread other = new Thread(() -> turn.take("one", () -> order.add("one")));
      turn.take(
          "the first of many",
          () -> {
            other.start();
            while (other.getState() != Thread.State.TIMED_WAITING) {
              LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
            return order.add("the first of many");
          });
      turn.take("the next of many", () -> order.add("the next of many"));
      other.join();
      assertEquals(List.of("the first of many", "one", "the next of many"), order);
    }
  }

  private void allButTheFirstAreTold(Turn.Reading<String> reading) throws Exception {
    Future<String> first = threads.submit(reading::read);
    waits.await();
    long begun = System.nanoTime();
    List<Future<?>> others = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      others.add(threads.submit(() -> assertThrows(UnreadableException.class, reading::read)));
    }
    for (Future<?> other : others) {
      other.get();
    }
    assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(MOST_SECONDS), "they queued");
    answers.countDown();
    assertEquals("a", first.get());
    assertEquals("a", reading.read());
  }
}
