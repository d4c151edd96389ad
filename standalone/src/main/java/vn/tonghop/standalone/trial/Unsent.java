package vn.tonghop.standalone.trial;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.CheckedReport;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Message;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.ReportCheck;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportDigest;
import vn.tonghop.producer.file.DocumentKey;
import vn.tonghop.producer.file.FileReport;

/** Answers what cannot be sent, so that it stands among the receipts all the same. */
final class Unsent {

  /** Demo and try judge by the first version. */
  private static final long REFERENCE_VERSION = 1;

  private Unsent() {}

  /** A document that does not fit the schema. */
  static Receipt unreadable(FileReport.Unreadable document, Instant now) {
    DocumentKey key = document.key();
    return rejected(
        key.unit(),
        key.programme(),
        key.period(),
        key.revision(),
        document.errors(),
        FindingList.NONE,
        null,
        now);
  }

  /** A report of a unit that has no topic: {@code E02}, and whatever else is wrong with it. */
  static Receipt withoutTopic(
      ProgressReport report, ReferenceData reference, Regime regime, Instant now) {
    CheckedReport checked = ReportCheck.check(reference, regime, report, null, null);
    return rejected(
        Message.cut(report.unit()),
        Message.cut(report.programme()),
        Message.cut(report.period()),
        report.revision(),
        checked.errors(),
        checked.warnings(),
        ReportDigest.of(report),
        now);
  }

  private static Receipt rejected(
      @Nullable String unit,
      @Nullable String programme,
      @Nullable String period,
      @Nullable Integer revision,
      FindingList errors,
      FindingList warnings,
      @Nullable String digest,
      Instant now) {
    return new Receipt(
        unit,
        programme,
        period,
        revision,
        Outcome.REJECTED,
        errors,
        warnings,
        null,
        null,
        null,
        digest,
        REFERENCE_VERSION,
        now);
  }
}
