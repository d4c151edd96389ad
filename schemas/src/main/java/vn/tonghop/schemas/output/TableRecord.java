package vn.tonghop.schemas.output;

import java.io.IOException;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificRecord;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.table.CodeMeasures;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.domain.table.UnitRow;
import vn.tonghop.schemas.mapping.TableMapping;

/** NationalTable.avsc. */
final class TableRecord implements OutputRecord<NationalTable> {

  @Override
  public Class<? extends SpecificRecord> type() {
    return vn.tonghop.NationalTable.class;
  }

  @Override
  public SpecificRecord toAvro(NationalTable table) {
    return TableMapping.toAvro(table);
  }

  @Override
  public void write(NationalTable table, Encoder out) throws IOException {
    Period target = table.target();
    out.writeString(table.programme());
    out.writeString(target.label());
    out.writeString(target.regime().id());
    OutputFields.date(out, target.firstDay());
    OutputFields.date(out, target.lastDay());
    OutputFields.measures(out, table.total());
    OutputFields.list(out, table.byAssignedBy(), TableRecord::sum);
    OutputFields.list(out, table.byField(), TableRecord::sum);
    OutputFields.list(out, table.byUnit(), TableRecord::row);
    OutputFields.list(out, table.indicators(), OutputFields::indicator);
    OutputFields.list(out, table.succeeded(), Encoder::writeString);
    OutputFields.movedBy(out, table.movedBy());
  }

  private static void sum(Encoder out, CodeMeasures sum) throws IOException {
    out.writeString(sum.code());
    OutputFields.measures(out, sum.measures());
  }

  private static void row(Encoder out, UnitRow row) throws IOException {
    out.writeString(row.code());
    out.writeString(row.body());
    out.writeBoolean(row.carried());
    out.writeBoolean(row.nil());
    out.writeBoolean(row.late());
    OutputFields.closing(out, row.report());
    OutputFields.list(out, row.indicators(), OutputFields::indicator);
    OutputFields.measures(out, row.measures());
  }
}
