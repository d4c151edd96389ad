package vn.tonghop.schemas.state;

import java.io.IOException;
import java.util.HexFormat;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.PeriodLength;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.Body;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.schemas.topic.Topics;

/**
 * A submission's fields. Its source topic is not among them: only a report that came by its unit's
 * own topic becomes a submission.
 */
final class SubmissionFields {

  private static final int WITHDRAWAL = 1;
  private static final int TEST = 2;
  private static final int NIL = 4;
  private static final int DIGEST_BYTES = 32;

  private final Regime regime;

  /**
   * @param regime of all periods
   */
  SubmissionFields(Regime regime) {
    this.regime = regime;
  }

  void write(Encoder out, Submission submission) throws IOException {
    if (!Topics.reportsOf(submission.unit()).equals(submission.source().topic())) {
      throw new IOException("not by the unit's own topic: " + submission.source());
    }
    Fields.text(out, submission.unit());
    body(out, submission.body());
    Fields.text(out, submission.programme());
    period(out, submission.period());
    out.writeInt(submission.revision());
    out.writeInt(flags(submission));
    Fields.date(out, submission.asOf());
    out.writeFixed(HexFormat.of().parseHex(submission.digest()));
    ContributionFields.write(out, submission.contribution());
    out.writeInt(submission.source().partition());
    out.writeLong(submission.source().offset());
    Fields.instant(out, submission.receivedAt());
    out.writeLong(submission.referenceVersion());
    findings(out, submission.errors());
    findings(out, submission.warnings());
  }

  Submission read(Decoder in) throws IOException {
    String unit = Fields.text(in);
    Body body = body(in);
    String programme = Fields.text(in);
    Period period = period(in);
    int revision = in.readInt();
    int flags = in.readInt();
    return new Submission(
        unit,
        body,
        programme,
        period,
        revision,
        (flags & WITHDRAWAL) != 0 ? ReportKind.WITHDRAW : ReportKind.SUBMIT,
        (flags & TEST) != 0,
        (flags & NIL) != 0,
        Fields.date(in),
        digest(in),
        ContributionFields.read(in),
        new SourceRecord(Topics.reportsOf(unit), in.readInt(), in.readLong()),
        Fields.instant(in),
        in.readLong(),
        findings(in),
        findings(in));
  }

  private static int flags(Submission submission) {
    return (submission.isSubmit() ? 0 : WITHDRAWAL)
        | (submission.test() ? TEST : 0)
        | (submission.nil() ? NIL : 0);
  }

  private static void body(Encoder out, Body body) throws IOException {
    Fields.text(out, body.id());
    Fields.dateOrNull(out, body.from());
    Fields.dateOrNull(out, body.to());
    Fields.list(out, body.successors(), Fields::text);
  }

  private static Body body(Decoder in) throws IOException {
    return new Body(
        Fields.text(in),
        Fields.dateOrNull(in),
        Fields.dateOrNull(in),
        Fields.list(in, Fields::text));
  }

  private static void period(Encoder out, Period period) throws IOException {
    out.writeInt(period.year());
    out.writeInt(period.length().months());
    out.writeInt(period.index());
  }

  private Period period(Decoder in) throws IOException {
    int year = in.readInt();
    return new Period(regime, year, length(in.readInt()), in.readInt());
  }

  private static PeriodLength length(int months) throws IOException {
    for (PeriodLength length : PeriodLength.values()) {
      if (length.months() == months) {
        return length;
      }
    }
    throw new IOException("no period has " + months + " months");
  }

  private static String digest(Decoder in) throws IOException {
    byte[] digest = new byte[DIGEST_BYTES];
    in.readFixed(digest);
    return HexFormat.of().formatHex(digest);
  }

  private static void findings(Encoder out, FindingList findings) throws IOException {
    out.writeInt(findings.count());
    Fields.list(out, findings.listed(), SubmissionFields::finding);
  }

  private static FindingList findings(Decoder in) throws IOException {
    int count = in.readInt();
    return new FindingList(Fields.list(in, SubmissionFields::finding), count);
  }

  private static void finding(Encoder out, Finding finding) throws IOException {
    Fields.text(out, finding.rule().name());
    Fields.text(out, finding.path());
    Fields.text(out, finding.vi());
    Fields.text(out, finding.en());
  }

  private static Finding finding(Decoder in) throws IOException {
    return new Finding(
        Rule.valueOf(Fields.text(in)), Fields.text(in), Fields.text(in), Fields.text(in));
  }
}
