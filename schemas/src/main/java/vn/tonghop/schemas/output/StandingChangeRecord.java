package vn.tonghop.schemas.output;

import java.io.IOException;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificRecord;
import vn.tonghop.schemas.mapping.Change;
import vn.tonghop.schemas.mapping.StandingMapping;

/** StandingChange.avsc. */
final class StandingChangeRecord implements OutputRecord<Change> {

  @Override
  public Class<? extends SpecificRecord> type() {
    return vn.tonghop.StandingChange.class;
  }

  @Override
  public SpecificRecord toAvro(Change change) {
    return StandingMapping.toAvro(change);
  }

  @Override
  public void write(Change change, Encoder out) throws IOException {
    OutputFields.orNull(out, change.standing(), StandingRecord::fields);
    OutputFields.movedBy(out, change.movedBy());
  }
}
