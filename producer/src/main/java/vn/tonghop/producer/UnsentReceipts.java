package vn.tonghop.producer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.CheckedReport;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Findings;
import vn.tonghop.domain.acceptance.Message;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportDigest;
import vn.tonghop.producer.file.DocumentKey;
import vn.tonghop.producer.file.FileReport;
import vn.tonghop.schemas.mapping.ReportMapping;
import vn.tonghop.schemas.serde.ReportRecord;

/** Answers to what was never sent, so that every document of a file has its receipt. */
public final class UnsentReceipts {

  /** The version of reference data that came from no topic. */
  public static final long NO_VERSION = 0;

  private final long referenceVersion;

  /**
   * @param referenceVersion of the reference data that is judged by
   */
  public UnsentReceipts(long referenceVersion) {
    this.referenceVersion = referenceVersion;
  }

  /** Of a document that does not fit the schema: {@code E01}. */
  public Receipt unreadable(FileReport.Unreadable document, Instant decidedAt) {
    return receipt(document.key(), document.errors(), FindingList.NONE, null, decidedAt);
  }

  /** Of a report that was held back because of its errors. */
  public Receipt heldBack(CheckedReport checked, Instant decidedAt) {
    return receipt(checked, checked.errors(), decidedAt);
  }

  /** The answer to a report that has no revision, and will get none. */
  public static Receipt unnumbered(Receipt receipt) {
    return Receipt.rejected(
        receipt.unit(),
        receipt.programme(),
        receipt.period(),
        null,
        receipt.errors(),
        receipt.warnings(),
        receipt.source(),
        null,
        receipt.referenceVersion(),
        receipt.decidedAt());
  }

  /** Of a report that client or broker refused for its size: {@code E01}, as it cannot arrive. */
  public Receipt tooLarge(ProgressReport report, Instant decidedAt) {
    Findings errors = new Findings();
    int bytes = ReportRecord.bytes(ReportMapping.toAvro(report));
    errors.add(Message.TOO_LARGE_TO_SEND, Finding.DOCUMENT, bytes);
    return receipt(key(report), errors.toList(), FindingList.NONE, null, decidedAt);
  }

  /** Of a report whose unit has no topic: {@code E02} and its other errors. */
  public Receipt withoutTopic(CheckedReport checked, Instant decidedAt) {
    FindingList known = checked.errors();
    if (known.listed().stream().anyMatch(error -> error.rule() == Rule.E02)) {
      return receipt(checked, known, decidedAt);
    }
    Findings errors = new Findings();
    errors.add(Message.UNIT_UNKNOWN, "unit", checked.report().unit());
    errors.addAll(known);
    return receipt(checked, errors.toList(), decidedAt);
  }

  private Receipt receipt(CheckedReport checked, FindingList errors, Instant decidedAt) {
    ProgressReport report = checked.report();
    return receipt(key(report), errors, checked.warnings(), ReportDigest.of(report), decidedAt);
  }

  private static DocumentKey key(ProgressReport report) {
    return new DocumentKey(
        Message.cut(report.unit()),
        Message.cut(report.programme()),
        Message.cut(report.period()),
        report.revision());
  }

  private Receipt receipt(
      DocumentKey key,
      FindingList errors,
      FindingList warnings,
      @Nullable String digest,
      Instant decidedAt) {
    return Receipt.rejected(
        key.unit(),
        key.programme(),
        key.period(),
        key.revision(),
        errors,
        warnings,
        null,
        digest,
        referenceVersion,
        decidedAt);
  }
}
