package vn.tonghop.domain.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import vn.tonghop.domain.standing.ClosingReport;

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

  /** The measures and rates. */
  static List<TextColumn> measures(Language language) {
    Figures figures = new Figures(language);
    return Arrays.stream(TableColumn.values())
        .map(
            column ->
                new TextColumn(
                    column.heading(language),
                    column.title(language),
                    column.isAlarming(),
                    dropped(column),
                    row -> column.text(row.measures(), figures)))
        .toList();
  }

  private static int dropped(TableColumn column) {
    return switch (column) {
      case RATE_VOLUME -> 1;
      case COMPLETED_IN_PERIOD -> 2;
      case RATE_ALL -> 3;
      default -> 0;
    };
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
