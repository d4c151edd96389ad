package vn.tonghop.domain.format;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.tonghop.domain.reference.Indicator;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.standing.IndicatorFigure;
import vn.tonghop.domain.table.Coverage;
import vn.tonghop.domain.table.IndicatorView;
import vn.tonghop.domain.table.TableView;

/** The national indicators: value, unit of measure, baseline and change. */
public final class IndicatorText {

  private static final int INDENT = 2;

  private final TextStyle style;
  private final Language language;
  private final ReferenceData reference;
  private final Figures figures;

  IndicatorText(TextStyle style, ReferenceData reference) {
    this.style = style;
    this.language = style.language();
    this.reference = reference;
    this.figures = new Figures(language);
  }

  /** What to mark an indicator with. */
  public static Set<Mark> marks(IndicatorFigure figure) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    if (figure.carried()) {
      marks.add(Mark.CARRIED);
    }
    if (figure.partial()) {
      marks.add(Mark.PARTIAL);
    }
    return marks;
  }

  /** Nothing where there are no indicators. */
  List<String> lines(TableView table) {
    List<IndicatorView> indicators = table.indicators();
    if (indicators.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(new Ink(style.colours()).bold(language.pick("Chỉ tiêu", "Indicators")));
    for (IndicatorView each : indicators) {
      add(lines, name(each) + ": " + value(each.figure()) + coverage(table, each), INDENT);
      Indicator.Baseline baseline = each.baseline();
      if (baseline != null) {
        add(lines, compared(each, baseline), INDENT + INDENT);
      }
    }
    return lines;
  }

  private String name(IndicatorView indicator) {
    return language.pick(indicator.name(), indicator.nameEn());
  }

  private String value(IndicatorFigure figure) {
    String measure =
        reference
            .indicator(figure.code())
            .map(each -> " " + language.pick(each.measureVi(), each.measureEn()))
            .orElse("");
    String marks = marks(figure).stream().map(Mark::sign).collect(Collectors.joining());
    return figures.value(figure.value()) + measure + (marks.isEmpty() ? "" : "\u00a0" + marks);
  }

  /** How many units gave a value; none where rows are not one a unit, so that nobody can tell. */
  public static Optional<Long> units(TableView table, IndicatorView indicator) {
    Coverage coverage = table.coverage();
    if (table.byUnit().size() != coverage.reported() || !coverage.succeeded().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        table.byUnit().stream()
            .flatMap(unit -> unit.indicators().stream())
            .filter(figure -> figure.code().equals(indicator.figure().code()))
            .count());
  }

  private String coverage(TableView table, IndicatorView indicator) {
    return units(table, indicator)
        .map(
            units ->
                language
                    .pick(" (%s/%s\u00a0đơn\u00a0vị)", " (units:\u00a0%s/%s)")
                    .formatted(figures.count(units), figures.count(table.coverage().expected())))
        .orElse("");
  }

  private String compared(IndicatorView indicator, Indicator.Baseline baseline) {
    var change = indicator.change();
    var percent = indicator.changePercent();
    String by =
        change == null || percent == null
            ? Figures.NONE
            : figures.change(change) + " (" + figures.percentChange(percent) + ")";
    return language
        .pick("so với %s (%s): %s", "against %s (%s): %s")
        .formatted(figures.value(baseline.value()), figures.date(baseline.date()), by);
  }

  private void add(List<String> lines, String text, int indent) {
    TextWidth.wrap(text, style.width() - indent, INDENT)
        .forEach(line -> lines.add(" ".repeat(indent) + line));
  }
}
