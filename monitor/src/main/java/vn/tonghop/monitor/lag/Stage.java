package vn.tonghop.monitor.lag;

import java.util.Locale;

/** Where records wait. */
public enum Stage {
  /** Reports that are not judged yet, in a unit's topic. */
  INTAKE,
  /** Judged reports that are in no standing and no table yet: one hop makes both. */
  TABLES,
  /** Records that a reader outside has not taken yet. */
  READER;

  /** Name in labels and answers. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
