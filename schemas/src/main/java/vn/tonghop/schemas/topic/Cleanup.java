package vn.tonghop.schemas.topic;

/** What the broker may throw away of a topic. */
public enum Cleanup {
  /** Nothing, ever: history that a replay starts from. */
  KEPT_FOR_EVER,
  /** All but the last record of a key. */
  COMPACTED
}
