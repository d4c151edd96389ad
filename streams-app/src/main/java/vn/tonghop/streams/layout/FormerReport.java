package vn.tonghop.streams.layout;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.schemas.mapping.ReportStateMapping;
import vn.tonghop.schemas.serde.AvroBinary;
import vn.tonghop.schemas.state.ReportStateSerde;
import vn.tonghop.streams.processor.ReportKey;
import vn.tonghop.streams.topology.InternalTopics;

/**
 * Makes of a record of the former changelog what Kafka Streams writes into the new one: another
 * key, other bytes, and the partition of the programme, which is not that of the key.
 */
final class FormerReport {

  private final Regime regime;
  private final String changelog;
  private final AvroBinary<vn.tonghop.internal.ReportState> former =
      AvroBinary.of(vn.tonghop.internal.ReportState.class);
  private final ReportStateSerde states;

  /**
   * @param changelog to be written
   */
  FormerReport(Regime regime, String changelog) {
    this.regime = regime;
    this.changelog = changelog;
    this.states = new ReportStateSerde(regime);
  }

  /**
   * The new record, of the same time and without headers.
   *
   * @throws SerializationException if the former version did not write it; nothing is passed over
   */
  ProducerRecord<byte[], byte[]> carriedOver(ConsumerRecord<byte[], byte[]> record) {
    try {
      // PROGRAMME|BODY|PERIOD, of which none has a bar in it.
      String[] key = new String(record.key(), StandardCharsets.UTF_8).split("\\|", -1);
      String carried = ReportKey.of(key[0], key[2], key[1]);
      return new ProducerRecord<>(
          changelog,
          InternalTopics.partition(key[0]),
          record.timestamp(),
          carried.getBytes(StandardCharsets.UTF_8),
          value(record));
    } catch (RuntimeException e) {
      throw new SerializationException(
          "%s-%d offset %d cannot be carried over: %s"
              .formatted(record.topic(), record.partition(), record.offset(), e.getMessage()),
          e);
    }
  }

  private byte @Nullable [] value(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return null;
    }
    ReportState state =
        ReportStateMapping.fromAvro(
            regime, former.deserializer().deserialize(record.topic(), record.value()));
    return states.serializer().serialize(changelog, state);
  }
}
