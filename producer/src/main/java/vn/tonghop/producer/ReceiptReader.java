package vn.tonghop.producer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.producer.PublishException.Reason;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.schemas.mapping.ReceiptMapping;
import vn.tonghop.schemas.topic.TopicEnd;
import vn.tonghop.schemas.topic.Topics;

/**
 * Reads units' receipts, committed ones only, without joining a group: two readers never take
 * receipts from each other. For one thread.
 */
public final class ReceiptReader implements AutoCloseable {

  private final AvroConsumer source;
  private final Consumer<String, byte[]> consumer;
  private final Map<TopicPartition, Long> ends = new HashMap<>();

  ReceiptReader(AvroConsumer source) {
    this.source = source;
    this.consumer = source.kafka();
  }

  /**
   * A reader of no unit yet.
   *
   * @throws PublishException if no address of a broker can be resolved, or Kafka does not accept a
   *     setting
   */
  public static ReceiptReader open(Settings settings) {
    return new ReceiptReader(AvroConsumer.open(settings));
  }

  /**
   * Adds a unit's receipts, all that there are.
   *
   * @throws PublishException if the unit has no receipts topic, or the broker is out of reach
   */
  public void fromBeginning(String unit) {
    add(unit, true);
  }

  /**
   * Adds a unit's receipts from now on: call it before sending what is to be answered.
   *
   * @throws PublishException if the unit has no receipts topic, or the broker is out of reach
   */
  public void fromNow(String unit) {
    add(unit, false);
  }

  /**
   * Adds a unit's receipts of reports that came in at that time, and all behind the first of them.
   *
   * @throws PublishException if the unit has no receipts topic, or the broker is out of reach
   */
  public void fromTime(String unit, Instant time) {
    add(unit, false);
    try {
      TopicPartition partition = only(unit);
      @Nullable OffsetAndTimestamp first =
          consumer
              .offsetsForTimes(Map.of(partition, Math.max(0, time.toEpochMilli())))
              .get(partition);
      if (first != null) {
        consumer.seek(partition, first.offset());
      }
    } catch (KafkaException e) {
      throw Failures.of(unit, e);
    }
  }

  private void add(String unit, boolean fromBeginning) {
    try {
      List<TopicPartition> added = partitions(Topics.receipts(unit).name());
      List<TopicPartition> all = new ArrayList<>(consumer.assignment());
      all.addAll(added);
      consumer.assign(all);
      ends.putAll(consumer.endOffsets(added));
      for (TopicPartition partition : added) {
        consumer.seek(partition, fromBeginning ? 0 : end(partition));
      }
    } catch (IllegalArgumentException e) {
      throw new PublishException(Reason.NO_SUCH_TOPIC, "no unit with a topic: " + unit, e);
    } catch (KafkaException e) {
      throw Failures.of(unit, e);
    }
  }

  /**
   * Looks how far the receipts of all added units go by now.
   *
   * @throws PublishException if the broker is out of reach
   */
  public void lookAgain() {
    try {
      ends.putAll(consumer.endOffsets(ends.keySet()));
    } catch (KafkaException e) {
      throw Failures.of("receipts", e);
    }
  }

  private List<TopicPartition> partitions(String topic) {
    List<TopicPartition> found = TopicEnd.partitions(consumer, topic);
    if (found.isEmpty()) {
      throw new PublishException(Reason.NO_SUCH_TOPIC, "no topic " + topic);
    }
    return found;
  }

  /**
   * The next receipts, in each unit's order; none if none come in time.
   *
   * @throws PublishException if one cannot be read, or the registry is out of reach
   */
  public List<Receipt> poll(Duration wait) {
    return pollAnswers(wait).stream().map(Answer::receipt).toList();
  }

  /**
   * The same with the time of what is answered.
   *
   * @throws PublishException if one cannot be read, or the registry is out of reach
   */
  public List<Answer> pollAnswers(Duration wait) {
    List<Answer> answers = new ArrayList<>();
    try {
      for (ConsumerRecord<String, byte[]> sent : consumer.poll(wait)) {
        answer(sent).ifPresent(answers::add);
      }
    } catch (KafkaException e) {
      throw Failures.of("receipts", e);
    }
    return answers;
  }

  private Optional<Answer> answer(ConsumerRecord<String, byte[]> sent) {
    return source.value(sent) instanceof vn.tonghop.Receipt receipt
        ? Optional.of(
            new Answer(ReceiptMapping.fromAvro(receipt), Instant.ofEpochMilli(sent.timestamp())))
        : Optional.empty();
  }

  /**
   * Whether everything has been read that was there when the units were added, or when {@link
   * #lookAgain} was called last.
   */
  public boolean isCaughtUp() {
    return ends.keySet().stream()
        .allMatch(partition -> consumer.position(partition) >= end(partition));
  }

  private long end(TopicPartition partition) {
    return ends.getOrDefault(partition, 0L);
  }

  /**
   * Takes the receipts of the only unit that was added, from the first to a place, and goes on
   * there.
   *
   * @param offset of a receipt that is there, or the end
   * @throws PublishException if one cannot be read, or broker or registry are out of reach
   */
  public void readTo(String unit, long offset, java.util.function.Consumer<Answer> take) {
    TopicPartition partition = only(unit);
    try {
      consumer.seek(partition, 0);
      TopicEnd.readOn(
          consumer,
          Map.of(partition, offset),
          TopicEnd.PATIENCE,
          sent -> {
            if (sent.offset() < offset) {
              answer(sent).ifPresent(take);
            }
          });
      consumer.seek(partition, offset);
    } catch (KafkaException e) {
      throw Failures.of(unit, e);
    }
  }

  /**
   * The place of a unit's receipt that is read next.
   *
   * @throws PublishException if the broker is out of reach
   */
  public long position(String unit) {
    try {
      return consumer.position(only(unit));
    } catch (KafkaException e) {
      throw Failures.of(unit, e);
    }
  }

  private static TopicPartition only(String unit) {
    return new TopicPartition(Topics.receipts(unit).name(), 0);
  }

  /** Makes a {@link #poll} that waits in another thread end with Kafka's WakeupException. */
  public void wakeup() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    source.close();
  }
}
