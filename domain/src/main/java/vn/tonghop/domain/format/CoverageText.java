package vn.tonghop.domain.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.table.Coverage;

/** Who is inside the figures and who is not, by name: the first thing a reader must know. */
final class CoverageText {

  private static final int INDENT = 2;

  private final Coverage coverage;
  private final TextStyle style;
  private final Names names;
  private final Ink ink;
  private final List<String> lines = new ArrayList<>();

  private CoverageText(Coverage coverage, TextStyle style, Names names) {
    this.coverage = coverage;
    this.style = style;
    this.names = names;
    this.ink = new Ink(style.colours());
  }

  static List<String> lines(Coverage coverage, TextStyle style, Names names) {
    return new CoverageText(coverage, style, names).write();
  }

  private List<String> write() {
    Language language = style.language();
    Figures figures = new Figures(language);
    String reported =
        language
            .pick(
                "Đã có báo cáo: %s/%s đơn vị",
                coverage.expected() == 1
                    ? "Reports received: %s of %s unit"
                    : "Reports received: %s of %s units")
            .formatted(figures.count(coverage.reported()), figures.count(coverage.expected()));
    TextWidth.wrap(reported, style.width(), INDENT).forEach(line -> lines.add(ink.bold(line)));
    bodies(language.pick("Lấy theo báo cáo kỳ trước", "As last reported"), coverage.carried());
    bodies(language.pick("Không phát sinh", "Nothing to report"), coverage.nil());
    bodies(language.pick("Gửi muộn", "Reported late"), coverage.late());
    bodies(
        language.pick("Đơn vị kế thừa báo cáo thay", "Successor reports instead"),
        coverage.succeeded());
    list(
        language.pick("Chưa báo cáo", "Missing"),
        coverage.missing().size(),
        missing(coverage.missing()));
    return lines;
  }

  private List<String> missing(List<ReportingUnit> units) {
    return coverage.reported() == 0 && !units.isEmpty() && units.size() == coverage.expected()
        ? List.of(style.language().pick("tất cả", "all"))
        : units.stream().map(names::of).toList();
  }

  private void bodies(String label, List<String> bodies) {
    list(label, bodies.size(), bodies.stream().map(names::ofBody).toList());
  }

  private void list(String label, int count, List<String> listed) {
    if (count == 0) {
      return;
    }
    String comma = listed.stream().anyMatch(name -> name.contains(",")) ? "; " : ", ";
    String text =
        listed.stream().sorted(Names.order()).map(Names::whole).collect(Collectors.joining(comma));
    String start = label + " (" + new Figures(style.language()).count(count) + "): ";
    TextWidth.wrap(start + text, style.width() - INDENT, INDENT)
        .forEach(line -> lines.add(" ".repeat(INDENT) + line.replace('\u00a0', ' ')));
  }
}
