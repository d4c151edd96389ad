package vn.tonghop.console.picture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.drill.Asked;
import vn.tonghop.console.drill.Break;
import vn.tonghop.console.drill.Figure;
import vn.tonghop.console.drill.Measure;
import vn.tonghop.console.drill.Owner;
import vn.tonghop.console.picture.PictureModel.Quarter;
import vn.tonghop.console.view.TableKey;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.PeriodText;
import vn.tonghop.domain.table.TableView;

/**
 * Draws the national figures of a year, quarter by quarter: what became of the tasks, and beside it
 * the rates. A quarter of which nobody has reported is a gap, no zero.
 */
final class YearCourse {

  private static final int PERCENT = 2;
  private static final int WHOLE = 100;

  /** What becomes of a task, and its colour; told apart by lightness, too. */
  private static final Map<Measure, String> STATES =
      Map.of(
          Measure.COMPLETED_ON_TIME, "#0072b2",
          Measure.COMPLETED_LATE, "#56b4e9",
          Measure.OPEN_ON_TRACK, "#f0e442",
          Measure.OPEN_OVERDUE, "#8c3200");

  private static final List<Measure> STACKED =
      List.of(
          Measure.COMPLETED_ON_TIME,
          Measure.COMPLETED_LATE,
          Measure.OPEN_ON_TRACK,
          Measure.OPEN_OVERDUE);

  private static final Map<Measure, String> RATES =
      Map.of(
          Measure.RATE_DUE, "#0072b2",
          Measure.RATE_ALL, "#8c3200");

  private final List<TableView> quarters;
  private final Asked asked;
  private final Language language;
  private final Figures figures;
  private final PeriodText periods;

  /**
   * @param quarters of a year, as reported, in order
   */
  YearCourse(List<TableView> quarters, Asked asked, Language language) {
    this.quarters = quarters;
    this.asked = asked;
    this.language = language;
    this.figures = new Figures(language);
    this.periods = new PeriodText(language);
  }

  PictureModel.Year draw() {
    List<Measure> columns = new ArrayList<>(STACKED);
    columns.add(Measure.RATE_DUE);
    columns.add(Measure.RATE_ALL);
    List<Quarter> rows = new ArrayList<>();
    for (int i = 0; i < quarters.size(); i++) {
      rows.add(quarter(i, columns));
    }
    return new PictureModel.Year(
        new ChartData(
            "stacked",
            language.pick("Nhiệm vụ theo quý", "Tasks by quarter"),
            language.pick("nhiệm vụ", "tasks"),
            null,
            labels(),
            STACKED.stream().map(measure -> set(measure, STATES)).toList()),
        new ChartData(
            "line",
            language.pick("Tỷ lệ hoàn thành theo quý (%)", "Completion rates by quarter (%)"),
            "%",
            WHOLE,
            labels(),
            List.of(set(Measure.RATE_DUE, RATES), set(Measure.RATE_ALL, RATES))),
        columns.stream().map(measure -> measure.name(language)).toList(),
        rows);
  }

  /** With its coverage, since no rate means anything without. */
  private List<String> labels() {
    return quarters.stream()
        .map(table -> PeriodText.withinYear(table.period()) + " (" + coverage(table) + ")")
        .toList();
  }

  private String coverage(TableView table) {
    return figures.count(table.coverage().reported())
        + "/"
        + figures.count(table.coverage().expected());
  }

  private static boolean isEmpty(TableView table) {
    return table.coverage().reported() == 0;
  }

  private ChartData.Set set(Measure measure, Map<Measure, String> colours) {
    List<@Nullable BigDecimal> values = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (TableView table : quarters) {
      values.add(isEmpty(table) ? null : value(measure, table));
      texts.add(cell(measure, table));
    }
    return new ChartData.Set(
        measure.name(language),
        values,
        texts,
        List.of(colours.getOrDefault(measure, "#000000")),
        measure == Measure.RATE_ALL);
  }

  private static @Nullable BigDecimal value(Measure measure, TableView table) {
    if (!measure.isRate()) {
      return BigDecimal.valueOf(measure.count(table.total()));
    }
    @Nullable BigDecimal rate = measure.rate(table.total());
    return rate == null ? null : rate.movePointRight(PERCENT);
  }

  private String cell(Measure measure, TableView table) {
    return isEmpty(table) ? Figures.NONE : measure.text(table.total(), figures);
  }

  private Quarter quarter(int place, List<Measure> columns) {
    TableView table = quarters.get(place);
    TableKey key = new TableKey(asked.key().programme(), table.period());
    return new Quarter(
        periods.name(table.period()),
        new Figure(key, Owner.TOTAL, Measure.RATE_DUE, null).path(),
        columns.stream().map(measure -> cell(measure, table)).toList(),
        coverage(table),
        place == 0 ? "" : afterBreak(quarters.get(place - 1), table));
  }

  private String afterBreak(TableView before, TableView table) {
    return Break.between(before.period(), table.period(), table.programme(), asked.reference())
        .filter(found -> !found.changes().stream().allMatch(Break.Change::isRename))
        .map(
            found ->
                language
                    .pick(
                        "đơn vị thay đổi so với quý trước: %s → %s",
                        "other units than the quarter before: %s → %s")
                    .formatted(figures.count(found.before()), figures.count(found.after())))
        .orElse("");
  }
}
