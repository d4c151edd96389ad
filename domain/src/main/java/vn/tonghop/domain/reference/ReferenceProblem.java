package vn.tonghop.domain.reference;

/**
 * One thing that is wrong with reference data, a line in each language.
 *
 * @param place file and line, as in {@code fields.csv:7}
 */
public record ReferenceProblem(String place, String vi, String en) {

  /** A flaw at a place; both lines begin with it. */
  static ReferenceProblem at(String place, ReferenceFlaw flaw, Object... found) {
    return new ReferenceProblem(
        place, place + ": " + flaw.vi(found), place + ": " + flaw.en(found));
  }
}
