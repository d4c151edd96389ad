package vn.tonghop.standalone;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.IsolationLevel;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceHistory;
import vn.tonghop.monitor.log.LogTimes;
import vn.tonghop.schemas.serde.RegistryAvroDeserializer;
import vn.tonghop.schemas.topic.TopicEnd;
import vn.tonghop.streams.runtime.ReferenceReader;

/** The newest version of a cluster's reference data, each time that somebody asks. */
final class NewestReference implements Supplier<Optional<ReferenceData>>, AutoCloseable {

  private final ReferenceReader reader;

  /**
   * @param config of Kafka's clients and of the registry's deserializer
   */
  NewestReference(Map<String, Object> config) {
    Map<String, Object> reading = TopicEnd.reader(config);
    reading.put("specific.avro.reader", "true");
    RegistryAvroDeserializer values = new RegistryAvroDeserializer();
    values.configure(reading, false);
    this.reader =
        new ReferenceReader(
            LogTimes.consumer(
                reading,
                IsolationLevel.READ_COMMITTED,
                ConsumerConfig.DEFAULT_MAX_PARTITION_FETCH_BYTES),
            values,
            false);
  }

  /**
   * Reads on to the topic's end.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker or the registry is out of reach
   */
  @Override
  public Optional<ReferenceData> get() {
    reader.readToEnd();
    return reader.history().map(ReferenceHistory::last).map(ReferenceHistory.Version::data);
  }

  @Override
  public void close() {
    reader.close();
  }
}
