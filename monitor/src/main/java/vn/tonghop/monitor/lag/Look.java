package vn.tonghop.monitor.lag;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stood at one place at one moment.
 *
 * @param end offset after the last record
 * @param stable offset up to which no sender's transaction is open; read_committed readers stop
 *     here
 * @param committed offset up to which the group has committed; 0 if it never has
 * @param members that read here, as far as the broker counts them as alive
 * @param waiting the next record that the group can read
 * @param openSince time of the first record of a sender's open transaction; null if none is open,
 *     or if it may not be read
 */
public record Look(
    Instant at,
    long end,
    long stable,
    long committed,
    int members,
    Waiting waiting,
    @Nullable Instant openSince) {

  /** Records that the group can read and has not committed. */
  public long records() {
    return waiting.any() ? Math.max(0, stable - committed) : 0;
  }

  /** Whether a sender's transaction holds records back. */
  public boolean isOpen() {
    return end > stable;
  }

  boolean hasMembers() {
    return members > 0;
  }
}
