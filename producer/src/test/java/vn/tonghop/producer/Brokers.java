package vn.tonghop.producer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.producer.revision.AnsweredReports;
import vn.tonghop.schemas.mapping.ReceiptMapping;

/** Stands in for the broker's answer to which topics there are. */
public final class Brokers {

  private Brokers() {}

  static TopicCheck topics(String... names) {
    Set<String> known = Set.of(names);
    return new TopicCheck(
        topic -> {
          if (!known.contains(topic)) {
            throw Failures.of(topic, new UnknownTopicOrPartitionException("no " + topic));
          }
        },
        () -> {});
  }

  /** A publisher to a broker that has the reports topic of one unit. */
  public static ReportPublisher publisher(Producer<String, byte[]> kafka, String unit) {
    return new ReportPublisher(
        kafka, (topic, value) -> new byte[1], topics("tonghop.reports." + unit));
  }

  /** A reader of a unit's receipts, of which one is there after the others: the given one. */
  public static ReceiptReader receipts(String unit, Receipt next) {
    String topic = "tonghop.receipts." + unit;
    TopicPartition partition = new TopicPartition(topic, 0);
    MockConsumer<String, byte[]> consumer = new MockConsumer<>("none");
    consumer.updatePartitions(topic, List.of(new PartitionInfo(topic, 0, null, null, null)));
    consumer.updateEndOffsets(Map.of(partition, 5L));
    consumer.schedulePollTask(
        () -> consumer.addRecord(new ConsumerRecord<>(topic, 0, 5, "k", new byte[1])));
    return new ReceiptReader(
        new AvroConsumer(consumer, (from, bytes) -> ReceiptMapping.toAvro(next)));
  }

  /** A reader of a unit that has got no receipt. */
  public static ReceiptReader receiptsOfNothing(String unit) {
    return new ReceiptReader(empty("tonghop.receipts." + unit));
  }

  /** What is known of a unit that has sent nothing. */
  public static AnsweredReports nothingSent(String unit) {
    SentReports reports = new SentReports(empty("tonghop.reports." + unit));
    return new AnsweredReports(receiptsOfNothing(unit), reports, Duration.ofMillis(300));
  }

  private static AvroConsumer empty(String topic) {
    MockConsumer<String, byte[]> consumer = new MockConsumer<>("none");
    consumer.updatePartitions(topic, List.of(new PartitionInfo(topic, 0, null, null, null)));
    consumer.updateEndOffsets(Map.of(new TopicPartition(topic, 0), 0L));
    return new AvroConsumer(
        consumer,
        (from, bytes) -> {
          throw new AssertionError("there is none");
        });
  }
}
