package vn.tonghop.schemas.mapping;

import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Message;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;

/** Between a report on the wire, which anyone may have written, and the domain's. */
public final class ReportMapping {

  private ReportMapping() {}

  /** What became of reading a report: one that fits its contract, or all that does not. */
  public sealed interface Result {

    /** A report that may be checked further. */
    record Fits(ProgressReport report) implements Result {}

    /**
     * A report that is answered with E01 alone.
     *
     * @param unit as the document says, cut for the receipt at {@value Message#ECHO} characters;
     *     likewise programme and period
     * @param errors one a path, in document order
     */
    record Unfit(String unit, String programme, String period, int revision, FindingList errors)
        implements Result {

      public Unfit {
        unit = Message.cut(unit);
        programme = Message.cut(programme);
        period = Message.cut(period);
      }
    }
  }

  /** The report as it goes on the wire; {@code submittedAt} is cut to milliseconds. */
  public static vn.tonghop.ProgressReport toAvro(ProgressReport report) {
    return new vn.tonghop.ProgressReport(
        report.unit(),
        report.programme(),
        report.period(),
        report.revision(),
        vn.tonghop.ReportKind.valueOf(report.kind().name()),
        report.asOf(),
        report.test(),
        report.nil(),
        report.tasks().stream().map(ReportMapping::task).toList(),
        report.indicators().stream().map(ReportMapping::indicator).toList(),
        report.submittedBy(),
        report.submittedAt());
  }

  /** The domain's report, or all errors of what Avro lets through but the contract does not. */
  public static Result fromAvro(vn.tonghop.ProgressReport report) {
    return new ReportReader().read(report);
  }

  private static vn.tonghop.TaskLine task(TaskLine task) {
    return new vn.tonghop.TaskLine(
        task.code(),
        task.title(),
        task.assignedBy(),
        task.field(),
        vn.tonghop.TaskStatus.valueOf(task.status().name()),
        task.dueOn(),
        task.completedOn(),
        task.percent(),
        task.note());
  }

  private static vn.tonghop.IndicatorValue indicator(IndicatorValue indicator) {
    return new vn.tonghop.IndicatorValue(indicator.code(), indicator.value());
  }
}
