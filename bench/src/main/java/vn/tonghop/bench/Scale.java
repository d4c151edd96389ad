package vn.tonghop.bench;

/**
 * How much is measured.
 *
 * @param full the figures that are published; else just enough to see that everything works
 * @param rounds in which each system is measured once
 * @param reports that a drain reads
 */
public record Scale(boolean full, int rounds, long reports) {

  private static final long MANY = 1_000_000;

  static final Scale SMOKE = new Scale(false, 1, 3_000);
  static final Scale FULL = new Scale(true, 5, 200_000);

  /** Reports of a history that was long when something happened to it. */
  public long state() {
    return full ? MANY : reports;
  }

  /** One of two, by the scale. */
  public <T> T pick(T smoke, T whenFull) {
    return full ? whenFull : smoke;
  }
}
