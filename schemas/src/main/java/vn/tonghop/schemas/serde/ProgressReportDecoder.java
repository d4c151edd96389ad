package vn.tonghop.schemas.serde;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.jspecify.annotations.Nullable;
import vn.tonghop.ProgressReport;
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
  private static final int MAX_READERS = 1_000;

  private final IntFunction<Optional<Schema>> schemas;
  private final SpecificData model;
  private final Map<Schema, Optional<SpecificDatumReader<ProgressReport>>> readers =
      new ConcurrentHashMap<>();

  /**
   * @param schemas the writer's schema by id; empty if there is none. What it throws (the registry
   *     is away) goes through to the caller: that is not the bytes' fault.
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
    Optional<Schema> writer = schemas.apply(id);
    if (writer.isEmpty()) {
      return new Problem(Reason.UNKNOWN_SCHEMA, Integer.toString(id));
    }
    return reader(writer.get())
        .map(reader -> decode(bytes, reader))
        .orElseGet(
            () ->
                new Problem(Reason.NOT_A_PROGRESS_REPORT, id + ", " + writer.get().getFullName()));
  }

  private static DecodedReport decode(byte[] bytes, SpecificDatumReader<ProgressReport> reader) {
    try {
      ProgressReport report = RecordBytes.read(bytes, WireFormat.HEADER_BYTES, reader);
      return new Decoded(report);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Malformed Avro surfaces as index, cast, format, limit and type errors alike, and as an
      // overflow where a writer's schema has a recursive field: to the sender all are one.
      return new Problem(Reason.UNREADABLE, RecordBytes.reason(e));
    }
  }

  private Optional<SpecificDatumReader<ProgressReport>> reader(Schema writer) {
    if (readers.size() >= MAX_READERS) {
      readers.clear();
    }
    return readers.computeIfAbsent(
        writer,
        schema ->
            Resolution.works(ProgressReport.getClassSchema(), schema)
                ? Optional.of(
                    new SpecificDatumReader<>(schema, ProgressReport.getClassSchema(), model))
                : Optional.empty());
  }
}
