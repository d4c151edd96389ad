package vn.tonghop.producer.file;

import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.FindingList;

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
}
