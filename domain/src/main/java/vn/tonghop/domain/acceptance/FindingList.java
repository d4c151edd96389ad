package vn.tonghop.domain.acceptance;

import java.util.List;

/**
 * What a receipt lists of the errors, or of the warnings, of a report.
 *
 * @param listed the first 100 in document order, then the first of each code not among them
 * @param count how many there are in all
 */
public record FindingList(List<Finding> listed, int count) {

  public static final FindingList NONE = new FindingList(List.of(), 0);

  public FindingList {
    listed = List.copyOf(listed);
  }

  public boolean isEmpty() {
    return count == 0;
  }
}
