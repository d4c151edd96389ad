package vn.tonghop.schemas.registry;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what was used longest ago. Not for several threads at once. */
public final class Bounded<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;
  private static final float LOAD = 0.75f;

  private final int most;

  /**
   * @param most entries, at most
   */
  public Bounded(int most) {
    super(16, LOAD, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
