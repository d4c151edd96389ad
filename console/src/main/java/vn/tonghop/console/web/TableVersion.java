package vn.tonghop.console.web;

import vn.tonghop.console.view.Logged;
import vn.tonghop.console.view.Place;
import vn.tonghop.domain.acceptance.SourceRecord;

/** Names the record that a page shows, for whoever asks whether it is still the newest. */
public final class TableVersion {

  /** Of a table that has no record yet. */
  public static final String NONE = "none";

  private TableVersion() {}

  /** Partition and offset, such as {@code 2-118}. */
  public static String of(Logged<?> record) {
    return of(record.source());
  }

  /** Likewise, of a record that nobody has read. */
  static String of(Place place) {
    return of(place.source());
  }

  private static String of(SourceRecord source) {
    return source.partition() + "-" + source.offset();
  }
}
