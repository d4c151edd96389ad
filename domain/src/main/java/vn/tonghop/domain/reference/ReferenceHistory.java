package vn.tonghop.domain.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The versions of the reference data in the order in which they came into force, so that a replay
 * judges each record as it was judged (roll-up.md §3).
 */
public final class ReferenceHistory {

  private final List<Version> versions;

  /**
   * @param versions at least one, in any order
   */
  public ReferenceHistory(List<Version> versions) {
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("no version of the reference data");
    }
    List<Version> sorted = new ArrayList<>(versions);
    sorted.sort(Comparator.comparing(Version::from).thenComparingLong(Version::number));
    this.versions = List.copyOf(sorted);
  }

  /** One version only, whatever a record's time. */
  public static ReferenceHistory only(long number, ReferenceData data) {
    return new ReferenceHistory(List.of(new Version(number, Instant.EPOCH, data)));
  }

  /**
   * One version.
   *
   * @param number 1 or more
   * @param from when it was appended
   */
  public record Version(long number, Instant from, ReferenceData data) {}

  /** The last version appended at or before a time; before the first, the first. */
  public Version at(Instant time) {
    int place = versions.size() - 1;
    while (place > 0 && versions.get(place).from().isAfter(time)) {
      place--;
    }
    return versions.get(place);
  }

  /** The first version: demo and try judge by it alone. */
  public Version first() {
    return versions.get(0);
  }

  /** The version that judges records of now, and by which tables are read. */
  public Version last() {
    return versions.get(versions.size() - 1);
  }
}
