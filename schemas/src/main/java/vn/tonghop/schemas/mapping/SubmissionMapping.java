package vn.tonghop.schemas.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.Body;
import vn.tonghop.domain.reference.IndicatorKind;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.standing.Contribution;
import vn.tonghop.domain.standing.Contribution.ReportedIndicator;
import vn.tonghop.domain.standing.ContributionCell;

/** Between a judged report and its record in the state of the former layout. */
public final class SubmissionMapping {

  private SubmissionMapping() {}

  /** The record of a submission; {@code receivedAt} is cut to milliseconds. */
  public static vn.tonghop.internal.Submission toAvro(Submission submission) {
    Body body = submission.body();
    Contribution contribution = submission.contribution();
    SourceRecord source = submission.source();
    return new vn.tonghop.internal.Submission(
        submission.unit(),
        body.id(),
        body.from(),
        body.to(),
        List.copyOf(body.successors()),
        submission.programme(),
        submission.period().label(),
        submission.revision(),
        submission.kind() == ReportKind.WITHDRAW,
        submission.test(),
        submission.nil(),
        submission.asOf(),
        submission.digest(),
        contribution.cells().stream().map(SubmissionMapping::cell).toList(),
        contribution.indicators().stream().map(SubmissionMapping::indicator).toList(),
        List.copyOf(contribution.taskCodes()),
        contribution.completed(),
        source.topic(),
        source.partition(),
        source.offset(),
        submission.receivedAt(),
        submission.referenceVersion(),
        AvroValues.findings(submission.errors()),
        submission.errors().count(),
        AvroValues.findings(submission.warnings()),
        submission.warnings().count());
  }

  /**
   * The submission of a record.
   *
   * @throws IllegalArgumentException if it has no period, so that this application did not write it
   */
  public static Submission fromAvro(Regime regime, vn.tonghop.internal.Submission stored) {
    return new Submission(
        stored.getUnit().toString(),
        body(stored),
        stored.getProgramme().toString(),
        AvroValues.period(regime, stored.getPeriod()),
        stored.getRevision(),
        stored.getWithdraw() ? ReportKind.WITHDRAW : ReportKind.SUBMIT,
        stored.getTest(),
        stored.getNil(),
        stored.getAsOf(),
        stored.getDigest().toString(),
        contribution(stored),
        new SourceRecord(stored.getTopic().toString(), stored.getPartition(), stored.getOffset()),
        stored.getReceivedAt(),
        stored.getReferenceVersion(),
        AvroValues.findings(stored.getErrors(), stored.getErrorCount()),
        AvroValues.findings(stored.getWarnings(), stored.getWarningCount()));
  }

  private static Body body(vn.tonghop.internal.Submission stored) {
    return new Body(
        stored.getBody().toString(),
        stored.getBodyFrom(),
        stored.getBodyTo(),
        AvroValues.texts(stored.getSuccessors()));
  }

  private static Contribution contribution(vn.tonghop.internal.Submission stored) {
    return new Contribution(
        stored.getCells().stream().map(SubmissionMapping::cell).toList(),
        stored.getIndicators().stream().map(SubmissionMapping::indicator).toList(),
        AvroValues.texts(stored.getTaskCodes()),
        stored.getCompleted());
  }

  private static vn.tonghop.internal.ContributionCell cell(ContributionCell cell) {
    return new vn.tonghop.internal.ContributionCell(
        cell.assignedBy(),
        cell.field(),
        cell.assigned(),
        cell.completedOnTime(),
        cell.completedLate(),
        cell.openOnTrack(),
        cell.openOverdue(),
        cell.percentSum(),
        cell.completedIn());
  }

  private static ContributionCell cell(vn.tonghop.internal.ContributionCell stored) {
    return new ContributionCell(
        stored.getAssignedBy().toString(),
        stored.getField().toString(),
        stored.getAssigned(),
        stored.getCompletedOnTime(),
        stored.getCompletedLate(),
        stored.getOpenOnTrack(),
        stored.getOpenOverdue(),
        stored.getPercentSum(),
        stored.getCompletedIn());
  }

  private static vn.tonghop.internal.ReportedIndicator indicator(ReportedIndicator indicator) {
    BigDecimal places = indicator.value().setScale(IndicatorValue.SCALE, RoundingMode.UNNECESSARY);
    return new vn.tonghop.internal.ReportedIndicator(
        indicator.code(),
        indicator.kind() == IndicatorKind.FLOW,
        places.unscaledValue().longValueExact());
  }

  private static ReportedIndicator indicator(vn.tonghop.internal.ReportedIndicator stored) {
    return new ReportedIndicator(
        stored.getCode().toString(),
        stored.getFlow() ? IndicatorKind.FLOW : IndicatorKind.STOCK,
        BigDecimal.valueOf(stored.getThousandths(), IndicatorValue.SCALE));
  }
}
