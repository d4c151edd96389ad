package vn.tonghop.standalone.letters;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.producer.file.ReportJson;
import vn.tonghop.schemas.mapping.ReportMapping.Result;
import vn.tonghop.schemas.registry.RegistryClient;
import vn.tonghop.schemas.registry.RegistrySchemaLookup;
import vn.tonghop.schemas.registry.RegistrySettings;
import vn.tonghop.schemas.registry.RegistryUnavailableException;
import vn.tonghop.schemas.serde.DecodedReport;
import vn.tonghop.schemas.serde.ProgressReportDecoder;
import vn.tonghop.schemas.serde.RegistryAvroDeserializer;

/**
 * What a letter's bytes say, as far as they can be read.
 *
 * @param document the report as one line of JSON; null if it is none, or none that fits
 * @param unfit what can be read of a report that does not fit its contract, as Avro writes it; null
 *     in all other cases
 * @param registryAway why the registry could not be asked; null if it was, or need not be
 */
public record Content(
    @Nullable String document, @Nullable String unfit, @Nullable String registryAway) {

  private static final Content BYTES = new Content(null, null, null);
  private static final Duration REGISTRY = Duration.ofSeconds(8);

  /** Longest text of what does not fit. */
  private static final int MOST = 20_000;

  /**
   * Reads a value.
   *
   * @param config of the registry
   */
  public static Content of(byte @Nullable [] value, Map<String, Object> config) {
    RegistrySchemaLookup schemas =
        new RegistrySchemaLookup(new RegistryClient(RegistrySettings.from(config)));
    ProgressReportDecoder decoder = new ProgressReportDecoder(id -> schema(schemas, id));
    try {
      DecodedReport decoded = decoder.decode(value);
      if (decoded instanceof DecodedReport.Decoded read) {
        return read.result() instanceof Result.Fits fits
            ? fits(fits.report())
            : new Content(null, unfit(value, config), null);
      }
      return BYTES;
    } catch (RegistryUnavailableException e) {
      return new Content(null, null, String.valueOf(e.getMessage()));
    }
  }

  private static Content fits(ProgressReport report) {
    return new Content(ReportJson.write(report), null, null);
  }

  /** A blank code, say: Avro has read it, the contract does not let it through. */
  private static String unfit(byte @Nullable [] value, Map<String, Object> config) {
    Map<String, Object> reading = new HashMap<>(config);
    reading.put(RegistryAvroDeserializer.SPECIFIC, true);
    try (RegistryAvroDeserializer reader = new RegistryAvroDeserializer()) {
      reader.configure(reading, false);
      String text = String.valueOf(reader.deserialize("", value));
      return text.length() > MOST ? text.substring(0, MOST) + "…" : text;
    }
  }

  private static Optional<Schema> schema(RegistrySchemaLookup schemas, int id) {
    try {
      return schemas.awaitSchema(id, REGISTRY);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
