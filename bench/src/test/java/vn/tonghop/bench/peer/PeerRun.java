package vn.tonghop.bench.peer;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import vn.tonghop.domain.oracle.Arrival;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.schemas.topic.Topics;

/** The peer's topology under Kafka's test driver. */
final class PeerRun implements AutoCloseable {

  private final TopologyTestDriver driver;
  private final TestOutputTopic<String, PeerTable> output;
  private final Map<String, TestInputTopic<byte[], byte[]>> input = new HashMap<>();
  private final Map<String, PeerTable> tables = new TreeMap<>();
  private int seen;

  PeerRun(Regime regime, ReferenceData reference) {
    Properties properties = Wire.properties();
    PeerCheck check = Wire.check(regime, reference);
    driver =
        new TopologyTestDriver(
            PeerTopology.build(new StreamsConfig(properties), () -> new PeerIntake(check)),
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
        .pipeInput(new TestRecord<>(null, Wire.report(arrival.report()), arrival.at()));
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
}
