package vn.tonghop.domain.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.standing.Measures;

/**
 * One column of figures.
 *
 * @param group heading that it shares with its neighbours; empty if it stands alone
 * @param alarming whether a figure other than zero calls for attention
 * @param dropped when a narrow terminal leaves it out, from 1 on; 0: never
 */
record TextColumn(
    String group, String title, boolean alarming, int dropped, Function<TextRow, String> cell) {

  /** As many columns as a narrow terminal may leave out. */
  static final int DROPPABLE = 3;

  private static final long WHOLE = 100;

  /** The measures and rates, in the order in which a reader asks for them. */
  static List<TextColumn> measures(Language language) {
    Figures figures = new Figures(language);
    String completed = language.pick("Hoàn thành", "Completed");
    String open = language.pick("Chưa hoàn thành", "Open");
    String rate = language.pick("Tỷ lệ hoàn thành (%)", "Done (%)");
    return List.of(
        count("", language.pick("Được giao", "Tasks"), figures, Measures::assigned),
        count(completed, language.pick("đúng hạn", "on time"), figures, Measures::completedOnTime),
        count(completed, language.pick("quá hạn", "late"), figures, Measures::completedLate),
        count(open, language.pick("trong hạn", "on track"), figures, Measures::openOnTrack),
        new TextColumn(
            open,
            language.pick("quá hạn", "past due"),
            true,
            0,
            row -> figures.count(row.measures().openOverdue())),
        count(
                "",
                language.pick("Hoàn thành trong kỳ", "Done in period"),
                figures,
                Measures::completedInPeriod)
            .dropped(2),
        share(
            rate,
            language.pick("đến hạn", "of due"),
            m -> figures.percent(m.done(), Math.addExact(m.done(), m.openOverdue()))),
        share(
                rate,
                language.pick("được giao", "of all"),
                m -> figures.percent(m.done(), m.assigned()))
            .dropped(3),
        share(
                rate,
                language.pick("khối lượng", "of work"),
                m -> figures.percent(m.percentSum(), Math.multiplyExact(WHOLE, m.assigned())))
            .dropped(1));
  }

  /** How many of how many units a row speaks for, or which report it is. */
  static TextColumn coverage(Language language) {
    return new TextColumn("", language.pick("Báo cáo", "Report"), false, 0, TextRow::coverage);
  }

  /** The closing report's date and revision, where there is room for them. */
  static List<TextColumn> report(Language language) {
    Figures figures = new Figures(language);
    List<TextColumn> columns = new ArrayList<>();
    columns.add(
        report(
            language.pick("Số liệu đến ngày", "Figures as at"),
            report -> figures.date(report.asOf())));
    columns.add(
        report(language.pick("Lần báo cáo", "Rev."), report -> figures.count(report.revision())));
    return columns;
  }

  private static TextColumn count(
      String group, String title, Figures figures, ToLongFunction<Measures> measure) {
    return new TextColumn(
        group, title, false, 0, row -> figures.count(measure.applyAsLong(row.measures())));
  }

  private static TextColumn share(String group, String title, Function<Measures, String> percent) {
    return new TextColumn(group, title, false, 0, row -> percent.apply(row.measures()));
  }

  private static TextColumn report(String title, Function<ClosingReport, String> cell) {
    return new TextColumn(
        "",
        title,
        false,
        0,
        row -> {
          ClosingReport report = row.report();
          return report == null ? "" : cell.apply(report);
        });
  }

  private TextColumn dropped(int when) {
    return new TextColumn(group, title, alarming, when, cell);
  }

  /** Its heading and title on one line. */
  String fullTitle() {
    return group.isEmpty() ? title : group + ": " + title;
  }

  boolean sharesHeadingWith(TextColumn other) {
    return !group.isEmpty() && group.equals(other.group);
  }

  /** Columns that it needs for all rows and its own title. */
  int width(List<TextRow> rows) {
    return rows.stream()
        .map(cell)
        .mapToInt(TextWidth::of)
        .reduce(TextWidth.longestWord(title), Math::max);
  }
}
