package vn.tonghop.schemas.mapping;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import vn.tonghop.domain.acceptance.CheckedReport;
import vn.tonghop.domain.acceptance.ReportCheck;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.oracle.Reports;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.standing.Contribution;
import vn.tonghop.schemas.topic.Topics;

/** A report of usual size: twenty tasks spread over all authorities and fields. Invented. */
final class TwentyTasks {

  private static final Instant APRIL = Instant.parse("2024-04-05T02:00:00Z");

  private TwentyTasks() {}

  static ReportState state(Regime regime) {
    ReferenceData reference = ReferenceData.bundled();
    TaskLine[] tasks =
        IntStream.range(0, 20).mapToObj(i -> task(reference, i)).toArray(TaskLine[]::new);
    ProgressReport report = Reports.report("40", "CTCT-2024", "2024-Q1", 1, "2024-03-31", tasks);
    CheckedReport checked = ReportCheck.check(reference, regime, report, "40", APRIL);
    Period period = Period.parse(regime, report.period()).orElseThrow();
    Submission submission =
        Submission.of(
            checked,
            Contribution.of(report, period, reference),
            new SourceRecord(Topics.reports("40").name(), 0, 1_000),
            APRIL,
            1);
    return new ReportState(submission, APRIL);
  }

  private static TaskLine task(ReferenceData reference, int i) {
    String code = "NV-%03d".formatted(i + 1);
    List<String> authorities = reference.authorityCodes();
    List<String> fields = reference.fieldCodes();
    return Reports.assigned(
        i % 2 == 0
            ? Reports.done(code, "2024-03-20", "2024-03-18")
            : Reports.open(code, "2024-05-31", i),
        authorities.get(i % authorities.size()),
        fields.get(i % fields.size()));
  }
}
