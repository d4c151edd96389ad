package vn.tonghop.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.bench.cluster.Jvm;
import vn.tonghop.bench.drain.Contender;
import vn.tonghop.bench.drain.Expected;
import vn.tonghop.bench.workload.Workload;
import vn.tonghop.schemas.topic.TopicEnd;
import vn.tonghop.standalone.process.ChildJvm;

/**
 * The peer in the rounds.
 *
 * @param mostSeconds that it is measured for: it may be much slower than all others
 */
public record Peer(Jvm jvm, double mostSeconds) implements Contender {

  public static final String NAME = "streams-dsl";

  private static final String GROUP = "bench-" + NAME;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String group(int pass) {
    return GROUP;
  }

  @Override
  public List<String> stages() {
    return PeerTopology.stages(GROUP);
  }

  @Override
  public ChildJvm start(Filled filled, Path folder) {
    createOutput(filled);
    Properties file = new Properties();
    file.put("bootstrap.servers", filled.cluster().bootstrap());
    file.put("schema.registry.url", filled.cluster().registryUrl());
    file.put("regime", Workload.REGIME.id());
    file.put("application.id", GROUP);
    file.put("state.dir", folder.resolve("state").toString());
    Path config = folder.resolve("peer.properties");
    try (Writer writer = Files.newBufferedWriter(config)) {
      file.store(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jvm.start(
        folder.resolve("peer.log"), PeerMain.class.getName(), List.of(config.toString()));
  }

  private static void createOutput(Filled filled) {
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
  public void forget(Filled filled) throws InterruptedException {
    filled.cluster().forget(GROUP);
    filled.cluster().delete(List.of(PeerTopology.TABLES));
  }
}
