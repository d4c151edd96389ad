package vn.tonghop.schemas.topic;

/**
 * How many brokers hold a record: a property of the cluster, not of a topic's meaning.
 *
 * @param factor copies of each partition, 1 or more
 * @param minInsync copies that must have a record before it is acknowledged, 1 to {@code factor}
 */
public record Replication(short factor, int minInsync) {
  /** For one broker: development, {@code demo} and {@code try}. */
  public static final Replication SINGLE = new Replication((short) 1, 1);

  /**
   * @throws IllegalArgumentException if {@code factor} is below 1 or {@code minInsync} outside 1 to
   *     {@code factor}
   */
  public Replication {
    if (factor < 1 || minInsync < 1 || minInsync > factor) {
      throw new IllegalArgumentException(
          "1 <= min.insync.replicas <= replication.factor, got %d and %d"
              .formatted(minInsync, factor));
    }
  }
}
