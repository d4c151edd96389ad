package vn.tonghop.producer.file;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Findings;
import vn.tonghop.domain.acceptance.Message;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;
import vn.tonghop.schemas.mapping.ReportMapping;
import vn.tonghop.schemas.serde.ReportRecord;

/** Reads the JSON of one report (roll-up.md §2); what does not fit it is {@code E01}. */
final class ReportDocument {

  private static final String REVISION = "revision";

  private ReportDocument() {}

  /** The report that a document is, or all that keeps it from being one; never throws. */
  static FileReport read(Place place, DocumentBytes document) {
    Json.Obj object;
    try {
      object = JsonText.parse(document.text());
    } catch (DefectException e) {
      FindingList errors = JsonFields.ofDocument(e.finding()).toList();
      return new FileReport.Unreadable(place, DocumentKey.UNKNOWN, errors);
    }
    return read(place, object);
  }

  /** The same for a document that is already taken apart. */
  static FileReport read(Place place, Json.Obj object) {
    Findings errors = new Findings();
    JsonFields fields = new JsonFields(object, "", errors);
    ProgressReport report = report(fields);
    if (errors.toList().isEmpty()) {
      requireThatItFitsARecord(report, errors);
    }
    return errors.toList().isEmpty()
        ? new FileReport.Legible(place, report)
        : new FileReport.Unreadable(place, key(object), errors.toList(), unnumbered(place, object));
  }

  /** The document with a revision, if it has none; else null. */
  private static @Nullable FileReport unnumbered(Place place, Json.Obj object) {
    @Nullable Json revision = object.fields().get(REVISION);
    if (!(revision == null || revision instanceof Json.Null)) {
      return null;
    }
    Map<String, Json> fields = new LinkedHashMap<>(object.fields());
    fields.put(REVISION, new Json.Num("1", true));
    FileReport numbered = read(place, new Json.Obj(fields));
    return numbered instanceof FileReport.Unreadable wrong
        ? new FileReport.Unreadable(place, key(object), wrong.errors())
        : numbered;
  }

  /** What the unit's topic would not take is said here, whoever asks: it could never be sent. */
  private static void requireThatItFitsARecord(ProgressReport report, Findings errors) {
    if (ReportRecord.mayBeTooLarge(report.programme(), report.period())) {
      int bytes = ReportRecord.bytes(ReportMapping.toAvro(report));
      if (bytes > ReportRecord.MAX_BYTES) {
        errors.add(Message.TOO_LARGE, Finding.DOCUMENT, bytes, ReportRecord.MAX_BYTES);
      }
    }
  }

  /** Fields are asked for in the order of the schema, which is the order of the errors. */
  private static ProgressReport report(JsonFields fields) {
    ProgressReport report =
        new ProgressReport(
            fields.code("unit"),
            fields.code("programme"),
            fields.requiredText("period"),
            fields.requiredInt(REVISION),
            fields.symbol("kind", false, ReportKind.values()),
            fields.requiredDate("asOf"),
            fields.flag("test"),
            fields.flag("nil"),
            fields.list("tasks", ReportDocument::task),
            fields.list("indicators", ReportDocument::indicator),
            fields.text("submittedBy"),
            fields.instant("submittedAt"));
    fields.rejectUnknown();
    return report;
  }

  private static TaskLine task(JsonFields fields) {
    TaskLine task =
        new TaskLine(
            fields.code("code"),
            fields.text("title"),
            fields.code("assignedBy"),
            fields.code("field"),
            fields.symbol("status", true, TaskStatus.values()),
            fields.date("dueOn"),
            fields.date("completedOn"),
            fields.requiredInt("percent"),
            fields.text("note"));
    fields.rejectUnknown();
    return task;
  }

  private static IndicatorValue indicator(JsonFields fields) {
    IndicatorValue value = new IndicatorValue(fields.code("code"), fields.requiredDecimal("value"));
    fields.rejectUnknown();
    return value;
  }

  /** What can be read of a document's key. */
  static DocumentKey key(Json.Obj object) {
    return new DocumentKey(
        text(object, "unit"),
        text(object, "programme"),
        text(object, "period"),
        JsonFields.integer(object.fields().get(REVISION)));
  }

  private static @Nullable String text(Json.Obj object, String name) {
    return object.fields().get(name) instanceof Json.Text text && !Surrogates.anyLone(text.value())
        ? Message.cut(text.value())
        : null;
  }
}
