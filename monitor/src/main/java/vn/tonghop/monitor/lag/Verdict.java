package vn.tonghop.monitor.lag;

/** What a reader's lag means, the least bad first. */
public enum Verdict {
  /** Nothing waits, or not for long. */
  OK(0),
  /** Records wait and the group works on them. */
  LAGGING(1),
  /** Records wait, the group has members, and nothing was committed for a while. */
  STALLED(2),
  /** Records wait and nobody is there to read them. */
  STOPPED(3);

  private final int number;

  Verdict(int number) {
    this.number = number;
  }

  /** What it is in metrics. */
  public int number() {
    return number;
  }

  /** Whether somebody must act: catching up by itself is no trouble. */
  public boolean isTrouble() {
    return compareTo(LAGGING) > 0;
  }
}
