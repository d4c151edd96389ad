package vn.tonghop.streams.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tonghop.ReferenceEntry;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceException;
import vn.tonghop.domain.reference.ReferenceHistory;
import vn.tonghop.schemas.mapping.ReferenceAssembly;
import vn.tonghop.schemas.topic.TopicEnd;
import vn.tonghop.schemas.topic.Topics;

/**
 * The versions of the reference data, read from their topic. A record may be judged only once
 * everything that was appended before it is known, so each batch of reports first waits until the
 * topic is read to its end. A version that cannot be used never comes into force.
 */
public final class ReferenceReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReferenceReader.class);
  private static final TopicPartition PARTITION = new TopicPartition(Topics.REFERENCE.name(), 0);

  private final Consumer<byte[], byte[]> consumer;
  private final Deserializer<Object> values;
  private final boolean firstVersionOnly;
  private final ReferenceAssembly assembly = new ReferenceAssembly();
  private final List<ReferenceHistory.Version> versions = new ArrayList<>();
  private volatile @Nullable ReferenceHistory history;

  /**
   * @param consumer read_committed, not subscribed; closed with this reader
   * @param values reads the registry's wire format into generated classes
   * @param firstVersionOnly whether later versions are ignored
   */
  public ReferenceReader(
      Consumer<byte[], byte[]> consumer, Deserializer<Object> values, boolean firstVersionOnly) {
    this.consumer = consumer;
    this.values = values;
    this.firstVersionOnly = firstVersionOnly;
    consumer.assign(List.of(PARTITION));
    consumer.seekToBeginning(List.of(PARTITION));
  }

  /**
   * Reads all that is there now.
   *
   * @throws RetriableException if the broker or the registry is out of reach; nothing is skipped
   */
  public synchronized void readToEnd() {
    if (firstVersionOnly && history != null) {
      return;
    }
    TopicEnd.readOn(consumer, List.of(PARTITION), TopicEnd.PATIENCE, this::takeOrReadAgain);
  }

  /** All versions so far; empty before the first. */
  public Optional<ReferenceHistory> history() {
    return Optional.ofNullable(history);
  }

  /**
   * The version that judges a record of that time.
   *
   * @throws IllegalStateException before the first version is there
   */
  public ReferenceHistory.Version at(Instant recordTime) {
    ReferenceHistory all =
        history()
            .orElseThrow(() -> new IllegalStateException("no version of the reference data yet"));
    return firstVersionOnly ? all.first() : all.at(recordTime);
  }

  private void takeOrReadAgain(ConsumerRecord<byte[], byte[]> record) {
    try {
      take(record);
    } catch (RetriableException e) {
      consumer.seek(PARTITION, record.offset());
      throw e;
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    try {
      if (values.deserialize(record.topic(), record.value()) instanceof ReferenceEntry entry) {
        assembly.add(entry).ifPresent(loaded -> use(loaded, record.timestamp()));
        return;
      }
      LOG.error("{} offset {}: not reference data", PARTITION, record.offset());
    } catch (SerializationException e) {
      if (e.getCause() instanceof RetriableException away) {
        throw away;
      }
      // Only administrators write here; what cannot be read cannot complete a version.
      LOG.error("{} offset {}: {}", PARTITION, record.offset(), e.toString());
    }
  }

  private void use(ReferenceAssembly.Complete loaded, long appendedAt) {
    try {
      ReferenceData data = ReferenceData.of(loaded.rows());
      versions.add(
          new ReferenceHistory.Version(loaded.version(), Instant.ofEpochMilli(appendedAt), data));
      history = new ReferenceHistory(versions);
    } catch (ReferenceException e) {
      LOG.error(
          "version {} of the reference data is not used:\n{}", loaded.version(), e.getMessage());
    }
  }

  @Override
  public synchronized void close() {
    consumer.close();
    values.close();
  }
}
