package vn.tonghop.console.web;

import vn.tonghop.console.view.Logged;

/** Names the record that a page shows, for whoever asks whether it is still the newest. */
public final class TableVersion {

  /** Of a table that has no record yet. */
  public static final String NONE = "none";

  private TableVersion() {}

  /** Partition and offset, such as {@code 2-118}. */
  public static String of(Logged<?> record) {
    return record.source().partition() + "-" + record.source().offset();
  }
}
