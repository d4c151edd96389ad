package vn.tonghop.streams.processor;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.CheckedReport;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Message;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.ReportCheck;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceHistory;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportDigest;
import vn.tonghop.domain.standing.Contribution;
import vn.tonghop.schemas.mapping.ReportMapping;
import vn.tonghop.schemas.serde.DecodedReport;
import vn.tonghop.schemas.serde.DecodedReport.Decoded;
import vn.tonghop.schemas.serde.DecodedReport.Problem;
import vn.tonghop.schemas.serde.ProgressReportDecoder;
import vn.tonghop.schemas.topic.Topics;

/** Judges the bytes of one record by all that needs no history: decoding, fit, checks. */
public final class Judgement {

  private final ProgressReportDecoder decoder;
  private final Function<Instant, ReferenceHistory.Version> reference;
  private final Regime regime;

  /**
   * @param reference the version of the reference data that judges a record of that time
   */
  public Judgement(
      ProgressReportDecoder decoder,
      Function<Instant, ReferenceHistory.Version> reference,
      Regime regime) {
    this.decoder = decoder;
    this.reference = reference;
    this.regime = regime;
  }

  Arrival judge(
      byte @Nullable [] value, SourceRecord source, Instant recordTime, Instant decidedAt) {
    ReferenceHistory.Version version = reference.apply(recordTime);
    DecodedReport decoded = decoder.decode(value);
    if (decoded instanceof Problem problem) {
      return unreadable(value, source, E01.of(problem), version, decidedAt);
    }
    ReportMapping.Result result = ((Decoded) decoded).result();
    if (result instanceof ReportMapping.Result.Unfit unfit) {
      return unfit(value, source, unfit, version, decidedAt);
    }
    ProgressReport report = ((ReportMapping.Result.Fits) result).report();
    CheckedReport checked =
        ReportCheck.check(
            version.data(),
            regime,
            report,
            Topics.unitOf(source.topic()).orElseThrow(),
            recordTime);
    return checked.hasKey()
        ? keyed(value, source, checked, version, recordTime)
        : keyless(value, source, checked, version, decidedAt);
  }

  private static Arrival keyed(
      byte @Nullable [] value,
      SourceRecord source,
      CheckedReport checked,
      ReferenceHistory.Version version,
      Instant recordTime) {
    Contribution contribution =
        checked.errors().isEmpty() && checked.period() != null
            ? Contribution.of(checked.report(), checked.period(), version.data())
            : Contribution.NOTHING;
    Submission submission =
        Submission.of(checked, contribution, source, recordTime, version.number());
    return new Arrival(value, source, checked.errors(), null, submission);
  }

  private static Arrival keyless(
      byte @Nullable [] value,
      SourceRecord source,
      CheckedReport checked,
      ReferenceHistory.Version version,
      Instant decidedAt) {
    ProgressReport report = checked.report();
    Receipt receipt =
        Receipt.rejected(
            Message.cut(report.unit()),
            Message.cut(report.programme()),
            Message.cut(report.period()),
            report.revision(),
            checked.errors(),
            checked.warnings(),
            source,
            ReportDigest.of(report),
            version.number(),
            decidedAt);
    return new Arrival(value, source, checked.errors(), receipt, null);
  }

  private static Arrival unfit(
      byte @Nullable [] value,
      SourceRecord source,
      ReportMapping.Result.Unfit unfit,
      ReferenceHistory.Version version,
      Instant decidedAt) {
    Receipt receipt =
        Receipt.rejected(
            unfit.unit(),
            unfit.programme(),
            unfit.period(),
            unfit.revision(),
            unfit.errors(),
            FindingList.NONE,
            source,
            null,
            version.number(),
            decidedAt);
    return new Arrival(value, source, unfit.errors(), receipt, null);
  }

  private static Arrival unreadable(
      byte @Nullable [] value,
      SourceRecord source,
      Finding error,
      ReferenceHistory.Version version,
      Instant decidedAt) {
    FindingList errors = new FindingList(List.of(error), 1);
    Receipt receipt =
        Receipt.rejected(
            null,
            null,
            null,
            null,
            errors,
            FindingList.NONE,
            source,
            null,
            version.number(),
            decidedAt);
    return new Arrival(value, source, errors, receipt, null);
  }
}
