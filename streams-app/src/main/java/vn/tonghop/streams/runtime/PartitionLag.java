package vn.tonghop.streams.runtime;

/**
 * How far one partition is behind.
 *
 * @param end offset after the last record
 * @param stable offset up to which no sender's transaction is open; read_committed readers stop
 *     here
 * @param committed offset up to which the roll-up has committed; 0 if it never has
 */
public record PartitionLag(String topic, int partition, long end, long stable, long committed) {

  /** Records that the roll-up can read and has not committed. */
  public long lag() {
    return Math.max(0, stable - committed);
  }

  /** Whether everything that was written has been committed, no transaction being open. */
  public boolean isSettled() {
    return stable == end && committed >= end;
  }
}
