package vn.tonghop.bench.drain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tonghop.NationalTable;
import vn.tonghop.Receipt;
import vn.tonghop.bench.cluster.OutputBytes;
import vn.tonghop.bench.ladder.ContractOutput;
import vn.tonghop.bench.workload.Shape;
import vn.tonghop.bench.workload.Workload;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceHistory;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.schemas.serde.AvroSafety;
import vn.tonghop.schemas.topic.Topics;

/** A check that finds nothing, whatever is wrong, would let any figure through. */
class OutputCheckTest {

  private static final int COUNT = 3_000;
  private static final byte[] NO_HEADER = {};

  private final Workload workload = Workload.of(Shape.STANDARD);
  private final Instant from = Instant.parse("2026-01-01T00:00:00Z");
  private final Expected expected = Expected.of(workload, COUNT, from);
  private final List<Receipt> receipts = new ArrayList<>();
  private final Map<String, @Nullable NationalTable> tables = new TreeMap<>();

  /** What the ladder's last rung writes of the same reports. */
  OutputCheckTest() throws IOException {
    AvroSafety.apply();
    MockProducer<byte[], byte[]> producer =
        new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    ContractOutput output =
        new ContractOutput(
            producer,
            new OutputBytes(schema -> NO_HEADER),
            ReferenceHistory.only(1, ReferenceData.of(workload.reference(COUNT))).first(),
            "state");
    Map<String, Long> offsets = new HashMap<>();
    Iterator<ProgressReport> reports = workload.reports(COUNT).iterator();
    while (reports.hasNext()) {
      ProgressReport report = reports.next();
      String topic = Topics.reports(report.unit()).name();
      long offset = offsets.merge(topic, 1L, Long::sum) - 1;
      output.take(report, report.unit(), new SourceRecord(topic, 0, offset), from);
    }
    output.tables();
    for (ProducerRecord<byte[], byte[]> each : producer.history()) {
      if (each.topic().equals(Topics.TABLES.name())) {
        String key = new String(each.key(), StandardCharsets.UTF_8);
        tables.put(key, each.value() == null ? null : read(NationalTable.class, each.value()));
      } else if (each.topic().startsWith("tonghop.receipts.")) {
        receipts.add(read(Receipt.class, each.value()));
      }
    }
  }

  private static <T extends SpecificRecord> T read(Class<T> type, byte[] bytes) throws IOException {
    return new SpecificDatumReader<>(type)
        .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
  }

  private List<String> complaints() {
    OutputCheck check = new OutputCheck(expected);
    receipts.forEach(check::receipt);
    tables.forEach(check::table);
    return check.complaints();
  }

  private String aTable() {
    return tables.keySet().iterator().next();
  }

  @Test
  void theLaddersLastRungWritesWhatTheOracleSays() {
    assertEquals(COUNT, receipts.size());
    assertFalse(tables.isEmpty());
    assertEquals(List.of(), complaints());
  }

  @Test
  void aMissingReceiptIsFound() {
    String topic = receipts.remove(17).getTopic().toString();
    assertEquals(List.of(topic + ": 1 records have no receipt"), complaints());
  }

  @Test
  void aSecondReceiptIsFound() {
    receipts.add(receipts.get(17));
    String topic = receipts.get(17).getTopic().toString();
    assertEquals(
        List.of(topic + " " + receipts.get(17).getOffset() + " has two receipts"), complaints());
  }

  @Test
  void anotherOutcomeIsFound() {
    receipts.get(17).put("outcome", "CONFLICT");
    assertEquals(1, complaints().size());
  }

  @Test
  void aWrongFigureInOneRowOfATableIsFound() {
    String key = aTable();
    NationalTable table = tables.get(key);
    if (table == null) {
      throw new AssertionError(key);
    }
    var measures = table.getByUnit().get(0).getMeasures();
    measures.put("completedLate", measures.getCompletedLate() + 1);
    assertEquals(List.of("table " + key + " differs from the oracle"), complaints());
  }

  @Test
  void aMissingTableAndOneTooManyAreFound() {
    String key = aTable();
    tables.put("BM-none|2024-A1", tables.remove(key));
    assertEquals(
        List.of(
            "table " + key + " differs from the oracle",
            "table BM-none|2024-A1 should not be there"),
        complaints());
  }
}
