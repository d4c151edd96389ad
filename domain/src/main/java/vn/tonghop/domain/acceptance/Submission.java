package vn.tonghop.domain.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.Body;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportDigest;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.standing.Contribution;

/**
 * A judged report on its way to acceptance: what it contributes, without the document.
 *
 * @param body whom the unit code means on the period's last day
 * @param digest of the content, 64 hexadecimal digits
 * @param receivedAt the record's time
 * @param referenceVersion of the reference data it was judged by
 * @param errors none for a report that may count
 * @param warnings those that need no history
 */
public record Submission(
    String unit,
    Body body,
    String programme,
    Period period,
    int revision,
    ReportKind kind,
    boolean test,
    boolean nil,
    LocalDate asOf,
    String digest,
    Contribution contribution,
    SourceRecord source,
    Instant receivedAt,
    long referenceVersion,
    FindingList errors,
    FindingList warnings) {

  /**
   * Makes one of a checked report.
   *
   * @throws IllegalArgumentException if it {@link CheckedReport#hasKey has no key}
   */
  public static Submission of(
      CheckedReport checked,
      Contribution contribution,
      SourceRecord source,
      Instant receivedAt,
      long referenceVersion) {
    @Nullable Period period = checked.period();
    @Nullable Body body = checked.body();
    if (period == null || body == null || !checked.hasKey()) {
      throw new IllegalArgumentException("no unit, programme or period: " + checked.errors());
    }
    ProgressReport report = checked.report();
    return new Submission(
        report.unit(),
        body,
        report.programme(),
        period,
        report.revision(),
        report.kind(),
        report.test(),
        report.nil(),
        report.asOf(),
        ReportDigest.of(report),
        contribution,
        source,
        receivedAt,
        referenceVersion,
        checked.errors(),
        checked.warnings());
  }

  /** Whether it gives figures, as against a withdrawal. */
  public boolean isSubmit() {
    return kind == ReportKind.SUBMIT;
  }

  /** The same without findings: what is worth keeping once it is accepted. */
  public Submission withoutFindings() {
    return new Submission(
        unit,
        body,
        programme,
        period,
        revision,
        kind,
        test,
        nil,
        asOf,
        digest,
        contribution,
        source,
        receivedAt,
        referenceVersion,
        FindingList.NONE,
        FindingList.NONE);
  }
}
