package vn.tonghop.streams.processor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.acceptance.Submission;

/**
 * A record that arrived, as far as it can be judged without history. Exactly one of {@code receipt}
 * and {@code submission} is there: the answer at once, or what acceptance will answer.
 *
 * @param value bytes as received; null if the record had none
 * @param source where the record stands
 * @param errors for the dead letter; none if it is not rejected
 * @param receipt the answer to a record of which unit, programme and period are not known
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
public record Arrival(
    byte @Nullable [] value,
    SourceRecord source,
    FindingList errors,
    @Nullable Receipt receipt,
    @Nullable Submission submission) {

  /** Whether the record goes to the dead letters. */
  public boolean isRejected() {
    return !errors.isEmpty();
  }

  /** Its error codes, sorted, each once. */
  public List<Rule> codes() {
    return errors.listed().stream().map(Finding::rule).distinct().sorted().toList();
  }
}
