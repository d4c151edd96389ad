package vn.tonghop.standalone.rollup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.tonghop.domain.oracle.Reports;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;

/** Reports of the 63 provinces of 2024: right ones, and random loads of every kind. */
final class SomeReports {

  static final String PROGRAMME = "CTCT-2024";
  static final ReferenceData REFERENCE = ReferenceData.of(ReferenceRows.bundled());
  static final List<String> PROGRAMMES = List.of(PROGRAMME, "KH03-2024");

  private static final List<String> LABELS =
      List.of(
          "2024-M01",
          "2024-M02",
          "2024-M03",
          "2024-Q1",
          "2024-M05",
          "2024-Q2",
          "2024-S1",
          "2024-M09",
          "2024-Q4",
          "2024-S2",
          "2024-A1");
  private static final List<String> AUTHORITIES = List.of("POLITBURO", "SECRETARIAT", "COMMISSION");

  private final Random random;
  private final List<ProgressReport> sent = new ArrayList<>();

  private SomeReports(long seed) {
    this.random = new Random(seed);
  }

  /** Codes of the 63 provinces in force at the end of 2024. */
  static List<String> provinces() {
    return ReferenceRows.bundled().of(ReferenceKind.UNIT).stream()
        .filter(row -> List.of("PROVINCE", "CITY").contains(row.get("kind")))
        .filter(row -> row.getOrDefault("valid_from", "").isEmpty())
        .map(row -> row.get("code"))
        .distinct()
        .toList();
  }

  static Period period(String label) {
    return Period.parse(Ground.REGIME, label).orElseThrow();
  }

  /** A report for 2024-Q1 with one open task and one that is done. */
  static ProgressReport right(String unit, int revision) {
    return right(unit, PROGRAMME, "2024-Q1", revision);
  }

  static ProgressReport right(String unit, String programme, String label, int revision) {
    String asOf = period(label).lastDay().toString();
    return Reports.report(
        unit,
        programme,
        label,
        revision,
        asOf,
        Reports.open("T1", asOf, 10 + revision % 80),
        Reports.done("T2", null, asOf));
  }

  /**
   * New reports, corrections, withdrawals, late comers of a lower revision, resent and bad ones.
   */
  static List<ProgressReport> random(long seed, int count) {
    SomeReports some = new SomeReports(seed);
    while (some.sent.size() < count) {
      some.sent.add(some.next());
    }
    return List.copyOf(some.sent);
  }

  /** A time around the one when the report is due. */
  static Instant time(ProgressReport report, Random random) {
    Instant due = period(report.period()).dueAt().toInstant();
    return due.plusSeconds(random.nextInt(2_000_000) - 1_500_000);
  }

  private ProgressReport next() {
    int dice = sent.isEmpty() ? 99 : random.nextInt(100);
    ProgressReport old = sent.isEmpty() ? null : pick(sent);
    if (dice < 10) {
      return old;
    }
    if (dice < 55) {
      ProgressReport revised =
          filled(old.unit(), old.programme(), old.period(), old.revision() + random.nextInt(4) - 1);
      return dice < 18 ? withdrawn(revised) : revised;
    }
    ProgressReport fresh = filled(pick(provinces()), pick(PROGRAMMES), pick(LABELS), 1);
    return dice < 60
        ? Reports.withTasks(
            fresh, List.of(Reports.task("T1", TaskStatus.CANCELLED, null, null, 500)))
        : fresh;
  }

  private static ProgressReport withdrawn(ProgressReport report) {
    return Reports.withKind(Reports.withTasks(report, List.of()), ReportKind.WITHDRAW);
  }

  private ProgressReport filled(String unit, String programme, String label, int revision) {
    LocalDate asOf = period(label).lastDay();
    List<TaskLine> tasks = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(5); i++) {
      String due =
          random.nextInt(3) == 0 ? null : asOf.plusDays(random.nextInt(60) - 30).toString();
      TaskLine task =
          random.nextBoolean()
              ? Reports.open("T" + i, due, random.nextInt(100))
              : Reports.done("T" + i, due, asOf.minusDays(random.nextInt(90)).toString());
      tasks.add(Reports.assigned(task, pick(AUTHORITIES), "CADRES"));
    }
    return Reports.withIndicators(
        Reports.report(
            unit, programme, label, revision, asOf.toString(), tasks.toArray(TaskLine[]::new)),
        Reports.value("RECOMMENDATIONS", Integer.toString(random.nextInt(50))));
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
