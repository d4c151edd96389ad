package vn.tonghop.schemas.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reading to the end ends, one way or the other. */
@Timeout(30)
class TopicEndTest {

  private static final TopicPartition LEFT = new TopicPartition("t", 0);
  private static final TopicPartition RIGHT = new TopicPartition("t", 1);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final MockConsumer<String, String> consumer = new MockConsumer<>("earliest");
  private final List<String> taken = new ArrayList<>();

  @Test
  void everyRecordOfEveryPartitionIsTakenAndThenItEnds() {
    expect(2, 1);
    consumer.schedulePollTask(() -> add(LEFT, 0, "a"));
    consumer.schedulePollTask(() -> add(RIGHT, 0, "b"));
    consumer.schedulePollTask(() -> add(LEFT, 1, "c"));
    TopicEnd.readAll(consumer, List.of(LEFT, RIGHT), each -> taken.add(each.value()));
    assertEquals(List.of("a", "b", "c"), taken);
  }

  @Test
  void anEmptyTopicIsAtItsEnd() {
    expect(0, 0);
    TopicEnd.readAll(consumer, List.of(LEFT, RIGHT), each -> taken.add(each.value()));
    assertEquals(List.of(), taken);
  }

  @Test
  void whereNothingComesAnyMoreItGivesUpAndSaysHowMuchIsLeft() {
    expect(3, 0);
    consumer.assign(List.of(LEFT, RIGHT));
    consumer.seekToBeginning(List.of(LEFT, RIGHT));
    consumer.schedulePollTask(() -> add(LEFT, 0, "a"));
    TimeoutException failure =
        assertThrows(
            TimeoutException.class,
            () ->
                TopicEnd.readOn(
                    consumer, List.of(LEFT, RIGHT), SHORT, each -> taken.add(each.value())));
    assertEquals(List.of("a"), taken);
    assertTrue(failure.toString().contains("{t-0=2}"), failure.toString());
  }

  @Test
  void aReaderIsNotHeldAtTheEndUnlessItWantsToBe() {
    Map<String, Object> reader = TopicEnd.reader(Map.of("bootstrap.servers", "b:1"));
    assertEquals("b:1", reader.get("bootstrap.servers"));
    assertEquals("read_committed", reader.get("isolation.level"));
    assertEquals(10, reader.get("fetch.max.wait.ms"));
    assertEquals(7, TopicEnd.reader(Map.of("fetch.max.wait.ms", 7)).get("fetch.max.wait.ms"));
  }

  private void expect(long left, long right) {
    consumer.updateBeginningOffsets(Map.of(LEFT, 0L, RIGHT, 0L));
    consumer.updateEndOffsets(Map.of(LEFT, left, RIGHT, right));
  }

  private void add(TopicPartition partition, long offset, String value) {
    consumer.addRecord(
        new ConsumerRecord<>(partition.topic(), partition.partition(), offset, "key", value));
  }
}
