package vn.tonghop.bench.peer;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.bench.drain.Expected;
import vn.tonghop.schemas.topic.TopicEnd;
import vn.tonghop.streams.config.RollUpSettings;

/** The peer that makes national tables and nothing else, in a topic and bytes of its own. */
final class TablesJob implements PeerJob {

  @Override
  public String name() {
    return Peer.TABLES;
  }

  @Override
  public Topology topology(StreamsConfig config, RollUpSettings settings, PeerCheck check) {
    return PeerTopology.build(config, () -> new PeerIntake(check));
  }

  @Override
  public List<String> stages(String applicationId) {
    return PeerTopology.stages(applicationId);
  }

  @Override
  public void createOutput(Filled filled) {
    NewTopic tables =
        new NewTopic(PeerTopology.TABLES, PeerTopology.PARTITIONS, (short) 1)
            .configs(
                Map.of(
                    "cleanup.policy",
                    "compact",
                    "message.timestamp.after.max.ms",
                    Long.toString(Long.MAX_VALUE)));
    try {
      filled.cluster().admin().createTopics(List.of(tables)).all().get();
    } catch (ExecutionException e) {
      throw new KafkaException("no topic for the peer", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException(e);
    }
  }

  @Override
  public List<String> complaints(Filled filled, Expected expected) {
    Map<String, PeerTable> tables = read(filled);
    return tables.equals(PeerExpected.tables(filled.workload(), filled.count()))
        ? List.of()
        : List.of("its tables are not what they should be");
  }

  private static Map<String, PeerTable> read(Filled filled) {
    Map<String, PeerTable> tables = new TreeMap<>();
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            filled.cluster().bootstrap(),
            "isolation.level",
            "read_committed",
            "enable.auto.commit",
            false);
    List<TopicPartition> partitions =
        IntStream.range(0, PeerTopology.PARTITIONS)
            .mapToObj(each -> new TopicPartition(PeerTopology.TABLES, each))
            .toList();
    try (KafkaConsumer<String, PeerTable> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), PeerSerdes.table().deserializer())) {
      TopicEnd.readAll(
          consumer,
          partitions,
          record -> {
            if (record.value() == null) {
              tables.remove(record.key());
            } else {
              tables.put(record.key(), record.value());
            }
          });
    }
    return tables;
  }

  @Override
  public void forgetOutput(Filled filled) throws InterruptedException {
    filled.cluster().delete(List.of(PeerTopology.TABLES));
  }
}
