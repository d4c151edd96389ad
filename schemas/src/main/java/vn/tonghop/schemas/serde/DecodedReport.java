package vn.tonghop.schemas.serde;

import vn.tonghop.ProgressReport;

/** What became of the bytes of one report. */
public sealed interface DecodedReport {

  /** The bytes are a report, as this program's schema has it. */
  record Decoded(ProgressReport report) implements DecodedReport {}

  /**
   * The bytes are no report.
   *
   * @param detail for people; at most {@value #DETAIL_LENGTH} characters
   */
  record Problem(Reason reason, String detail) implements DecodedReport {
    /** Text echoed from a document is cut, so that a receipt is bounded (in UTF-16 units). */
    public static final int DETAIL_LENGTH = 200;

    public Problem {
      if (detail.length() > DETAIL_LENGTH) {
        boolean split = Character.isHighSurrogate(detail.charAt(DETAIL_LENGTH - 1));
        detail = detail.substring(0, split ? DETAIL_LENGTH - 1 : DETAIL_LENGTH);
      }
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
