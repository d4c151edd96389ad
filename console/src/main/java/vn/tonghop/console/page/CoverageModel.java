package vn.tonghop.console.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.Names;
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
  public record Listing(String id, String label, List<String> names) {

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
    Coverage coverage = table.coverage();
    Figures figures = new Figures(language);
    List<Listing> listings = new ArrayList<>();
    bodies(
        "carried",
        language.pick("Lấy theo báo cáo kỳ trước", "As last reported"),
        coverage.carried(),
        listings,
        names,
        seen);
    bodies(
        "nil",
        language.pick("Không phát sinh", "Nothing to report"),
        coverage.nil(),
        listings,
        names,
        seen);
    bodies(
        "late", language.pick("Gửi muộn", "Reported late"), coverage.late(), listings, names, seen);
    bodies(
        "succeeded",
        language.pick("Đơn vị kế thừa báo cáo thay", "Successor reports instead"),
        coverage.succeeded(),
        listings,
        names,
        seen);
    long late = ChronoUnit.DAYS.between(table.period().dueOn(), today);
    add(
        "missing",
        late > 0
            ? language
                .pick("Chưa báo cáo, quá hạn %s ngày", "Missing, %s days late")
                .formatted(figures.count(late))
            : language.pick("Chưa báo cáo, còn trong hạn", "Missing, not yet due"),
        coverage.missing().stream()
            .filter(unit -> seen.test(unit.body()))
            .map(unit -> names.of(unit)),
        listings);
    return new CoverageModel(headline(coverage, language, figures), listings);
  }

  private static void bodies(
      String id,
      String label,
      List<String> bodies,
      List<Listing> listings,
      Names names,
      Predicate<String> seen) {
    add(id, label, bodies.stream().filter(seen).map(names::ofBody), listings);
  }

  private static void add(String id, String label, Stream<String> names, List<Listing> listings) {
    List<String> sorted = names.sorted(Names.order()).toList();
    if (!sorted.isEmpty()) {
      listings.add(new Listing(id, label, sorted));
    }
  }

  private static String headline(Coverage coverage, Language language, Figures figures) {
    return language
        .pick(
            "%s đơn vị phải báo cáo; đã có %s; lấy theo kỳ trước %s; còn thiếu %s",
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
