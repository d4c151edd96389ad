package vn.tonghop.standalone.rollup;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import vn.tonghop.NationalTable;
import vn.tonghop.UnitRow;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.producer.ReportPublisher;
import vn.tonghop.schemas.serde.RegistryAvroDeserializer;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.cluster.Deployment;
import vn.tonghop.streams.topology.InternalTopics;

/**
 * One report through each task of the roll-up: when the committed tables show them all, every table
 * is right again.
 */
final class Probe implements AutoCloseable {

  private static final String UNIT = "01";
  private static final Duration POLL = Duration.ofMillis(10);

  /** A programme for each partition, with a period of it. */
  private final Map<Integer, String> programmes = new TreeMap<>();

  private final Map<String, String> periods = new HashMap<>();
  private final ReportPublisher publisher;
  private final KafkaConsumer<String, Object> tables;
  private final Map<SourceRecord, ProgressReport> sent = new HashMap<>();
  private final Map<String, Long> awaited = new HashMap<>();
  private int revision;

  Probe(Deployment deployment) {
    ReferenceRows.bundled()
        .of(ReferenceKind.PROGRAMME)
        .forEach(
            row -> {
              String code = row.get("code");
              if (programmes.putIfAbsent(InternalTopics.partition(code), code) == null) {
                periods.put(code, row.get("first_year") + "-Q3");
              }
            });
    if (programmes.size() != InternalTopics.PARTITIONS) {
      throw new AssertionError("no programme for each partition: " + programmes);
    }
    publisher = ReportPublisher.open(deployment.settings());
    Map<String, Object> reading = deployment.config();
    reading.put("isolation.level", "read_committed");
    reading.put("specific.avro.reader", "true");
    RegistryAvroDeserializer values = new RegistryAvroDeserializer();
    values.configure(reading, false);
    tables = new KafkaConsumer<>(reading, new StringDeserializer(), values);
    List<TopicPartition> partitions =
        tables.partitionsFor(Topics.TABLES.name()).stream()
            .map(each -> new TopicPartition(each.topic(), each.partition()))
            .toList();
    tables.assign(partitions);
  }

  /** Sends one on each programme; returns when they are acknowledged. */
  void send() {
    revision++;
    tables.seekToEnd(tables.assignment());
    tables.assignment().forEach(tables::position);
    for (String programme : programmes.values()) {
      ProgressReport report = SomeReports.right(UNIT, programme, periods.get(programme), revision);
      SourceRecord place = publisher.publish(report).join();
      sent.put(place, report);
      awaited.put(programme, place.offset());
    }
  }

  /** Where everything stands that it has sent. */
  Map<SourceRecord, ProgressReport> sent() {
    return Map.copyOf(sent);
  }

  /** Waits until tables show them all, and says how long after {@code since} that was. */
  Duration awaitTables(long since, Duration patience) {
    Await.until(
        "tables of " + awaited.keySet(),
        patience,
        () -> {
          tables.poll(POLL).forEach(this::seen);
          return awaited.isEmpty();
        });
    return Duration.ofNanos(System.nanoTime() - since);
  }

  private void seen(ConsumerRecord<String, Object> record) {
    if (record.value() instanceof NationalTable table) {
      String programme = table.getProgramme().toString();
      for (UnitRow row : table.getByUnit()) {
        Long offset = awaited.get(programme);
        if (offset != null
            && row.getCode().toString().equals(UNIT)
            && row.getReport().getOffset() >= offset) {
          awaited.remove(programme);
        }
      }
    }
  }

  @Override
  public void close() {
    publisher.close();
    tables.close();
  }
}
