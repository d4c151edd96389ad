package vn.tonghop.schemas.output;

import java.io.IOException;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.schemas.mapping.ReceiptMapping;

/** Receipt.avsc. */
final class ReceiptRecord implements OutputRecord<Receipt> {

  @Override
  public Class<? extends SpecificRecord> type() {
    return vn.tonghop.Receipt.class;
  }

  @Override
  public SpecificRecord toAvro(Receipt receipt) {
    return ReceiptMapping.toAvro(receipt);
  }

  @Override
  public void write(Receipt receipt, Encoder out) throws IOException {
    @Nullable SourceRecord source = receipt.source();
    OutputFields.orNull(out, receipt.unit(), Encoder::writeString);
    OutputFields.orNull(out, receipt.programme(), Encoder::writeString);
    OutputFields.orNull(out, receipt.period(), Encoder::writeString);
    OutputFields.orNull(out, receipt.revision(), Encoder::writeInt);
    out.writeString(receipt.outcome().name());
    OutputFields.list(out, receipt.errors().listed(), OutputFields::finding);
    out.writeInt(receipt.errors().count());
    OutputFields.list(out, receipt.warnings().listed(), OutputFields::finding);
    out.writeInt(receipt.warnings().count());
    OutputFields.orNull(out, receipt.onTime(), Encoder::writeBoolean);
    OutputFields.orNull(out, receipt.countsNow(), Encoder::writeInt);
    OutputFields.orNull(out, source == null ? null : source.topic(), Encoder::writeString);
    OutputFields.orNull(
        out, source == null ? null : (Integer) source.partition(), Encoder::writeInt);
    OutputFields.orNull(out, source == null ? null : (Long) source.offset(), Encoder::writeLong);
    OutputFields.orNull(out, receipt.digest(), Encoder::writeString);
    out.writeLong(receipt.referenceVersion());
    out.writeLong(receipt.decidedAt().toEpochMilli());
  }
}
