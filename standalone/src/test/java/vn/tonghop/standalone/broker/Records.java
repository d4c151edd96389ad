package vn.tonghop.standalone.broker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.tonghop.schemas.topic.TopicEnd;

/** Writes and reads a topic of three partitions as other programs do. */
final class Records {
  static final String TOPIC = "reports";
  static final int PARTITIONS = 3;
  private static final Duration POLL = Duration.ofMillis(200);

  private Records() {}

  static void createTopic(String bootstrap) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1))).all().get();
    }
  }

  /** Returns when every one of them is acknowledged, in one transaction. */
  static void writeInOneTransaction(String bootstrap, List<String> values) throws Exception {
    Map<String, Object> config =
        Map.of("bootstrap.servers", bootstrap, "transactional.id", "a-writer");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      List<Future<RecordMetadata>> sent =
          values.stream().map(v -> producer.send(new ProducerRecord<>(TOPIC, v, v))).toList();
      producer.commitTransaction();
      for (Future<RecordMetadata> record : sent) {
        record.get();
      }
    }
  }

  /** All committed values, sorted. */
  static List<String> read(String bootstrap) {
    Map<String, Object> config =
        TopicEnd.reader(
            Map.of(
                "bootstrap.servers", bootstrap,
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false"));
    TreeSet<String> values = new TreeSet<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> all =
          IntStream.range(0, PARTITIONS).mapToObj(p -> new TopicPartition(TOPIC, p)).toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(POLL).forEach(received -> values.add(received.value()));
      }
    }
    return List.copyOf(values);
  }
}
