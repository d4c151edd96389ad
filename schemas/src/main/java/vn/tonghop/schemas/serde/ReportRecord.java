package vn.tonghop.schemas.serde;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.SimpleRecord;
import vn.tonghop.ProgressReport;
import vn.tonghop.schemas.topic.Topics;

/**
 * The record that a report becomes. Programme and period stand in its key and in its value, so a
 * document that is not too large may still make a record that its topic does not take.
 */
public final class ReportRecord {

  /** What {@link #bytes} may be: the limit of a reports topic, which is one of batches. */
  public static final int MAX_BYTES = Topics.REPORT_LIMIT;

  /** A key as long as this cannot make a record too large, with a value that is not. */
  private static final int HARMLESS_KEY =
      Topics.REPORT_LIMIT - Topics.MAX_DOCUMENT_BYTES - 1024 /* batch and record overhead */;

  private ReportRecord() {}

  /** The record's key. */
  public static String key(String programme, String period) {
    return programme + "|" + period;
  }

  /** Whether {@link #bytes} is worth asking for: most keys are short. */
  public static boolean mayBeTooLarge(String programme, String period) {
    return keyBytes(programme, period).length > HARMLESS_KEY;
  }

  /** Bytes that the broker counts: those of the batch that holds this record alone. */
  public static int bytes(ProgressReport report) {
    SpecificDatumWriter<ProgressReport> writer =
        new SpecificDatumWriter<>(
            ProgressReport.getClassSchema(), SpecificData.getForClass(ProgressReport.class));
    try {
      byte[] value = RecordBytes.write(new byte[WireFormat.HEADER_BYTES], writer, report);
      byte[] key =
          keyBytes(String.valueOf(report.getProgramme()), String.valueOf(report.getPeriod()));
      return DefaultRecordBatch.sizeInBytes(List.of(new SimpleRecord(key, value)));
    } catch (IOException e) {
      throw new AssertionError("a record in memory can always be written", e);
    }
  }

  private static byte[] keyBytes(String programme, String period) {
    return key(programme, period).getBytes(StandardCharsets.UTF_8);
  }
}
