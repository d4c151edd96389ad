package vn.tonghop.producer;

import java.time.LocalDate;
import java.util.List;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;
import vn.tonghop.producer.settings.Settings;

/** How a program of a province sends one report. */
public final class PublishOneReport {

  private PublishOneReport() {}

  /** Sends the report to the broker of the settings and waits until it is acknowledged. */
  public static SourceRecord publish(Settings settings) {
    try (ReportPublisher publisher = ReportPublisher.open(settings)) {
      return publish(publisher);
    }
  }

  static SourceRecord publish(ReportPublisher publisher) {
    return publisher.publish(report()).join();
  }

  /** Nghệ An, first quarter of 2024, one task half done. */
  static ProgressReport report() {
    TaskLine task =
        new TaskLine(
            "T1",
            "Đề án tinh gọn bộ máy",
            "POLITBURO",
            "CADRES",
            TaskStatus.IN_PROGRESS,
            LocalDate.of(2024, 6, 30),
            null,
            50,
            null);
    return new ProgressReport(
        "40",
        "CTCT-2024",
        "2024-Q1",
        1,
        ReportKind.SUBMIT,
        LocalDate.of(2024, 3, 14),
        false,
        false,
        List.of(task),
        List.of(),
        null,
        null);
  }
}
