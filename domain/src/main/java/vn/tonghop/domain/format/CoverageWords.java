package vn.tonghop.domain.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.table.Coverage;

/** Who is inside the figures and who is not: how many, and by name. */
final class CoverageWords {

  /** More names than these are a wall; they are parted by region. */
  private static final int MANY = 12;

  private final Coverage coverage;
  private final Language language;
  private final Names names;
  private final Regions regions;
  private final String missing;
  private final Figures figures;

  /**
   * @param missing what is said of units that have not reported
   */
  CoverageWords(
      Coverage coverage, Language language, Names names, Regions regions, String missing) {
    this.coverage = coverage;
    this.language = language;
    this.names = names;
    this.regions = regions;
    this.missing = missing;
    this.figures = new Figures(language);
  }

  /** The first thing a reader must know of any rate. */
  String headline() {
    String reported =
        language
            .pick(
                "Đã có báo cáo: %s/%s đơn vị",
                coverage.expected() == 1
                    ? "Reports received: %s of %s unit"
                    : "Reports received: %s of %s units")
            .formatted(figures.count(coverage.reported()), figures.count(coverage.expected()));
    return coverage.missing().isEmpty()
        ? reported
        : reported
            + language
                .pick("; còn thiếu %s", "; %s missing")
                .formatted(figures.count(coverage.missing().size()));
  }

  /** A list of names for each kind of unit that a reader may ask about. */
  List<Listing> listings() {
    return Arrays.stream(CoverageKind.values())
        .map(kind -> kind == CoverageKind.MISSING ? missing() : listing(kind))
        .filter(listing -> listing.count() > 0)
        .toList();
  }

  private Listing listing(CoverageKind kind) {
    List<String> bodies = kind.bodies(coverage);
    return Listing.of(
        kind.label(language), bodies.size(), bodies.stream().map(names::ofBody).toList());
  }

  private Listing missing() {
    List<ReportingUnit> units = coverage.missing();
    if (coverage.reported() == 0 && units.size() == coverage.expected()) {
      return Listing.of(missing, units.size(), List.of(language.pick("tất cả", "all")));
    }
    Map<String, List<String>> byRegion =
        units.stream()
            .collect(
                Collectors.groupingBy(
                    unit -> Regions.of(unit.region()),
                    () -> new TreeMap<>(regions.order()),
                    Collectors.mapping(names::of, Collectors.toList())));
    if (units.size() <= MANY || byRegion.size() == 1) {
      return Listing.of(missing, units.size(), units.stream().map(names::of).toList());
    }
    List<Listing> parts = new ArrayList<>();
    byRegion.forEach(
        (region, listed) -> parts.add(Listing.of(regions.name(region), listed.size(), listed)));
    return new Listing(missing, units.size(), List.of(), parts);
  }
}
