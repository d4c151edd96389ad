package vn.tonghop.samples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskLine;

/** Reports as JSON Lines (roll-up.md §2); what is null or default is left out. */
final class ReportLines {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ReportLines() {}

  static String write(List<ProgressReport> reports) {
    StringBuilder lines = new StringBuilder();
    for (ProgressReport report : reports) {
      try {
        lines.append(JSON.writeValueAsString(json(report))).append('\n');
      } catch (JsonProcessingException e) {
        throw new AssertionError("a tree can always be written", e);
      }
    }
    return lines.toString();
  }

  /** When a report was sent, at +07:00, as its sender's clock shows it; null if not said. */
  static @Nullable OffsetDateTime sentAt(ProgressReport report) {
    return report.submittedAt() == null ? null : report.submittedAt().atOffset(Regime.ZONE);
  }

  private static ObjectNode json(ProgressReport report) {
    ObjectNode json = JSON.createObjectNode();
    json.put("unit", report.unit());
    json.put("programme", report.programme());
    json.put("period", report.period());
    json.put("revision", report.revision());
    if (report.kind() != ReportKind.SUBMIT) {
      json.put("kind", report.kind().name());
    }
    json.put("asOf", report.asOf().toString());
    if (report.test()) {
      json.put("test", true);
    }
    if (report.nil()) {
      json.put("nil", true);
    }
    report.tasks().forEach(task -> json.withArray("tasks").add(json(task)));
    for (IndicatorValue indicator : report.indicators()) {
      json.withArray("indicators")
          .addObject()
          .put("code", indicator.code())
          .put("value", indicator.value());
    }
    put(json, "submittedBy", report.submittedBy());
    put(json, "submittedAt", sentAt(report));
    return json;
  }

  private static ObjectNode json(TaskLine task) {
    ObjectNode json = JSON.createObjectNode();
    json.put("code", task.code());
    put(json, "title", task.title());
    json.put("assignedBy", task.assignedBy());
    json.put("field", task.field());
    json.put("status", task.status().name());
    put(json, "dueOn", task.dueOn());
    put(json, "completedOn", task.completedOn());
    json.put("percent", task.percent());
    put(json, "note", task.note());
    return json;
  }

  private static void put(ObjectNode json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }
}
