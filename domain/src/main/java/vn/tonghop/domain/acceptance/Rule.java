package vn.tonghop.domain.acceptance;

/** Codes of errors and warnings (roll-up.md §3). */
public enum Rule {
  E01,
  E02,
  E03,
  E04,
  E05,
  E06,
  E07,
  E08,
  E09,
  E10,
  E11,
  E12,
  E13,
  W01,
  W02,
  W03,
  W04,
  W05,
  W06,
  W07;

  /** Whether a report that breaks it is rejected. */
  public boolean isError() {
    return name().startsWith("E");
  }
}
