package vn.tonghop.schemas.speed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;

/** Invented reports without errors, as long as provinces' are: twenty tasks, few notes. */
final class TypicalReports {

  private static final LocalDate AS_OF = LocalDate.of(2024, 3, 14);
  private static final int TASKS = 20;

  private static final List<String> TITLES =
      List.of(
          "Rà soát, bổ sung quy hoạch cấp ủy, ban thường vụ cấp ủy nhiệm kỳ 2025 – 2030",
          "Xây dựng phương án sắp xếp đơn vị hành chính cấp huyện, cấp xã",
          "Sơ kết việc nâng cao chất lượng sinh hoạt chi bộ ở thôn, bản, tổ dân phố");

  private final Random random = new Random(40);
  private final List<String> units;
  private final List<String> authorities;
  private final List<String> fields;
  private final boolean titled;

  private TypicalReports(ReferenceData reference, boolean titled) {
    this.units =
        reference.unitCodes().stream()
            .filter(code -> reference.unit(code, AS_OF).isPresent())
            .toList();
    this.authorities = reference.authorityCodes();
    this.fields = reference.fieldCodes();
    this.titled = titled;
  }

  static List<ProgressReport> of(ReferenceData reference, boolean titled, int count) {
    TypicalReports reports = new TypicalReports(reference, titled);
    return IntStream.range(0, count).mapToObj(i -> reports.report()).toList();
  }

  private ProgressReport report() {
    return new ProgressReport(
        oneOf(units),
        "CTCT-2024",
        "2024-Q1",
        1 + random.nextInt(3),
        ReportKind.SUBMIT,
        AS_OF,
        false,
        false,
        IntStream.rangeClosed(1, TASKS).mapToObj(this::task).toList(),
        List.of(
            new IndicatorValue("RECOMMENDATIONS", new BigDecimal(random.nextInt(500))),
            new IndicatorValue("PILOT_CONGRESSES", new BigDecimal(random.nextInt(50)))),
        "Văn phòng Tỉnh ủy",
        Instant.ofEpochMilli(1_710_400_000_000L + random.nextInt()));
  }

  private TaskLine task(int number) {
    TaskStatus status = oneOf(List.of(TaskStatus.values()));
    boolean completed = status == TaskStatus.COMPLETED;
    return new TaskLine(
        "TW%02d".formatted(number),
        titled ? oneOf(TITLES) : null,
        oneOf(authorities),
        oneOf(fields),
        status,
        random.nextInt(4) == 0 ? null : AS_OF.plusDays(random.nextInt(200)),
        completed ? AS_OF.minusDays(random.nextInt(90)) : null,
        completed ? 100 : status == TaskStatus.NOT_STARTED ? 0 : random.nextInt(100),
        note());
  }

  private @Nullable String note() {
    return random.nextInt(7) == 0 ? "Chờ hướng dẫn của Trung ương" : null;
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
