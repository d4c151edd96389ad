package vn.tonghop.producer.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskLine;

/** A report as one line of JSON: {@link #read} of what {@link #write} gives is the same report. */
public final class ReportJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private ReportJson() {}

  /** One line without a line end; defaults are left out, values are strings. */
  public static String write(ProgressReport report) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(line)) {
      write(json, report, true);
    } catch (IOException e) {
      throw new AssertionError("text in memory can always be written", e);
    }
    return line.toString();
  }

  /**
   * Several lines for people to correct, with a line end: without a revision, so that the corrected
   * report gets the next one, and without the time at which this one was sent.
   */
  public static String writeToCorrect(ProgressReport report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      write(json, report, false);
    } catch (IOException e) {
      throw new AssertionError("text in memory can always be written", e);
    }
    return text + "\n";
  }

  private static void write(JsonGenerator json, ProgressReport report, boolean whole)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("unit", report.unit());
    json.writeStringField("programme", report.programme());
    json.writeStringField("period", report.period());
    if (whole) {
      json.writeNumberField("revision", report.revision());
    }
    if (report.kind() != ReportKind.SUBMIT) {
      json.writeStringField("kind", report.kind().name());
    }
    json.writeStringField("asOf", report.asOf().toString());
    flag(json, "test", report.test());
    flag(json, "nil", report.nil());
    lines(json, report);
    optional(json, "submittedBy", report.submittedBy());
    if (whole) {
      optional(json, "submittedAt", report.submittedAt());
    }
    json.writeEndObject();
  }

  /** The report of one line of JSON, or what keeps it from being one; never throws. */
  public static FileReport read(Place place, String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return ReportDocument.read(place, new DocumentBytes(bytes, bytes.length));
  }

  private static void lines(JsonGenerator json, ProgressReport report) throws IOException {
    if (!report.tasks().isEmpty()) {
      json.writeArrayFieldStart("tasks");
      for (TaskLine task : report.tasks()) {
        task(json, task);
      }
      json.writeEndArray();
    }
    if (!report.indicators().isEmpty()) {
      json.writeArrayFieldStart("indicators");
      for (IndicatorValue indicator : report.indicators()) {
        json.writeStartObject();
        json.writeStringField("code", indicator.code());
        json.writeStringField("value", indicator.value().stripTrailingZeros().toPlainString());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private static void task(JsonGenerator json, TaskLine task) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", task.code());
    optional(json, "title", task.title());
    json.writeStringField("assignedBy", task.assignedBy());
    json.writeStringField("field", task.field());
    json.writeStringField("status", task.status().name());
    optional(json, "dueOn", task.dueOn());
    optional(json, "completedOn", task.completedOn());
    json.writeNumberField("percent", task.percent());
    optional(json, "note", task.note());
    json.writeEndObject();
  }

  private static void flag(JsonGenerator json, String name, boolean value) throws IOException {
    if (value) {
      json.writeBooleanField(name, true);
    }
  }

  private static void optional(JsonGenerator json, String name, @Nullable Object value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value.toString());
    }
  }
}
