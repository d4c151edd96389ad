package vn.tonghop.schemas.mapping;

import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.period.Regime;

/**
 * Between what is known of one unit, programme and period, and its record in the state of the
 * former layout, which is still read to be carried over.
 */
public final class ReportStateMapping {

  private ReportStateMapping() {}

  /** The record of a state. */
  public static vn.tonghop.internal.ReportState toAvro(ReportState state) {
    return new vn.tonghop.internal.ReportState(
        SubmissionMapping.toAvro(state.highest()), state.firstSubmitted());
  }

  /**
   * The state of a record.
   *
   * @throws IllegalArgumentException as {@link SubmissionMapping#fromAvro}
   */
  public static ReportState fromAvro(Regime regime, vn.tonghop.internal.ReportState stored) {
    return new ReportState(
        SubmissionMapping.fromAvro(regime, stored.getHighest()), stored.getFirstSubmitted());
  }
}
