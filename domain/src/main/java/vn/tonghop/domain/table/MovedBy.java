package vn.tonghop.domain.table;

import java.time.Instant;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.acceptance.Submission;

/**
 * The report record, withdrawals included, that last changed a table.
 *
 * @param at the record's time
 */
public record MovedBy(String unit, String period, int revision, SourceRecord source, Instant at) {

  public static MovedBy of(Submission submission) {
    return new MovedBy(
        submission.unit(),
        submission.period().label(),
        submission.revision(),
        submission.source(),
        submission.receivedAt());
  }
}
