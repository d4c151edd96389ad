package vn.tonghop.domain.acceptance;

/** What became of a record (roll-up.md §3). */
public enum Outcome {
  REJECTED,
  TESTED,
  ACCEPTED,
  ACCEPTED_WITH_WARNINGS,
  DUPLICATE,
  CONFLICT,
  STALE;

  /** Whether the record's revision is now the highest accepted one. */
  public boolean isAccepted() {
    return this == ACCEPTED || this == ACCEPTED_WITH_WARNINGS;
  }
}
