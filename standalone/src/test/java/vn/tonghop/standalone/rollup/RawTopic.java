package vn.tonghop.standalone.rollup;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.tonghop.schemas.topic.TopicEnd;

/** A topic's committed records, byte for byte. */
final class RawTopic {

  private static final Duration POLL = Duration.ofMillis(200);

  private RawTopic() {}

  static List<ConsumerRecord<byte[], byte[]>> read(Ground ground, String topic) {
    return read(ground, List.of(topic));
  }

  /** Of several topics, each partition in its order. */
  static List<ConsumerRecord<byte[], byte[]>> read(Ground ground, List<String> topics) {
    Map<String, Object> config = TopicEnd.reader(ground.config());
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          topics.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(POLL).forEach(records::add);
      }
    }
    return records;
  }

  /** The texts of all headers of that name. */
  static List<String> texts(ConsumerRecord<byte[], byte[]> record, String header) {
    List<String> texts = new ArrayList<>();
    for (Header each : record.headers().headers(header)) {
      texts.add(new String(each.value(), StandardCharsets.UTF_8));
    }
    return texts;
  }
}
