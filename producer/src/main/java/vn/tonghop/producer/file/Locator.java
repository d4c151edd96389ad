package vn.tonghop.producer.file;

import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Receipt;

/** Says where in a file a path of a report stands, where the path alone does not lead there. */
public interface Locator {

  /** For JSON: the path is the place. */
  Locator PATHS_ONLY = finding -> finding;

  /** The finding with its place in the file added to its texts. */
  Finding located(Finding finding);

  /** All findings with their places. */
  default FindingList located(FindingList findings) {
    return new FindingList(
        findings.listed().stream().map(this::located).toList(), findings.count());
  }

  /** A receipt for the sender of the file: the places stand beside the paths. */
  default Receipt located(Receipt receipt) {
    return new Receipt(
        receipt.unit(),
        receipt.programme(),
        receipt.period(),
        receipt.revision(),
        receipt.outcome(),
        located(receipt.errors()),
        located(receipt.warnings()),
        receipt.onTime(),
        receipt.countsNow(),
        receipt.source(),
        receipt.digest(),
        receipt.referenceVersion(),
        receipt.decidedAt());
  }
}
