package vn.tonghop.domain.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  /** The total, then the rows. */
  List<String> lines(TextRow total, List<TextRow> rows) {
    List<TextRow> all = Stream.concat(Stream.of(total), rows.stream()).toList();
    TextLayout layout = new TextLayout(style.language(), all, new Ink(style.colours()));
    int names = widestName(all);
    return inline(all)
        .map(columns -> layout.inline(columns, nameTitle, Math.min(names, room(columns))))
        .or(() -> stacked(all).map(layout::stacked))
        .orElseGet(() -> layout.listed(style.width()));
  }

  /** The loosest columns that leave all names whole, else the loosest that leave room for them. */
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
        .or(() -> spacings.stream().filter(each -> room(each) >= MIN_NAME).findFirst());
  }

  private int room(TextColumns columns) {
    return style.width() - columns.width() - columns.between();
  }

  private int widestName(List<TextRow> rows) {
    return rows.stream()
        .map(row -> TextWidth.of(row.label()))
        .max(Comparator.naturalOrder())
        .map(widest -> Math.max(widest, TextWidth.of(nameTitle)))
        .orElse(MIN_NAME);
  }

  private Optional<TextColumns> stacked(List<TextRow> rows) {
    List<TextColumn> columns = TextColumn.measures(style.language());
    return Stream.of(
            TextColumns.fitted(columns, rows, 2, 1), TextColumns.fitted(columns, rows, 1, 1))
        .filter(each -> each.width() + TextLayout.INDENT <= style.width())
        .findFirst();
  }
}
