package vn.tonghop.console.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vn.tonghop.domain.format.CoverageKind;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.Names;
import vn.tonghop.domain.format.TableWords;
import vn.tonghop.domain.table.Coverage;
import vn.tonghop.domain.table.TableView;

/**
 * Who is inside the figures and who is not.
 *
 * @param headline how many of how many
 * @param listings units by name
 */
public record CoverageModel(String headline, List<Listing> listings) {

  public CoverageModel {
    listings = List.copyOf(listings);
  }

  /** Units of one kind, in the order of the alphabet. */
  public record Listing(String label, List<String> names) {

    public Listing {
      names = List.copyOf(names);
    }
  }

  /**
   * The coverage of a table.
   *
   * @param today says how late a missing report is
   * @param seen bodies whose names may be shown
   */
  static CoverageModel of(
      TableView table, Language language, Names names, LocalDate today, Predicate<String> seen) {
    List<Listing> listings = new ArrayList<>();
    for (CoverageKind kind : CoverageKind.values()) {
      List<String> sorted =
          kind.bodies(table.coverage()).stream()
              .filter(seen)
              .map(names::ofBody)
              .sorted(Names.order())
              .toList();
      if (!sorted.isEmpty()) {
        String label =
            kind == CoverageKind.MISSING
                ? new TableWords(table, language).missing(today)
                : kind.label(language);
        listings.add(new Listing(label, sorted));
      }
    }
    return new CoverageModel(headline(table.coverage(), language, new Figures(language)), listings);
  }

  private static String headline(Coverage coverage, Language language, Figures figures) {
    return language
        .pick(
            "%s đơn vị phải báo cáo; đã có %s, trong đó %s lấy theo kỳ trước; còn thiếu %s",
            coverage.expected() == 1
                ? "%s unit expected; %s received; %s of them carried; %s missing"
                : "%s units expected; %s received; %s of them carried; %s missing")
        .formatted(
            figures.count(coverage.expected()),
            figures.count(coverage.reported()),
            figures.count(coverage.carried().size()),
            figures.count(coverage.missing().size()));
  }
}
