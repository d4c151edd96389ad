package vn.tonghop.schemas.serde;

import vn.tonghop.domain.acceptance.Message;
import vn.tonghop.schemas.mapping.ReportMapping;

/** What became of the bytes of one report. */
public sealed interface DecodedReport {

  /** The bytes are a report, as this program's schema has it; the result says if it fits. */
  record Decoded(ReportMapping.Result result) implements DecodedReport {}

  /**
   * The bytes are no report.
   *
   * @param detail the fact of it in no language: a size in bytes, a schema's id, its name, or what
   *     the decoder said; cut as all that a receipt echoes
   */
  record Problem(Reason reason, String detail) implements DecodedReport {
    public Problem {
      detail = Message.cut(detail);
    }
  }

  /** Why the bytes are no report. */
  enum Reason {
    /** There is no value at all. */
    NULL_VALUE,
    /** Too short, or another first byte. */
    NOT_WIRE_FORMAT,
    /** The registry knows no schema of this id. */
    UNKNOWN_SCHEMA,
    /** The writer's schema has another name, or cannot be read as a report. */
    NOT_A_PROGRESS_REPORT,
    /** Truncated, malformed, or bytes left over. */
    UNREADABLE,
    /** The value is larger than a document may be. */
    TOO_LARGE
  }
}
