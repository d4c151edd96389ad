package vn.tonghop.domain.reference;

import java.util.List;

/**
 * A work programme.
 *
 * @param firstYear first reporting year, included
 * @param lastYear last reporting year, included
 * @param expected {@code PROVINCES}, {@code ALL}, or unit codes
 */
public record Programme(
    String code,
    int firstYear,
    int lastYear,
    String titleVi,
    String titleEn,
    List<String> expected) {

  /** Provinces and cities owe reports. */
  public static final String PROVINCES = "PROVINCES";

  /** Provinces, cities and the central organisations owe reports. */
  public static final String ALL = "ALL";

  public Programme {
    expected = List.copyOf(expected);
  }

  /** Whether the programme runs in that reporting year. */
  public boolean runsIn(int year) {
    return firstYear <= year && year <= lastYear;
  }

  /** Whether a unit in force owes reports on it. */
  public boolean expects(ReportingUnit unit) {
    return expected.contains(ALL)
        || (expected.contains(PROVINCES) && unit.kind().isProvincial())
        || expected.contains(unit.code());
  }
}
