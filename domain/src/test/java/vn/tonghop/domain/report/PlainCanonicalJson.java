package vn.tonghop.domain.report;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The oracle of {@link ReportDigest}: a report's canonical JSON as one plain text. */
final class PlainCanonicalJson {

  private static final char FIRST_PRINTABLE = ' ';

  private final StringBuilder out = new StringBuilder();

  private PlainCanonicalJson() {}

  static String of(ProgressReport report) {
    PlainCanonicalJson json = new PlainCanonicalJson();
    json.report(report);
    return json.out.toString();
  }

  private void report(ProgressReport report) {
    out.append("{\"asOf\":");
    string(report.asOf().toString());
    out.append(",\"indicators\":");
    list(report.indicators(), Comparator.comparing(IndicatorValue::code), this::indicator);
    out.append(",\"kind\":");
    string(report.kind().name());
    out.append(",\"nil\":").append(report.nil()).append(",\"period\":");
    string(report.period());
    out.append(",\"programme\":");
    string(report.programme());
    out.append(",\"revision\":").append(report.revision()).append(",\"tasks\":");
    list(report.tasks(), Comparator.comparing(TaskLine::code), this::task);
    out.append(",\"unit\":");
    string(report.unit());
    out.append('}');
  }

  private void indicator(IndicatorValue indicator) {
    out.append("{\"code\":");
    string(indicator.code());
    out.append(",\"value\":\"").append(indicator.value().toPlainString()).append("\"}");
  }

  private void task(TaskLine task) {
    out.append("{\"assignedBy\":");
    string(task.assignedBy());
    out.append(",\"code\":");
    string(task.code());
    out.append(",\"completedOn\":");
    string(task.completedOn());
    out.append(",\"dueOn\":");
    string(task.dueOn());
    out.append(",\"field\":");
    string(task.field());
    out.append(",\"note\":");
    string(task.note());
    out.append(",\"percent\":").append(task.percent()).append(",\"status\":");
    string(task.status().name());
    out.append(",\"title\":");
    string(task.title());
    out.append('}');
  }

  private <T> void list(List<T> lines, Comparator<T> byCode, Consumer<T> line) {
    out.append('[');
    for (Iterator<T> sorted = lines.stream().sorted(byCode).iterator(); sorted.hasNext(); ) {
      line.accept(sorted.next());
      if (sorted.hasNext()) {
        out.append(',');
      }
    }
    out.append(']');
  }

  private void string(@Nullable Object value) {
    if (value == null) {
      out.append("null");
      return;
    }
    String text = value.toString();
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
    }
    out.append('"');
  }

  private void character(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> {
        if (c < FIRST_PRINTABLE) {
          out.append(String.format("\\u%04x", (int) c));
        } else {
          out.append(c);
        }
      }
    }
  }
}
