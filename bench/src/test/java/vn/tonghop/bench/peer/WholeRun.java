package vn.tonghop.bench.peer;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import vn.tonghop.bench.cluster.OutputBytes;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.schemas.serde.AvroSafety;
import vn.tonghop.schemas.topic.Topics;

/**
 * The whole peer's topology under Kafka's test driver, one commit a record. The driver counts
 * offsets over all reports topics together.
 */
final class WholeRun implements AutoCloseable {

  /** In front of what it writes. */
  static final byte[] NO_HEADER = {};

  private final TopologyTestDriver driver;
  private final Map<String, TestInputTopic<byte[], byte[]>> input = new HashMap<>();
  private long offset;

  WholeRun(Regime regime, ReferenceData reference) {
    AvroSafety.apply();
    Properties properties = Wire.properties();
    driver =
        new TopologyTestDriver(
            new WholeTopology(Wire.check(regime, reference), new OutputBytes(any -> NO_HEADER))
                .build(new StreamsConfig(properties)),
            properties,
            Instant.EPOCH);
  }

  /** A report by any unit's topic. */
  SourceRecord arrive(String topicUnit, ProgressReport report, Instant at) {
    String topic = Topics.reports(topicUnit).name();
    input
        .computeIfAbsent(
            topic,
            name ->
                driver.createInputTopic(name, new ByteArraySerializer(), new ByteArraySerializer()))
        .pipeInput(new TestRecord<>(null, Wire.report(report), at));
    return new SourceRecord(topic, 0, offset++);
  }

  /** What has come to a topic since it was last asked for. */
  List<TestRecord<String, byte[]>> records(String topic) {
    return driver.producedTopicNames().contains(topic)
        ? driver
            .createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
            .readRecordsToList()
        : List.of();
  }

  @Override
  public void close() {
    driver.close();
  }
}
