package vn.tonghop.bench.ladder;

/** The rungs, each with all that the ones below it do. */
public enum Step {
  /** Fetches, as any reader of committed records must. */
  L0("fetch"),
  /** Decodes each report by the roll-up's own decoder, and keeps a checksum. */
  L1("+ decode"),
  /** Latest revision of each document and totals, in a hash map; nothing outlives the process. */
  L2("+ latest revision, totals, in memory"),
  /** Changed totals and offsets in a transaction: the least output that is exactly-once. */
  L3("+ transactions with changed totals"),
  /** The roll-up's own state record a report in the same transaction: the least that recovers. */
  L4("+ a state record a report"),
  /**
   * All that the contract demands, made by the domain's own functions in a plain loop and written
   * as the roll-up writes it: a receipt a record, a standing and its history for each that moves,
   * changed tables and their history.
   */
  L5("+ receipts, standings, tables and their histories");

  private final String adds;

  Step(String adds) {
    this.adds = adds;
  }

  /** What it does beyond the rung below. */
  public String adds() {
    return adds;
  }

  boolean reaches(Step other) {
    return compareTo(other) >= 0;
  }
}
