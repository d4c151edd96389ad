package vn.tonghop.schemas.output;

import java.io.IOException;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificRecord;
import vn.tonghop.domain.standing.StandingCell;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.schemas.mapping.StandingMapping;

/** UnitStanding.avsc. */
final class StandingRecord implements OutputRecord<UnitStanding> {

  @Override
  public Class<? extends SpecificRecord> type() {
    return vn.tonghop.UnitStanding.class;
  }

  @Override
  public SpecificRecord toAvro(UnitStanding standing) {
    return StandingMapping.toAvro(standing);
  }

  @Override
  public void write(UnitStanding standing, Encoder out) throws IOException {
    fields(out, standing);
  }

  static void fields(Encoder out, UnitStanding standing) throws IOException {
    out.writeString(standing.programme());
    out.writeString(standing.target().label());
    out.writeString(standing.unit());
    out.writeString(standing.body());
    OutputFields.orNull(out, standing.bodyTo(), OutputFields::date);
    OutputFields.list(out, standing.successors(), Encoder::writeString);
    OutputFields.closing(out, standing.closing());
    out.writeBoolean(standing.carried());
    out.writeBoolean(standing.nil());
    out.writeBoolean(standing.late());
    OutputFields.list(out, standing.cells(), StandingRecord::cell);
    OutputFields.list(out, standing.indicators(), OutputFields::indicator);
  }

  private static void cell(Encoder out, StandingCell cell) throws IOException {
    out.writeString(cell.assignedBy());
    out.writeString(cell.field());
    OutputFields.measures(out, cell.measures());
  }
}
