package vn.tonghop.domain.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.table.Coverage;

/** Who is inside the figures and who is not: how many above the figures, by name below them. */
final class CoverageText {

  private static final int INDENT = 2;

  /** More names than these are a wall; they are parted by region. */
  private static final int MANY = 12;

  private final Coverage coverage;
  private final TextStyle style;
  private final Language language;
  private final Names names;
  private final Regions regions;
  private final Figures figures;

  CoverageText(Coverage coverage, TextStyle style, Names names, Regions regions) {
    this.coverage = coverage;
    this.style = style;
    this.language = style.language();
    this.names = names;
    this.regions = regions;
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
  List<String> names() {
    List<String> lines = new ArrayList<>();
    bodies(
        lines, language.pick("Lấy theo báo cáo kỳ trước", "As last reported"), coverage.carried());
    bodies(lines, language.pick("Không phát sinh", "Nothing to report"), coverage.nil());
    bodies(lines, language.pick("Gửi muộn", "Reported late"), coverage.late());
    bodies(
        lines,
        language.pick("Đơn vị kế thừa báo cáo thay", "Successor reports instead"),
        coverage.succeeded());
    missing(lines);
    return lines;
  }

  private void missing(List<String> lines) {
    List<ReportingUnit> units = coverage.missing();
    String label = language.pick("Chưa báo cáo", "Missing");
    if (coverage.reported() == 0 && !units.isEmpty() && units.size() == coverage.expected()) {
      list(lines, 0, label, units.size(), List.of(language.pick("tất cả", "all")));
      return;
    }
    Map<String, List<String>> byRegion =
        units.stream()
            .collect(
                Collectors.groupingBy(
                    unit -> Regions.of(unit.region()),
                    () -> new TreeMap<>(regions.order()),
                    Collectors.mapping(names::of, Collectors.toList())));
    if (units.size() <= MANY || byRegion.size() == 1) {
      list(lines, 0, label, units.size(), units.stream().map(names::of).toList());
      return;
    }
    lines.add(label + " (" + figures.count(units.size()) + "):");
    byRegion.forEach(
        (region, listed) -> list(lines, INDENT, regions.name(region), listed.size(), listed));
  }

  private void bodies(List<String> lines, String label, List<String> bodies) {
    list(lines, 0, label, bodies.size(), bodies.stream().map(names::ofBody).toList());
  }

  private void list(List<String> lines, int indent, String label, int count, List<String> listed) {
    if (count == 0) {
      return;
    }
    String comma = listed.stream().anyMatch(name -> name.contains(",")) ? "; " : ", ";
    String text =
        listed.stream().sorted(Names.order()).map(Names::whole).collect(Collectors.joining(comma));
    String start = label + " (" + figures.count(count) + "): ";
    TextWidth.wrap(start + text, style.width() - indent, INDENT)
        .forEach(line -> lines.add(" ".repeat(indent) + line));
  }
}
