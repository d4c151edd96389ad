package vn.tonghop.monitor.business;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.schemas.mapping.TableMapping;

/** The last committed version of each table, decoded when somebody asks for it. */
final class KnownTables {

  private final Deserializer<Object> values;
  private final Map<String, ConsumerRecord<byte[], byte[]>> records = new HashMap<>();
  private final Map<String, Decoded> decoded = new HashMap<>();

  private record Decoded(ConsumerRecord<byte[], byte[]> record, NationalTable table) {}

  KnownTables(Deserializer<Object> values) {
    this.values = values;
  }

  void take(ConsumerRecord<byte[], byte[]> record) {
    String key = new String(record.key(), StandardCharsets.UTF_8);
    if (record.value() == null) {
      records.remove(key);
    } else {
      records.put(key, record);
    }
  }

  /**
   * The table of a programme and target, if anybody has reported.
   *
   * @throws org.apache.kafka.common.KafkaException if the registry is away, or it is no table
   */
  Optional<NationalTable> table(String programme, Period target) {
    String key = programme + "|" + target.label();
    ConsumerRecord<byte[], byte[]> record = records.get(key);
    if (record == null) {
      return Optional.empty();
    }
    Decoded known = decoded.get(key);
    if (known == null || known.record() != record) {
      known = new Decoded(record, decode(record));
      decoded.put(key, known);
    }
    return Optional.of(known.table());
  }

  private NationalTable decode(ConsumerRecord<byte[], byte[]> record) {
    return TableMapping.fromAvro(
        (vn.tonghop.NationalTable) values.deserialize(record.topic(), record.value()));
  }
}
