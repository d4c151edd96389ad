package vn.tonghop.export;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.OfficialTable;
import vn.tonghop.domain.reference.Indicator;
import vn.tonghop.export.DocumentText.IndicatorColumn;

/** The national indicators on a page, beside their baselines. */
final class IndicatorSection {

  private final Markup markup;
  private final OfficialTable table;
  private final Language language;
  private final Figures figures;

  IndicatorSection(Markup markup, OfficialTable table) {
    this.markup = markup;
    this.table = table;
    this.language = table.language();
    this.figures = new Figures(language);
  }

  void draw(Element body) {
    markup.text(body, "h2", "", DocumentText.indicators(language));
    Element grid = markup.add(body, "table", "indicators");
    Element header = markup.add(markup.add(grid, "thead"), "tr");
    header(header, "number", DocumentText.number(language));
    for (IndicatorColumn column : IndicatorColumn.values()) {
      header(header, style(column), DocumentText.indicatorColumn(column, language));
    }
    Element rows = markup.add(grid, "tbody");
    for (int i = 0; i < table.indicators().size(); i++) {
      Element row = markup.add(rows, "tr");
      markup.text(row, "td", "number", Integer.toString(i + 1));
      for (IndicatorColumn column : IndicatorColumn.values()) {
        markup.text(row, "td", style(column), cell(column, table.indicators().get(i)));
      }
    }
  }

  private void header(Element row, String style, String title) {
    markup.text(row, "th", style, title).setAttribute("scope", "col");
  }

  private static String style(IndicatorColumn column) {
    return switch (column) {
      case NAME -> "name";
      case MEASURE -> "measure";
      case MARK, UNITS -> "units";
      case VALUE, BASELINE, CHANGE -> "value";
      case BASELINE_DATE -> "day";
      case CHANGE_PERCENT -> "percent";
    };
  }

  private String cell(IndicatorColumn column, OfficialTable.IndicatorRow indicator) {
    Indicator.@Nullable Baseline baseline = indicator.baseline();
    return switch (column) {
      case NAME -> indicator.name();
      case MEASURE -> indicator.measure();
      case VALUE -> figures.value(indicator.value());
      case MARK -> indicator.signs();
      case UNITS -> indicator.coverage();
      case BASELINE -> baseline == null ? "" : figures.value(baseline.value());
      case BASELINE_DATE -> baseline == null ? "" : figures.date(baseline.date());
      case CHANGE -> text(indicator.change(), figures::change);
      case CHANGE_PERCENT -> text(indicator.changePercent(), figures::percentChange);
    };
  }

  private static String text(@Nullable BigDecimal value, Function<BigDecimal, String> words) {
    return value == null ? "" : words.apply(value);
  }
}
