package vn.tonghop.streams.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.reference.ReferenceHistory;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.schemas.mapping.ReferenceMapping;
import vn.tonghop.schemas.registry.RegistryUnavailableException;

/** Which version of the reference data is in force when. */
class ReferenceReaderTest {

  private static final TopicPartition TOPIC = new TopicPartition("tonghop.reference", 0);
  private static final ReferenceRows GOOD = ReferenceRows.bundled();
  private static final ReferenceRows BAD =
      new ReferenceRows(
          Map.of(ReferenceKind.UNIT, List.of(Map.of("code", "40", "valid_from", "yesterday"))));

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final List<Object> values = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();
  private @Nullable RuntimeException registry;
  private boolean firstOnly;

  @Test
  void aRecordIsJudgedByTheLastVersionAppendedAtOrBeforeItsTime() {
    append(1, GOOD, 1_000);
    append(2, GOOD, 2_000);
    ReferenceReader reader = read();
    assertEquals(1, numberAt(reader, 0));
    assertEquals(1, numberAt(reader, 1_999));
    assertEquals(2, numberAt(reader, 2_000));
    assertEquals(2, numberAt(reader, 9_000));
  }

  @Test
  void aVersionIsInForceFromItsLastRowOn() {
    append(1, GOOD, 1_000);
    append(2, GOOD, 2_000);
    times.set(times.size() - 1, 2_500L);
    ReferenceReader reader = read();
    assertEquals(1, numberAt(reader, 2_499));
    assertEquals(2, numberAt(reader, 2_500));
  }

  @Test
  void aVersionThatIsNotCompleteIsNotInForce() {
    append(1, GOOD, 1_000);
    Object last = values.remove(values.size() - 1);
    times.remove(times.size() - 1);
    ReferenceReader reader = read();
    assertEquals(Optional.empty(), reader.history());
    assertThrows(IllegalStateException.class, () -> reader.at(Instant.EPOCH));

    values.add(last);
    times.add(3_000L);
    offer(values.size() - 1);
    reader.readToEnd();
    assertEquals(Instant.ofEpochMilli(3_000), reader.at(Instant.EPOCH).from());
  }

  @Test
  void aVersionThatCannotBeUsedNeverComesIntoForce() {
    append(1, GOOD, 1_000);
    append(2, BAD, 2_000);
    append(3, GOOD, 3_000);
    ReferenceReader reader = read();
    assertEquals(1, numberAt(reader, 2_500));
    assertEquals(3, numberAt(reader, 3_000));
  }

  @Test
  void whatIsNoReferenceDataIsPassedOver() {
    add("no reference data", 10);
    add(new SerializationException("not in the wire format"), 20);
    append(1, GOOD, 1_000);
    assertEquals(1, numberAt(read(), 1_000));
  }

  @Test
  void theTopicIsReadOnFromWhereItWasReadTo() {
    append(1, GOOD, 1_000);
    ReferenceReader reader = read();
    int before = values.size();
    append(2, GOOD, 2_000);
    assertEquals(1, numberAt(reader, 2_000));
    offer(before);
    reader.readToEnd();
    assertEquals(2, numberAt(reader, 2_000));
  }

  @Test
  void whileTheRegistryIsAwayNothingIsSkipped() {
    append(1, GOOD, 1_000);
    ReferenceReader reader = open();
    registry = new RegistryUnavailableException("away");
    for (int i = 0; i < 3; i++) {
      assertThrows(RetriableException.class, reader::readToEnd);
      assertEquals(0, consumer.position(TOPIC));
      offer(0);
    }
    assertTrue(reader.history().isEmpty());
    registry = null;
    reader.readToEnd();
    assertEquals(1, numberAt(reader, 1_000));
  }

  @Test
  void demoAndTryKnowTheFirstVersionOnly() {
    firstOnly = true;
    append(1, GOOD, 1_000);
    append(2, GOOD, 2_000);
    ReferenceReader reader = read();
    assertEquals(1, numberAt(reader, 5_000));
    append(3, GOOD, 500);
    reader.readToEnd();
    assertEquals(1, numberAt(reader, 5_000));
  }

  @Test
  void closingItClosesItsConsumer() {
    ReferenceReader reader = open();
    assertFalse(consumer.closed());
    reader.close();
    assertTrue(consumer.closed());
  }

  private static long numberAt(ReferenceReader reader, long millis) {
    ReferenceHistory.Version version = reader.at(Instant.ofEpochMilli(millis));
    return version.number();
  }

  private void append(long version, ReferenceRows rows, long at) {
    ReferenceMapping.toAvro(rows, version).forEach(row -> add(row.entry(), at));
  }

  private void add(Object value, long at) {
    values.add(value);
    times.add(at);
  }

  private ReferenceReader read() {
    ReferenceReader reader = open();
    reader.readToEnd();
    return reader;
  }

  private ReferenceReader open() {
    ReferenceReader reader = new ReferenceReader(consumer, this::value, firstOnly);
    consumer.updateBeginningOffsets(Map.of(TOPIC, 0L));
    offer(0);
    return reader;
  }

  /** What a poll brings from that offset on. The mock gives each record once, seek or no seek. */
  private void offer(int from) {
    for (int i = from; i < values.size(); i++) {
      consumer.addRecord(record(i, times.get(i)));
    }
    consumer.updateEndOffsets(Map.of(TOPIC, (long) values.size()));
  }

  @SuppressWarnings("NullAway") // Kafka means "no key" by null.
  private static ConsumerRecord<byte[], byte[]> record(int offset, long at) {
    byte[] value = ByteBuffer.allocate(Integer.BYTES).putInt(offset).array();
    return new ConsumerRecord<>(
        TOPIC.topic(),
        TOPIC.partition(),
        offset,
        at,
        TimestampType.LOG_APPEND_TIME,
        0,
        value.length,
        null,
        value,
        new RecordHeaders(),
        Optional.empty());
  }

  /** As the registry's deserializer does: what is wrong comes as a serialization error. */
  private Object value(String topic, byte[] bytes) {
    if (registry != null) {
      throw new SerializationException(registry.getMessage(), registry);
    }
    Object value = values.get(ByteBuffer.wrap(bytes).getInt());
    if (value instanceof SerializationException unreadable) {
      throw unreadable;
    }
    return value;
  }
}
