package vn.tonghop.domain.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lays out rows of figures: names beside the figures where there is room, else above them, else
 * each figure with its title, so that no line is ever wider than the terminal.
 */
final class TextGrid {

  /** Narrower than this, a name beside its figures would be in shreds. */
  private static final int MIN_NAME = 14;

  /** From here on there is room for the closing report's date and revision. */
  private static final int ROOMY = 100;

  private final TextStyle style;
  private final String nameTitle;

  TextGrid(TextStyle style, String nameTitle) {
    this.style = style;
    this.nameTitle = nameTitle;
  }

  /** The total, then the rows; at the end what the terminal has no room for, if anything. */
  List<String> lines(TextRow total, List<TextRow> rows) {
    List<TextRow> all = Stream.concat(Stream.of(total), rows.stream()).toList();
    TextLayout layout = new TextLayout(style.language(), all, new Ink(style.colours()));
    int names = widestName(all);
    return inline(all)
        .map(columns -> layout.inline(columns, nameTitle, Math.min(names, room(columns))))
        .or(() -> stacked(all).map(columns -> withDropped(layout.stacked(columns), columns, all)))
        .orElseGet(() -> layout.listed(style.width()));
  }

  /** The loosest columns that leave all names whole, else on two lines, else in no shreds. */
  private Optional<TextColumns> inline(List<TextRow> rows) {
    List<TextColumn> columns = new ArrayList<>(TextColumn.measures(style.language()));
    columns.add(TextColumn.coverage(style.language()));
    List<TextColumns> spacings = new ArrayList<>();
    if (style.width() >= ROOMY) {
      List<TextColumn> more = new ArrayList<>(columns);
      if (style.by() == TableDimension.UNIT) {
        more.addAll(TextColumn.report(style.language()));
      }
      spacings.add(TextColumns.fitted(more, rows, 3, 2));
      spacings.add(TextColumns.fitted(columns, rows, 3, 2));
    }
    spacings.add(TextColumns.fitted(columns, rows, 2, 2));
    spacings.add(TextColumns.fitted(columns, rows, 2, 1));
    spacings.add(TextColumns.fitted(columns, rows, 1, 1));
    int names = widestName(rows);
    return spacings.stream()
        .filter(each -> room(each) >= names)
        .findFirst()
        .or(() -> spacings.stream().filter(each -> roomOnTwoLines(each, rows)).findFirst())
        .or(() -> spacings.stream().filter(each -> room(each) >= MIN_NAME).findFirst());
  }

  private boolean roomOnTwoLines(TextColumns columns, List<TextRow> rows) {
    int room = room(columns);
    return room >= MIN_NAME
        && rows.stream()
            .allMatch(row -> TextWidth.wrap(row.label(), room, TextLayout.INDENT).size() <= 2);
  }

  private int room(TextColumns columns) {
    return style.width() - columns.width() - columns.between();
  }

  private int widestName(List<TextRow> rows) {
    return rows.stream()
        .mapToInt(row -> TextWidth.of(row.label()))
        .reduce(TextWidth.of(nameTitle), Math::max);
  }

  private Optional<TextColumns> stacked(List<TextRow> rows) {
    return IntStream.rangeClosed(0, TextColumn.DROPPABLE)
        .mapToObj(
            dropped ->
                TextColumn.measures(style.language()).stream()
                    .filter(column -> column.dropped() == 0 || column.dropped() > dropped)
                    .toList())
        .flatMap(
            columns ->
                Stream.of(
                    TextColumns.fitted(columns, rows, 2, 1),
                    TextColumns.fitted(columns, rows, 1, 1)))
        .filter(this::fits)
        .findFirst();
  }

  private boolean fits(TextColumns columns) {
    return columns.width() + TextLayout.INDENT <= style.width();
  }

  private List<String> withDropped(List<String> lines, TextColumns shown, List<TextRow> rows) {
    List<TextColumn> all = TextColumn.measures(style.language());
    List<TextColumn> dropped =
        all.stream()
            .filter(
                column ->
                    shown.columns().stream()
                        .noneMatch(each -> each.fullTitle().equals(column.fullTitle())))
            .toList();
    if (dropped.isEmpty()) {
      return lines;
    }
    int needed = TextColumns.fitted(all, rows, 1, 1).width() + TextLayout.INDENT;
    String titles = dropped.stream().map(TextColumn::fullTitle).collect(Collectors.joining("; "));
    String note =
        style
            .language()
            .pick("Hẹp dưới %s cột nên không in: %s", "Narrower than %s columns, so without: %s")
            .formatted(needed, titles);
    List<String> noted = new ArrayList<>(lines);
    noted.add("");
    noted.addAll(TextWidth.wrap(note, style.width(), TextLayout.INDENT));
    return noted;
  }
}
