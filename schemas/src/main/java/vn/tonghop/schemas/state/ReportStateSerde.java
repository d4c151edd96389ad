package vn.tonghop.schemas.state;

import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.period.Regime;

/** What is known of one unit, programme and period: one record a report. */
public final class ReportStateSerde extends CompactSerde<ReportState> {

  private final SubmissionFields fields;

  /**
   * @param regime of all periods
   */
  public ReportStateSerde(Regime regime) {
    super("report state");
    this.fields = new SubmissionFields(regime);
  }

  @Override
  protected void write(ReportState state, Encoder out) throws IOException {
    fields.write(out, state.highest());
    Fields.instantOrNull(out, state.firstSubmitted());
  }

  @Override
  protected ReportState read(Decoder in) throws IOException {
    return new ReportState(fields.read(in), Fields.instantOrNull(in));
  }
}
