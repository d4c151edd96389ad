package vn.tonghop.monitor.lag;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a record waits for a group. Offsets alone do not tell: between the committed one and the
 * end there may be nothing but marks of transactions and gaps of compaction.
 *
 * @param since time of the next record; null if none waits, or if it may not be read
 */
public record Waiting(boolean any, @Nullable Instant since) {

  /** The group has all that it can read. */
  public static final Waiting NOTHING = new Waiting(false, null);

  /** By the offsets something waits; whoever looks has no right to read since when. */
  public static final Waiting OF_UNKNOWN_AGE = new Waiting(true, null);

  /** A record of that time is next. */
  public static Waiting since(Instant time) {
    return new Waiting(true, time);
  }
}
