package vn.tonghop.console.view;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.tonghop.domain.acceptance.SourceRecord;

/** A record that is held as it was read, since most are never asked for. */
@SuppressWarnings("ArrayRecordComponent") // Never compared; the bytes are nobody's else.
record Held(int partition, long offset, long timestamp, byte[] value) {

  static Held of(ConsumerRecord<String, byte[]> record) {
    return new Held(record.partition(), record.offset(), record.timestamp(), record.value());
  }

  /** Where it stands, whatever its bytes say. */
  Place place(String topic) {
    return new Place(new SourceRecord(topic, partition, offset), Instant.ofEpochMilli(timestamp));
  }

  /** With what its bytes say. */
  <T> Logged<T> says(String topic, T meaning) {
    Place place = place(topic);
    return new Logged<>(place.source(), place.at(), meaning);
  }
}
