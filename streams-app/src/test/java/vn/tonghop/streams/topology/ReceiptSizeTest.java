package vn.tonghop.streams.topology;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Findings;
import vn.tonghop.domain.acceptance.MessageSamples;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.schemas.mapping.ReceiptMapping;
import vn.tonghop.schemas.topic.Topics;

/** A receipt that its topic refuses would stop the roll-up for all. */
class ReceiptSizeTest {

  /** Four bytes each, and far more of them than are echoed. */
  private static final String LONGEST = "😀".repeat(10_000);

  @Test
  void theLargestReceiptThereCanBeFitsItsTopic() {
    String cut = "😀".repeat(200);
    Receipt receipt =
        Receipt.rejected(
            cut,
            cut,
            cut,
            Integer.MIN_VALUE,
            worst(Rule::isError),
            worst(rule -> !rule.isError()),
            new SourceRecord("tonghop.reports." + "X".repeat(64), 0, Long.MAX_VALUE),
            "f".repeat(64),
            Long.MAX_VALUE,
            Instant.EPOCH);
    int bytes = Wire.write(ReceiptMapping.toAvro(receipt)).length;
    assertTrue(bytes > 300_000, "the worst texts are there: " + bytes);
    // Its key holds programme and period once more; a frame is far below what is left.
    assertTrue(bytes + 2 * 800 < Topics.MAX_REQUEST_BYTES * 3 / 4, bytes + " bytes");
  }

  /** A hundred times the longest finding, then all of the other rules: more than can ever be. */
  private static FindingList worst(Predicate<Rule> which) {
    List<Finding> longest =
        Arrays.stream(Rule.values())
            .filter(which)
            .map(rule -> MessageSamples.longest(rule, LONGEST))
            .toList();
    Finding most =
        Collections.max(
            longest, Comparator.comparingInt(each -> each.vi().length() + each.en().length()));
    Findings findings = new Findings();
    for (int i = 0; i < 10 * Findings.LISTED; i++) {
      findings.add(most);
    }
    longest.forEach(findings::add);
    return findings.toList();
  }
}
