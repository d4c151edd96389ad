package vn.tonghop.streams.runtime;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import vn.tonghop.schemas.topic.Topics;

/**
 * Keeps one sender's trouble from the others, where Kafka Streams would stop for it: a reports
 * topic without a receipts topic is not subscribed, and a record whose schema the registry, being
 * away, has not yet given holds back its own topic alone. Used by one stream thread, as any
 * consumer is.
 */
final class IntakeConsumer extends KafkaConsumer<byte[], byte[]> {

  private final IntakeGuards guards;
  private final HeldPartitions held;
  private final Set<TopicPartition> pausedByStreams = new HashSet<>();
  private Set<String> subscribed = Set.of();
  private @Nullable ConsumerRebalanceListener listener;

  IntakeConsumer(Map<String, Object> config, IntakeGuards guards) {
    super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.guards = guards;
    this.held = new HeldPartitions(guards.schemas());
  }

  /** Streams asks for all topics of a pattern; it gets those that can be read, kept up to date. */
  @Override
  public void subscribe(Pattern pattern, ConsumerRebalanceListener listener) {
    this.listener = listener;
    resubscribe(guards.sources());
  }

  @Override
  public void unsubscribe() {
    listener = null;
    subscribed = Set.of();
    super.unsubscribe();
  }

  @Override
  public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    Set<String> sources = guards.sources();
    if (listener != null && !sources.equals(subscribed)) {
      resubscribe(sources);
    }
    release();
    ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
    if (records.isEmpty()) {
      return records;
    }
    HeldPartitions.Sifted sifted = held.sift(records);
    sifted.newlyHeld().forEach(this::seek);
    super.pause(sifted.newlyHeld().keySet());
    if (hasReports(sifted.records())) {
      guards.reference().readToEnd();
    }
    return sifted.records();
  }

  @Override
  public void pause(Collection<TopicPartition> partitions) {
    pausedByStreams.addAll(partitions);
    super.pause(partitions);
  }

  @Override
  public void resume(Collection<TopicPartition> partitions) {
    pausedByStreams.removeAll(partitions);
    Set<TopicPartition> free = new HashSet<>(partitions);
    free.removeAll(held.partitions());
    super.resume(free);
  }

  private static boolean hasReports(ConsumerRecords<byte[], byte[]> records) {
    return records.partitions().stream()
        .anyMatch(partition -> Topics.unitOf(partition.topic()).isPresent());
  }

  private void release() {
    held.keepOnly(assignment());
    pausedByStreams.retainAll(assignment());
    Set<TopicPartition> free = held.release();
    free.removeAll(pausedByStreams);
    super.resume(free);
  }

  private void resubscribe(Set<String> sources) {
    subscribed = sources;
    super.subscribe(sources, requireNonNull(listener));
  }
}
