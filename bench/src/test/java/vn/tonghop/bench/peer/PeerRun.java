package vn.tonghop.bench.peer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import vn.tonghop.ProgressReport;
import vn.tonghop.domain.oracle.Arrival;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.schemas.mapping.ReportMapping;
import vn.tonghop.schemas.serde.ProgressReportDecoder;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.streams.config.RollUpSettings;

/** The peer's topology under Kafka's test driver. */
final class PeerRun implements AutoCloseable {

  private final TopologyTestDriver driver;
  private final TestOutputTopic<String, PeerTable> output;
  private final Map<String, TestInputTopic<byte[], byte[]>> input = new HashMap<>();
  private final Map<String, PeerTable> tables = new TreeMap<>();
  private int seen;

  PeerRun(Regime regime, ReferenceData reference) {
    StreamsConfig config =
        PeerSettings.of(
            RollUpSettings.of(Map.of("application.id", "peer", "state.dir", "target/peer")));
    ProgressReportDecoder decoder =
        new ProgressReportDecoder(id -> Optional.of(ProgressReport.getClassSchema()));
    Properties properties = new Properties();
    properties.putAll(config.originals());
    properties.put(
        StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG,
        "org.apache.kafka.streams.state.BuiltInDslStoreSuppliers$InMemoryDslStoreSuppliers");
    driver =
        new TopologyTestDriver(
            PeerTopology.build(
                new StreamsConfig(properties), () -> new PeerIntake(decoder, reference, regime)),
            properties,
            Instant.EPOCH);
    output =
        driver.createOutputTopic(
            PeerTopology.TABLES, new StringDeserializer(), PeerSerdes.table().deserializer());
  }

  void arrive(Arrival arrival) {
    input
        .computeIfAbsent(
            Topics.reports(arrival.topicUnit()).name(),
            name ->
                driver.createInputTopic(name, new ByteArraySerializer(), new ByteArraySerializer()))
        .pipeInput(
            new TestRecord<>(null, bytes(ReportMapping.toAvro(arrival.report())), arrival.at()));
    for (TestRecord<String, PeerTable> each : output.readRecordsToList()) {
      seen++;
      if (each.value() == null) {
        tables.remove(each.key());
      } else {
        tables.put(each.key(), each.value());
        sumsHold(each.value());
      }
    }
  }

  /** Versions of tables so far. */
  int seen() {
    return seen;
  }

  Map<String, PeerTable> tables() {
    return tables;
  }

  @Override
  public void close() {
    driver.close();
  }

  private static void sumsHold(PeerTable table) {
    var rows =
        table.byUnit().stream()
            .map(PeerRow::measures)
            .reduce(vn.tonghop.domain.standing.Measures.ZERO, (a, b) -> a.plus(b));
    if (!rows.equals(table.total())) {
      throw new AssertionError("a total that is not the sum of its rows: " + table);
    }
  }

  private static byte[] bytes(ProgressReport report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(5).putInt(1, 1).array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    try {
      new SpecificDatumWriter<>(ProgressReport.class).write(report, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
