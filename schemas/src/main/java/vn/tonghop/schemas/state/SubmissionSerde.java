package vn.tonghop.schemas.state;

import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.period.Regime;

/** A judged report on its way to acceptance. */
public final class SubmissionSerde extends CompactSerde<Submission> {

  private final SubmissionFields fields;

  /**
   * @param regime of all periods
   */
  public SubmissionSerde(Regime regime) {
    super("submission");
    this.fields = new SubmissionFields(regime);
  }

  @Override
  protected void write(Submission submission, Encoder out) throws IOException {
    fields.write(out, submission);
  }

  @Override
  protected Submission read(Decoder in) throws IOException {
    return fields.read(in);
  }
}
