package vn.tonghop.samples;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.reference.UnitKind;

/** The provinces and cities, and how fast each works in these samples. */
final class Provinces {

  /** Thousandths of the time given that the work takes: ahead, in time, behind, far behind. */
  private static final List<Integer> PACES =
      List.of(700, 800, 850, 900, 930, 960, 990, 1030, 1100, 1250);

  private Provinces() {}

  /** Those in force on a day, by code. */
  static List<ReportingUnit> on(LocalDate day, ReferenceData reference) {
    return reference.unitsOn(day).stream()
        .filter(unit -> unit.kind() == UnitKind.PROVINCE || unit.kind() == UnitKind.CITY)
        .toList();
  }

  static int pace(String body) {
    return Chance.of(body, "pace").oneOf(PACES);
  }

  /** The name as file names have it, e.g. {@code ba-ria-vung-tau}. */
  static String fileName(ReportingUnit unit) {
    return unit.nameEn().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
  }
}
