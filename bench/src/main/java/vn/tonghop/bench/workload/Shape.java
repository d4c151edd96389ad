package vn.tonghop.bench.workload;

/**
 * What a workload looks like.
 *
 * @param seed of everything that is drawn
 * @param units that report; the first 63 are named after the provinces before July 2025
 * @param lines task lines of a report that is neither nil nor a withdrawal, 1 to 500
 * @param revisions 0: a natural mix, 20 % of the reports corrections and 2 % late lower revisions;
 *     else each document is sent that often, one revision after the other
 * @param titles whether each line has a title of some 60 bytes
 */
public record Shape(long seed, int units, int lines, int revisions, boolean titles) {

  /** What the goals are stated for: 63 units, 20 lines, the natural mix, no titles. */
  public static final Shape STANDARD = new Shape(1, 63, 20, 0, false);

  public Shape {
    if (units < 1 || lines < 1 || lines > 500 || revisions < 0) {
      throw new IllegalArgumentException(
          "units %d, lines %d, revisions %d".formatted(units, lines, revisions));
    }
  }

  public Shape withUnits(int others) {
    return new Shape(seed, others, lines, revisions, titles);
  }

  public Shape withLines(int others) {
    return new Shape(seed, units, others, revisions, titles);
  }

  public Shape withRevisions(int others) {
    return new Shape(seed, units, lines, others, titles);
  }

  public Shape withTitles() {
    return new Shape(seed, units, lines, revisions, true);
  }
}
