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

  private static final int INDENT = 2;

  private final TextStyle style;
  private final String nameTitle;
  private final Ink ink;

  TextGrid(TextStyle style, String nameTitle) {
    this.style = style;
    this.nameTitle = nameTitle;
    this.ink = new Ink(style.colours());
  }

  /** The total, then the rows. */
  List<String> lines(TextRow total, List<TextRow> rows) {
    List<TextRow> all = Stream.concat(Stream.of(total), rows.stream()).toList();
    return inline(all)
        .map(columns -> inline(columns, all))
        .or(() -> stacked(all).map(columns -> stacked(columns, all)))
        .orElseGet(() -> listed(all));
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

  private List<String> inline(TextColumns columns, List<TextRow> rows) {
    int width = Math.min(widestName(rows), room(columns));
    String gap = " ".repeat(columns.between());
    List<String> lines = new ArrayList<>();
    List<String> headings = columns.headings();
    for (int i = 0; i < headings.size(); i++) {
      String title = i < headings.size() - 1 ? "" : TextWidth.cut(nameTitle, width);
      lines.add(TextWidth.left(title, width) + gap + headings.get(i));
    }
    String rule = ink.dim("─".repeat(width + columns.between() + columns.width()));
    lines.add(rule);
    for (int i = 0; i < rows.size(); i++) {
      TextRow row = rows.get(i);
      List<String> name = TextWidth.wrap(row.label(), width);
      boolean total = i == 0;
      String first = TextWidth.left(name.get(0), width) + gap;
      lines.add(
          total
              ? ink.bold(first + columns.cells(row, new Ink(false)))
              : first + columns.cells(row, ink));
      lines.addAll(name.subList(1, name.size()));
      if (total && rows.size() > 1) {
        lines.add(rule);
      }
    }
    return lines;
  }

  private Optional<TextColumns> stacked(List<TextRow> rows) {
    List<TextColumn> columns = TextColumn.measures(style.language());
    return Stream.of(
            TextColumns.fitted(columns, rows, 2, 1), TextColumns.fitted(columns, rows, 1, 1))
        .filter(each -> each.width() + INDENT <= style.width())
        .findFirst();
  }

  private List<String> stacked(TextColumns columns, List<TextRow> rows) {
    int width = columns.width() + INDENT;
    String indent = " ".repeat(INDENT);
    String report = TextColumn.coverage(style.language()).title();
    List<String> lines = new ArrayList<>();
    columns.headings().forEach(heading -> lines.add(indent + heading));
    String rule = ink.dim("─".repeat(width));
    lines.add(rule);
    for (int i = 0; i < rows.size(); i++) {
      TextRow row = rows.get(i);
      boolean total = i == 0;
      String speaks = row.coverage().isEmpty() ? "" : report + " " + row.coverage();
      List<String> name =
          TextWidth.wrap(row.label(), Math.max(MIN_NAME, width - TextWidth.of(speaks) - 1));
      lines.addAll(name.subList(0, name.size() - 1));
      String last = name.get(name.size() - 1);
      String named = last + TextWidth.right(speaks, Math.max(0, width - TextWidth.of(last)));
      lines.add(total ? ink.bold(named) : named);
      lines.add(indent + columns.cells(row, ink));
      if (total && rows.size() > 1) {
        lines.add(rule);
      }
    }
    return lines;
  }

  private List<String> listed(List<TextRow> rows) {
    List<TextColumn> columns = new ArrayList<>(TextColumn.measures(style.language()));
    columns.add(TextColumn.coverage(style.language()));
    List<String> lines = new ArrayList<>();
    for (TextRow row : rows) {
      TextWidth.wrap(row.label(), style.width()).forEach(line -> lines.add(ink.bold(line)));
      for (TextColumn column : columns) {
        String title =
            column.group().isEmpty() ? column.title() : column.group() + ", " + column.title();
        TextWidth.wrap(title + ": " + column.cell().apply(row), style.width() - INDENT, INDENT)
            .forEach(line -> lines.add(" ".repeat(INDENT) + line));
      }
    }
    return lines;
  }
}
