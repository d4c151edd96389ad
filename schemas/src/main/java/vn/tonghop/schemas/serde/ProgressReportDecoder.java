package vn.tonghop.schemas.serde;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.jspecify.annotations.Nullable;
import vn.tonghop.ProgressReport;
import vn.tonghop.schemas.mapping.ReportMapping;
import vn.tonghop.schemas.serde.DecodedReport.Decoded;
import vn.tonghop.schemas.serde.DecodedReport.Problem;
import vn.tonghop.schemas.serde.DecodedReport.Reason;
import vn.tonghop.schemas.topic.Topics;

/**
 * Anyone with a topic can put any bytes on it, and a decoder that throws stops the roll-up for all:
 * this one answers instead, whatever the bytes. May be shared between threads.
 */
public final class ProgressReportDecoder {
  /** Far more than a registry ever has of one record; a bound in case somebody floods it. */
  private static final int MAX_WRITERS = 1_000;

  /**
   * How records of one writer's schema are read.
   *
   * @param own whether its records have the bytes of this program's own schema
   * @param reader by way of Avro's rules; null if they cannot be read as reports
   */
  private record Writer(
      int id, String name, boolean own, @Nullable SpecificDatumReader<ProgressReport> reader) {}

  /** What decides over the bytes: of two schemas with one such form each reads the other's. */
  private static final String OWN_FORM =
      SchemaNormalization.toParsingForm(ProgressReport.getClassSchema());

  private final IntFunction<Optional<Schema>> schemas;
  private final SpecificData model;
  private final Map<Integer, Writer> writers = new ConcurrentHashMap<>();
  private final OwnReportReader ownReader = new OwnReportReader();

  /** Mostly the next record is by the same writer: then there is nothing to look up. */
  private volatile @Nullable Writer last;

  /**
   * @param schemas the writer's schema by id, which never changes; empty if there is none, or none
   *     yet. What it throws (the registry is away) goes through to the caller: that is not the
   *     bytes' fault.
   */
  public ProgressReportDecoder(IntFunction<Optional<Schema>> schemas) {
    AvroSafety.apply();
    this.schemas = schemas;
    this.model = SpecificData.getForClass(ProgressReport.class);
  }

  /** Never throws for any bytes; asks for a schema only if the bytes have the right form. */
  public DecodedReport decode(byte @Nullable [] bytes) {
    if (bytes == null) {
      return new Problem(Reason.NULL_VALUE, "");
    }
    if (bytes.length > Topics.MAX_DOCUMENT_BYTES) {
      return new Problem(Reason.TOO_LARGE, Integer.toString(bytes.length));
    }
    if (!WireFormat.matches(bytes)) {
      return new Problem(Reason.NOT_WIRE_FORMAT, "");
    }
    int id = WireFormat.schemaId(bytes);
    Writer writer = writer(id);
    if (writer == null) {
      return new Problem(Reason.UNKNOWN_SCHEMA, Integer.toString(id));
    }
    if (writer.reader() == null) {
      return new Problem(Reason.NOT_A_PROGRESS_REPORT, id + ", " + writer.name());
    }
    vn.tonghop.domain.report.ProgressReport report =
        writer.own() ? ownReader.read(bytes, WireFormat.HEADER_BYTES) : null;
    return report == null
        ? decode(bytes, writer.reader())
        : new Decoded(new ReportMapping.Result.Fits(report));
  }

  private static DecodedReport decode(byte[] bytes, SpecificDatumReader<ProgressReport> reader) {
    ProgressReport report;
    try {
      report = RecordBytes.read(bytes, WireFormat.HEADER_BYTES, reader);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Malformed Avro surfaces as index, cast, format, limit and type errors alike, and as an
      // overflow where a writer's schema has a recursive field: to the sender all are one.
      return new Problem(Reason.UNREADABLE, RecordBytes.reason(e));
    }
    return new Decoded(ReportMapping.fromAvro(report));
  }

  private @Nullable Writer writer(int id) {
    Writer writer = last;
    if (writer != null && writer.id() == id) {
      return writer;
    }
    writer = writers.get(id);
    if (writer == null) {
      writer = schemas.apply(id).map(schema -> writer(id, schema)).orElse(null);
      if (writer == null) {
        return null;
      }
      if (writers.size() >= MAX_WRITERS) {
        writers.clear();
      }
      writers.put(id, writer);
    }
    last = writer;
    return writer;
  }

  private Writer writer(int id, Schema schema) {
    Schema ours = ProgressReport.getClassSchema();
    return new Writer(
        id,
        schema.getFullName(),
        SchemaNormalization.toParsingForm(schema).equals(OWN_FORM),
        Resolution.works(ours, schema) ? new SpecificDatumReader<>(schema, ours, model) : null);
  }
}
