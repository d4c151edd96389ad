package vn.tonghop.domain.reference;

/** How an indicator's values of several periods make one (roll-up.md §7). */
public enum IndicatorKind {
  /** Happened during the period: parts are summed. */
  FLOW,
  /** State at a date: the last one counts. */
  STOCK
}
