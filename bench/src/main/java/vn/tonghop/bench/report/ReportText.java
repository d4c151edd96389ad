package vn.tonghop.bench.report;

import java.util.List;
import java.util.Map;

/** The report as text. */
public final class ReportText {

  private ReportText() {}

  /** Machine and settings, the goals with the missed ones first, the details. */
  public static String of(Report report) {
    StringBuilder out = new StringBuilder();
    report.wrongs().forEach(each -> out.append("WRONG: ").append(each).append('\n'));
    report.doubts().forEach(each -> out.append("DOUBTFUL: ").append(each).append('\n'));
    pairs(out, report.machine());
    pairs(out, report.settings());
    for (Goal goal : report.goals()) {
      out.append(
          "%-6s %-7s %s: %s (%s)%n"
              .formatted(
                  goal.id(),
                  goal.met() ? "met" : "MISSED",
                  goal.what(),
                  goal.measured() == null ? "not measured" : goal.measured(),
                  goal.target()));
    }
    report.sections().forEach(section -> section(out, section));
    return out.toString();
  }

  private static void pairs(StringBuilder out, Map<String, Object> pairs) {
    pairs.forEach((name, value) -> out.append("%s: %s%n".formatted(name, value)));
  }

  private static void section(StringBuilder out, Section section) {
    out.append("%n%s%n".formatted(section.title()));
    section.text().forEach(paragraph -> out.append(paragraph).append('\n'));
    section.tables().forEach(table -> table(out, table));
  }

  private static void table(StringBuilder out, Table table) {
    int[] widths = new int[table.columns().size()];
    widen(widths, table.columns());
    table.rows().forEach(row -> widen(widths, row));
    line(out, widths, table.columns());
    table.rows().forEach(row -> line(out, widths, row));
  }

  private static void widen(int[] widths, List<String> row) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], row.get(i).length());
    }
  }

  private static void line(StringBuilder out, int[] widths, List<String> row) {
    for (int i = 0; i < widths.length; i++) {
      String format = i == 0 ? "%-" + widths[i] + "s" : "  %" + widths[i] + "s";
      out.append(format.formatted(row.get(i)));
    }
    out.append('\n');
  }
}
