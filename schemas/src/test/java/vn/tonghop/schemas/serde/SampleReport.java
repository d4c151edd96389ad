package vn.tonghop.schemas.serde;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.tonghop.IndicatorValue;
import vn.tonghop.ProgressReport;
import vn.tonghop.ReportKind;
import vn.tonghop.TaskLine;
import vn.tonghop.TaskStatus;

/** A small report that uses every type of the schema. */
public final class SampleReport {
  private SampleReport() {}

  /** Nghệ An's report of May 2024. */
  public static ProgressReport may() {
    return ProgressReport.newBuilder()
        .setUnit("40")
        .setProgramme("CTCT-2024")
        .setPeriod("2024-M05")
        .setRevision(1)
        .setKind(ReportKind.SUBMIT)
        .setAsOf(LocalDate.of(2024, 5, 14))
        .setTest(false)
        .setNil(false)
        .setTasks(List.of(task("T1", TaskStatus.COMPLETED), task("T2", TaskStatus.IN_PROGRESS)))
        .setIndicators(List.of(indicator("BIEN-CHE", "2887500.125"), indicator("AM", "-1")))
        .setSubmittedBy("Văn phòng Tỉnh ủy")
        .setSubmittedAt(Instant.ofEpochMilli(1_715_000_000_123L))
        .build();
  }

  static IndicatorValue indicator(String code, String value) {
    return new IndicatorValue(code, new BigDecimal(value).setScale(3));
  }

  private static TaskLine task(String code, TaskStatus status) {
    boolean done = status == TaskStatus.COMPLETED;
    return TaskLine.newBuilder()
        .setCode(code)
        .setTitle("Đề án " + code)
        .setAssignedBy("POLITBURO")
        .setField("ORGANISATION")
        .setStatus(status)
        .setDueOn(LocalDate.of(2024, 5, 31))
        .setCompletedOn(done ? LocalDate.of(2024, 4, 20) : null)
        .setPercent(done ? 100 : 50)
        .setNote(null)
        .build();
  }
}
