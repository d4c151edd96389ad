package vn.tonghop.bench.drain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.tonghop.bench.cluster.Cluster;

/**
 * How much the broker keeps of an application's state once it has cleaned up: what a restart must
 * read, and what a year of reports costs on disk.
 */
public final class Changelogs {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private static final Map<String, String> CLEAN_NOW =
      Map.of(
          "min.cleanable.dirty.ratio", "0.001",
          "segment.ms", "100",
          "min.compaction.lag.ms", "0",
          "max.compaction.lag.ms", "1",
          "delete.retention.ms", "0");

  private final Cluster cluster;
  private final List<String> topics;

  private Changelogs(Cluster cluster, List<String> topics) {
    this.cluster = cluster;
    this.topics = topics;
  }

  /**
   * Makes the broker clean an application's changelogs, waits for it and measures them. The
   * application must have ended: each partition gets one more record, which deletes what is not
   * there. It can be started again.
   *
   * @return bytes on disk by topic
   */
  public static Map<String, Long> cleaned(Cluster cluster, String applicationId)
      throws InterruptedException, IOException {
    List<String> topics =
        cluster
            .topics()
            .filter(it -> it.startsWith(applicationId + "-") && it.endsWith("-changelog"))
            .toList();
    return new Changelogs(cluster, topics).clean();
  }

  private Map<String, Long> clean() throws InterruptedException, IOException {
    try {
      configure(CLEAN_NOW, AlterConfigOp.OpType.SET);
      Map<TopicPartition, Long> ends = ends();
      // A segment is closed, and can be cleaned, when the next record comes after its time.
      LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
      append(ends.keySet());
      awaitCleaned(ends);
      configure(CLEAN_NOW, AlterConfigOp.OpType.DELETE);
    } catch (ExecutionException e) {
      throw new KafkaException("changelogs cannot be cleaned", e.getCause());
    }
    Map<String, Long> sizes = new TreeMap<>();
    for (String topic : topics) {
      sizes.put(topic, bytes(topic));
    }
    return sizes;
  }

  private void configure(Map<String, String> values, AlterConfigOp.OpType how)
      throws ExecutionException, InterruptedException {
    List<AlterConfigOp> settings = new ArrayList<>();
    values.forEach(
        (key, value) -> settings.add(new AlterConfigOp(new ConfigEntry(key, value), how)));
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    topics.forEach(
        topic -> changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic), settings));
    cluster.admin().incrementalAlterConfigs(changes).all().get();
  }

  private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    cluster
        .admin()
        .describeTopics(topics)
        .allTopicNames()
        .get()
        .forEach(
            (topic, described) ->
                described
                    .partitions()
                    .forEach(
                        each ->
                            asked.put(
                                new TopicPartition(topic, each.partition()), OffsetSpec.latest())));
    Map<TopicPartition, Long> ends = new HashMap<>();
    cluster
        .admin()
        .listOffsets(asked)
        .all()
        .get()
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    ends.values().removeIf(end -> end == 0);
    return ends;
  }

  private void append(Iterable<TopicPartition> partitions) {
    byte[] key = "bench: ends a segment".getBytes(StandardCharsets.UTF_8);
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", cluster.bootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (TopicPartition each : partitions) {
        var unused = producer.send(new ProducerRecord<>(each.topic(), each.partition(), key, null));
      }
    }
  }

  private void awaitCleaned(Map<TopicPartition, Long> ends) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Map<TopicPartition, Long> cleaned = checkpoint();
      List<TopicPartition> dirty =
          ends.keySet().stream()
              .filter(each -> cleaned.getOrDefault(each, 0L) < ends.getOrDefault(each, 0L))
              .toList();
      if (dirty.isEmpty()) {
        return;
      }
      if (System.nanoTime() > deadline) {
        throw new KafkaException("not cleaned in time: " + dirty);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  /** Up to where the broker's cleaner has come: a version, a count, then a line a partition. */
  private Map<TopicPartition, Long> checkpoint() throws IOException {
    Map<TopicPartition, Long> cleaned = new HashMap<>();
    Path file = cluster.brokerLog().resolve("cleaner-offset-checkpoint");
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] words = line.split(" ", -1);
        if (words.length == 3) {
          cleaned.put(
              new TopicPartition(words[0], Integer.parseInt(words[1])), Long.parseLong(words[2]));
        }
      }
    }
    return cleaned;
  }

  private long bytes(String topic) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(cluster.brokerLog(), 2)) {
      for (Path file : files.toList()) {
        Path within = cluster.brokerLog().relativize(file);
        if (within.toString().matches(topic + "-\\d+/.*\\.log")) {
          bytes += Files.size(file);
        }
      }
    }
    return bytes;
  }
}
