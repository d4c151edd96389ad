package vn.tonghop.bench.live;

/** Told of each report once, when a table shows it. */
@FunctionalInterface
public interface Sighting {

  /**
   * A table shows the report.
   *
   * @param intended when it should have been appended, as of {@code nanoTime}
   * @param seen when a reader had the table
   */
  void record(long intended, long seen);
}
