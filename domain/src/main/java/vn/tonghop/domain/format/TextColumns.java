package vn.tonghop.domain.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Columns of figures side by side: their widths, their headings, and the cells of a row.
 *
 * @param columns from left to right
 * @param widths of the columns
 * @param between spaces between headings
 * @param within spaces between columns that share a heading
 */
record TextColumns(List<TextColumn> columns, List<Integer> widths, int between, int within) {

  TextColumns {
    columns = List.copyOf(columns);
    widths = List.copyOf(widths);
  }

  /** As narrow as the rows, titles and headings allow. */
  static TextColumns fitted(List<TextColumn> columns, List<TextRow> rows, int between, int within) {
    List<Integer> widths = new ArrayList<>();
    columns.forEach(column -> widths.add(column.width(rows)));
    TextColumns fitted = new TextColumns(columns, widths, between, within);
    for (int start = 0; start < columns.size(); start = fitted.endOfHeading(start)) {
      int lacking =
          TextWidth.longestWord(columns.get(start).group())
              - fitted.span(start, fitted.endOfHeading(start));
      widths.set(start, widths.get(start) + Math.max(0, lacking));
    }
    return new TextColumns(columns, widths, between, within);
  }

  /** Columns of a whole row. */
  int width() {
    return span(0, columns.size());
  }

  /** A row's figures, right-aligned. */
  String cells(TextRow row, Ink ink) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      String cell = columns.get(i).cell().apply(row);
      String padded = TextWidth.right(cell, widths.get(i));
      line.append(" ".repeat(gapBefore(i)));
      line.append(columns.get(i).alarming() && !cell.equals("0") ? ink.red(padded) : padded);
    }
    return line.toString();
  }

  /** Headings, each over the rule and the titles of its columns; all end on the same line. */
  List<String> headings() {
    List<List<String>> blocks = new ArrayList<>();
    for (int start = 0; start < columns.size(); start = endOfHeading(start)) {
      blocks.add(block(start, endOfHeading(start)));
    }
    int height = blocks.stream().mapToInt(List::size).max().orElse(0);
    List<String> lines = new ArrayList<>(Collections.nCopies(height, ""));
    for (int b = 0; b < blocks.size(); b++) {
      List<String> block = blocks.get(b);
      int width = TextWidth.of(block.get(0));
      for (int i = 0; i < height; i++) {
        int above = height - block.size();
        String part = i < above ? " ".repeat(width) : block.get(i - above);
        lines.set(i, lines.get(i) + " ".repeat(b == 0 ? 0 : between) + part);
      }
    }
    return lines;
  }

  private List<String> block(int start, int end) {
    List<String> lines = new ArrayList<>();
    int width = span(start, end);
    if (!columns.get(start).group().isEmpty()) {
      for (String line : TextWidth.wrap(columns.get(start).group(), width)) {
        lines.add(centred(line, width));
      }
      lines.add("─".repeat(width));
    }
    List<List<String>> titles = new ArrayList<>();
    for (int i = start; i < end; i++) {
      titles.add(TextWidth.wrap(columns.get(i).title(), widths.get(i)));
    }
    int height = titles.stream().mapToInt(List::size).max().orElse(0);
    for (int row = 0; row < height; row++) {
      StringBuilder line = new StringBuilder();
      for (int i = start; i < end; i++) {
        List<String> title = titles.get(i - start);
        int above = height - title.size();
        line.append(" ".repeat(i == start ? 0 : within));
        line.append(TextWidth.right(row < above ? "" : title.get(row - above), widths.get(i)));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static String centred(String text, int width) {
    int left = (width - TextWidth.of(text)) / 2;
    return TextWidth.left(" ".repeat(Math.max(0, left)) + text, width);
  }

  private int endOfHeading(int start) {
    int end = start + 1;
    while (end < columns.size() && columns.get(end).sharesHeadingWith(columns.get(start))) {
      end++;
    }
    return end;
  }

  private int span(int start, int end) {
    int width = 0;
    for (int i = start; i < end; i++) {
      width += widths.get(i) + (i == start ? 0 : gapBefore(i));
    }
    return width;
  }

  private int gapBefore(int column) {
    return column == 0
        ? 0
        : columns.get(column).sharesHeadingWith(columns.get(column - 1)) ? within : between;
  }
}
