package vn.tonghop.domain.standing;

/** Adds measures up, without a new record at each step: a table sums a thousand of them. */
public final class MeasuresSum {

  private long assigned;
  private long completedOnTime;
  private long completedLate;
  private long openOnTrack;
  private long openOverdue;
  private long completedInPeriod;
  private long percentSum;

  /**
   * Adds one.
   *
   * @throws ArithmeticException if a sum is more than a long holds
   */
  public void add(Measures more) {
    assigned = Math.addExact(assigned, more.assigned());
    completedOnTime = Math.addExact(completedOnTime, more.completedOnTime());
    completedLate = Math.addExact(completedLate, more.completedLate());
    openOnTrack = Math.addExact(openOnTrack, more.openOnTrack());
    openOverdue = Math.addExact(openOverdue, more.openOverdue());
    completedInPeriod = Math.addExact(completedInPeriod, more.completedInPeriod());
    percentSum = Math.addExact(percentSum, more.percentSum());
  }

  /** The sum so far; zero of none. */
  public Measures toMeasures() {
    return new Measures(
        assigned,
        completedOnTime,
        completedLate,
        openOnTrack,
        openOverdue,
        completedInPeriod,
        percentSum);
  }
}
