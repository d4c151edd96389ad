package vn.tonghop.streams.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tonghop.schemas.registry.SchemaLookup;

/** A record whose schema is not known yet holds back its own topic, from itself on, alone. */
class HeldPartitionsTest {

  private static final TopicPartition NGHE_AN = new TopicPartition("tonghop.reports.40", 0);
  private static final TopicPartition DONG_NAI = new TopicPartition("tonghop.reports.75", 0);
  private static final TopicPartition INTERNAL = new TopicPartition("app-intake-repartition", 1);
  private static final int KNOWN = 1;
  private static final int UNKNOWN = 2;
  private static final int PENDING = 3;
  private static final int AWAY = 4;

  private final Map<Integer, SchemaLookup.Answer> answers = new HashMap<>();
  private final HeldPartitions held = new HeldPartitions(new SchemaGate(new Answers()));

  HeldPartitionsTest() {
    answers.put(KNOWN, new SchemaLookup.Answer.Known(Schema.create(Schema.Type.STRING)));
    answers.put(UNKNOWN, new SchemaLookup.Answer.Unknown("no such id"));
    answers.put(PENDING, new SchemaLookup.Answer.Pending());
    answers.put(AWAY, new SchemaLookup.Answer.Unavailable("away"));
  }

  @Test
  void whereEverySchemaIsAnsweredAllGoesOnAsItCame() {
    ConsumerRecords<byte[], byte[]> polled =
        polled(Map.of(NGHE_AN, List.of(of(KNOWN), of(UNKNOWN)), DONG_NAI, List.of(of(KNOWN))));
    HeldPartitions.Sifted sifted = held.sift(polled);
    assertSame(polled, sifted.records());
    assertEquals(Map.of(), sifted.newlyHeld());
    assertEquals(Set.of(), held.partitions());
  }

  @Test
  void fromTheFirstUnansweredSchemaOnATopicWaitsAndTheOthersGoOn() {
    for (int schema : List.of(PENDING, AWAY)) {
      HeldPartitions.Sifted sifted =
          held.sift(
              polled(
                  Map.of(
                      NGHE_AN,
                      List.of(of(KNOWN), of(UNKNOWN), of(schema), of(KNOWN)),
                      DONG_NAI,
                      List.of(of(KNOWN), of(KNOWN)))));
      assertEquals(List.of(100L, 101L), offsets(sifted, NGHE_AN));
      assertEquals(List.of(100L, 101L), offsets(sifted, DONG_NAI));
      assertEquals(Map.of(NGHE_AN, 102L), sifted.newlyHeld());
      assertEquals(102, next(sifted, NGHE_AN));
      assertEquals(102, next(sifted, DONG_NAI));
      assertEquals(Set.of(NGHE_AN), held.partitions());
    }
  }

  @Test
  void aTopicWhoseFirstRecordWaitsHasNoRecordsAndStaysWhereItIs() {
    HeldPartitions.Sifted sifted = held.sift(polled(Map.of(NGHE_AN, List.of(of(PENDING)))));
    assertEquals(Set.of(), sifted.records().partitions());
    assertEquals(Map.of(NGHE_AN, 100L), sifted.newlyHeld());
    assertEquals(100, next(sifted, NGHE_AN));
  }

  @Test
  void whatIsNoWireFormatNeedsNoSchema() {
    HeldPartitions.Sifted sifted =
        held.sift(
            polled(
                Map.of(
                    NGHE_AN,
                    List.of(new byte[0], new byte[] {0, 0, 0, 3}, new byte[] {1, 0, 0, 0, 3}))));
    assertEquals(Map.of(), sifted.newlyHeld());
    List<byte[]> tombstone = new ArrayList<>();
    tombstone.add(null);
    assertEquals(Map.of(), held.sift(polled(Map.of(NGHE_AN, tombstone))).newlyHeld());
  }

  @Test
  void internalTopicsAreNeverHeld() {
    assertEquals(Map.of(), held.sift(polled(Map.of(INTERNAL, List.of(of(PENDING))))).newlyHeld());
  }

  @Test
  void aTopicIsReleasedOnceItsSchemaIsAnsweredWhateverTheAnswer() {
    held.sift(
        polled(Map.of(NGHE_AN, List.of(of(PENDING)), DONG_NAI, List.of(of(AWAY), of(PENDING)))));
    assertEquals(Set.of(), held.release());
    assertEquals(Set.of(NGHE_AN, DONG_NAI), held.partitions());

    answers.put(PENDING, new SchemaLookup.Answer.Unknown("no such id"));
    assertEquals(Set.of(NGHE_AN), held.release());
    assertEquals(Set.of(DONG_NAI), held.partitions());

    answers.put(AWAY, new SchemaLookup.Answer.Known(Schema.create(Schema.Type.STRING)));
    assertEquals(Set.of(DONG_NAI), held.release());
    assertEquals(Set.of(), held.partitions());
  }

  @Test
  void aPartitionThatIsNoLongerOursIsForgotten() {
    held.sift(polled(Map.of(NGHE_AN, List.of(of(PENDING)), DONG_NAI, List.of(of(PENDING)))));
    held.keepOnly(Set.of(DONG_NAI, INTERNAL));
    assertEquals(Set.of(DONG_NAI), held.partitions());
  }

  private static byte[] of(int schema) {
    return ByteBuffer.allocate(9).put((byte) 0).putInt(schema).array();
  }

  /** Records from offset 100 on, as a poll gives them. */
  private static ConsumerRecords<byte[], byte[]> polled(Map<TopicPartition, List<byte[]>> values) {
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new LinkedHashMap<>();
    Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
    values.forEach(
        (partition, of) -> {
          List<ConsumerRecord<byte[], byte[]>> list = new ArrayList<>();
          for (byte[] value : of) {
            list.add(record(partition, 100 + list.size(), value));
          }
          records.put(partition, list);
          next.put(partition, new OffsetAndMetadata(100 + list.size()));
        });
    return new ConsumerRecords<>(records, next);
  }

  @SuppressWarnings("NullAway") // Kafka means "no key" and "no value" by null.
  private static ConsumerRecord<byte[], byte[]> record(
      TopicPartition partition, long offset, byte @Nullable [] value) {
    return new ConsumerRecord<>(partition.topic(), partition.partition(), offset, null, value);
  }

  private static List<Long> offsets(HeldPartitions.Sifted sifted, TopicPartition partition) {
    return sifted.records().records(partition).stream().map(ConsumerRecord::offset).toList();
  }

  private static long next(HeldPartitions.Sifted sifted, TopicPartition partition) {
    return Optional.ofNullable(sifted.records().nextOffsets().get(partition))
        .orElseThrow()
        .offset();
  }

  private final class Answers implements SchemaLookup {
    @Override
    public Answer lookup(int id) {
      return Optional.ofNullable(answers.get(id)).orElseThrow();
    }

    @Override
    public Optional<Schema> awaitSchema(int id, Duration most) {
      throw new AssertionError("a poll must not wait");
    }
  }
}
