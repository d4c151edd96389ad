package vn.tonghop.domain.format;

import java.util.ArrayList;
import java.util.List;

/** Writes rows of figures, the first of them the total, in one of three shapes. */
final class TextLayout {

  /** Of figures that stand below their name. */
  static final int INDENT = 2;

  /** A screenful: further down nobody remembers what the columns are. */
  private static final int LINES_BELOW_HEADING = 24;

  private final Language language;
  private final List<TextRow> rows;
  private final Ink ink;

  TextLayout(Language language, List<TextRow> rows, Ink ink) {
    this.language = language;
    this.rows = List.copyOf(rows);
    this.ink = ink;
  }

  /** Names of that width beside their figures; a longer one goes on below. */
  List<String> inline(TextColumns columns, String nameTitle, int width) {
    String gap = " ".repeat(columns.between());
    List<String> headings = new ArrayList<>();
    for (String heading : columns.headings()) {
      boolean last = headings.size() == columns.headings().size() - 1;
      String title = last ? TextWidth.cut(nameTitle, width) : "";
      headings.add(TextWidth.left(title, width) + gap + heading);
    }
    String rule = ink.dim("─".repeat(width + columns.between() + columns.width()));
    headings.add(rule);
    List<String> lines = new ArrayList<>(headings);
    for (int i = 0; i < rows.size(); i++) {
      TextRow row = rows.get(i);
      repeat(headings, lines, i, 1);
      List<String> name = TextWidth.wrap(row.label(), width, INDENT);
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

  /** Names and reports above their figures. */
  List<String> stacked(TextColumns columns) {
    int width = columns.width() + INDENT;
    String indent = " ".repeat(INDENT);
    String report = TextColumn.coverage(language).title();
    List<String> headings = new ArrayList<>();
    columns.headings().forEach(heading -> headings.add(indent + heading));
    String rule = ink.dim("─".repeat(width));
    headings.add(rule);
    List<String> lines = new ArrayList<>(headings);
    for (int i = 0; i < rows.size(); i++) {
      TextRow row = rows.get(i);
      repeat(headings, lines, i, 2);
      boolean total = i == 0;
      String speaks = row.coverage().isEmpty() ? "" : report + " " + row.coverage();
      List<String> name = TextWidth.wrap(row.label(), width - TextWidth.of(speaks) - 1);
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

  /** Before a row of a long table: the headings again, in evenly long parts. */
  private void repeat(List<String> headings, List<String> lines, int row, int linesPerRow) {
    int parts = ceilDiv((rows.size() - 1) * linesPerRow, LINES_BELOW_HEADING);
    int each = ceilDiv(rows.size() - 1, Math.max(1, parts));
    if (row > 1 && (row - 1) % each == 0) {
      lines.add("");
      lines.addAll(headings);
    }
  }

  /** Each figure on a line of its own, with its title. */
  List<String> listed(int width) {
    List<TextColumn> columns = new ArrayList<>(TextColumn.measures(language));
    columns.add(TextColumn.coverage(language));
    List<String> lines = new ArrayList<>();
    for (TextRow row : rows) {
      TextWidth.wrap(row.label(), width).forEach(line -> lines.add(ink.bold(line)));
      for (TextColumn column : columns) {
        TextWidth.wrap(column.fullTitle() + ": " + column.cell().apply(row), width - INDENT, INDENT)
            .forEach(line -> lines.add(" ".repeat(INDENT) + line));
      }
    }
    return lines;
  }

  private static int ceilDiv(int number, int by) {
    return (number + by - 1) / by;
  }
}
