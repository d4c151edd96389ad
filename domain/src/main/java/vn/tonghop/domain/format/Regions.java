package vn.tonghop.domain.format;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.table.TableView;

/**
 * Regions as official statistics list them, north to south: in the order of their lowest unit code.
 */
public final class Regions {

  /** Stands for the region of central organisations, which have none. */
  public static final String CENTRAL = "";

  private final Language language;
  private final List<String> northToSouth;

  /**
   * @param table whose rows say the day of which the regions are
   */
  public Regions(Language language, ReferenceData reference, TableView table) {
    LocalDate restated = table.restatedTo();
    LocalDate day = restated == null ? table.period().lastDay() : restated;
    this.language = language;
    this.northToSouth =
        reference.unitsOn(day).stream()
            .map(ReportingUnit::region)
            .filter(Objects::nonNull)
            .map(Regions::of)
            .distinct()
            .toList();
  }

  /** A unit's region, or {@link #CENTRAL}. */
  public static String of(@Nullable String region) {
    return region == null ? CENTRAL : region;
  }

  /** Those that no unit of the day is in come after the others, central organisations last. */
  public Comparator<String> order() {
    return Comparator.<String, Boolean>comparing(CENTRAL::equals)
        .thenComparing(region -> Rank.of(region, northToSouth))
        .thenComparing(Names.order());
  }

  /** What a region is called; central organisations have a name of their own. */
  public String name(String region) {
    return region.equals(CENTRAL)
        ? language.pick("Cơ quan, đảng bộ ở Trung ương", "Central organisations")
        : region;
  }
}
