package vn.tonghop.bench.peer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.StreamsConfig;
import vn.tonghop.ProgressReport;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceHistory;
import vn.tonghop.schemas.mapping.ReportMapping;
import vn.tonghop.schemas.serde.ProgressReportDecoder;
import vn.tonghop.streams.config.RollUpSettings;

/** What the peers' topologies need of the outside, and its bytes, without a registry. */
final class Wire {

  private Wire() {}

  /** As a peer runs, with its stores in memory. */
  static Properties properties() {
    Properties properties = new Properties();
    properties.putAll(
        PeerSettings.of(
                RollUpSettings.of(Map.of("application.id", "peer", "state.dir", "target/peer")))
            .originals());
    properties.put(
        StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG,
        "org.apache.kafka.streams.state.BuiltInDslStoreSuppliers$InMemoryDslStoreSuppliers");
    return properties;
  }

  static PeerCheck check(Regime regime, ReferenceData reference) {
    return new PeerCheck(
        new ProgressReportDecoder(id -> Optional.of(ProgressReport.getClassSchema())),
        ReferenceHistory.only(1, reference).first(),
        regime);
  }

  static byte[] report(vn.tonghop.domain.report.ProgressReport report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(5).putInt(1, 1).array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    try {
      new SpecificDatumWriter<>(ProgressReport.class).write(ReportMapping.toAvro(report), encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A record that was written without a header. */
  static <T extends SpecificRecord> T read(Class<T> type, byte[] bytes) {
    try {
      return new SpecificDatumReader<>(type)
          .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
