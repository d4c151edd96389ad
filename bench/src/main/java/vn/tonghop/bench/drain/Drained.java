package vn.tonghop.bench.drain;

/**
 * What one drain cost, warm-up excluded.
 *
 * @param reports that were counted
 * @param seconds that they took
 * @param systemMicros processor time of the system, microseconds a report
 * @param brokerMicros likewise of the broker
 * @param peakBytes the most memory that the system ever had resident
 * @param whole whether it read everything, so that its output can be judged
 * @param stolen share of the machine's time that its host gave to others, 0 to 1
 */
public record Drained(
    String name,
    long reports,
    double seconds,
    double systemMicros,
    double brokerMicros,
    long peakBytes,
    boolean whole,
    double stolen) {

  /** Reports a second. */
  public double rate() {
    return reports / seconds;
  }
}
