package vn.tonghop.schemas.mapping;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;

/** Between a receipt and its record. */
public final class ReceiptMapping {

  private ReceiptMapping() {}

  /** The record of a receipt; {@code decidedAt} is cut to milliseconds. */
  public static vn.tonghop.Receipt toAvro(Receipt receipt) {
    @Nullable SourceRecord source = receipt.source();
    return new vn.tonghop.Receipt(
        receipt.unit(),
        receipt.programme(),
        receipt.period(),
        receipt.revision(),
        receipt.outcome().name(),
        AvroValues.findings(receipt.errors()),
        receipt.errors().count(),
        AvroValues.findings(receipt.warnings()),
        receipt.warnings().count(),
        receipt.onTime(),
        receipt.countsNow(),
        source == null ? null : source.topic(),
        source == null ? null : (Integer) source.partition(),
        source == null ? null : (Long) source.offset(),
        receipt.digest(),
        receipt.referenceVersion(),
        receipt.decidedAt());
  }

  /** The receipt of a record. */
  public static Receipt fromAvro(vn.tonghop.Receipt sent) {
    return new Receipt(
        AvroValues.textOrNull(sent.getUnit()),
        AvroValues.textOrNull(sent.getProgramme()),
        AvroValues.textOrNull(sent.getPeriod()),
        sent.getRevision(),
        Outcome.valueOf(sent.getOutcome().toString()),
        AvroValues.findings(sent.getErrors(), sent.getErrorCount()),
        AvroValues.findings(sent.getWarnings(), sent.getWarningCount()),
        sent.getOnTime(),
        sent.getCountsNow(),
        source(sent),
        AvroValues.textOrNull(sent.getDigest()),
        sent.getReferenceVersion(),
        sent.getDecidedAt());
  }

  private static @Nullable SourceRecord source(vn.tonghop.Receipt sent) {
    @Nullable String topic = AvroValues.textOrNull(sent.getTopic());
    return topic == null
        ? null
        : new SourceRecord(
            topic,
            Objects.requireNonNull(sent.getPartition()),
            Objects.requireNonNull(sent.getOffset()));
  }
}
