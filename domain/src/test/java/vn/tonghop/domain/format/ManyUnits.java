package vn.tonghop.domain.format;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;

/** Reports of all provinces but a few, from a fixed seed: nil, late, carried ones among them. */
final class ManyUnits {

  private static final long SEED = 63;

  private final Random random = new Random(SEED);
  private final ReferenceData reference;
  private final List<ProgressReport> reports = new ArrayList<>();

  private ManyUnits(ReferenceData reference) {
    this.reference = reference;
  }

  /** First quarter of 2024; and the year 2025, in which Đồng Nai takes Bình Phước over. */
  static List<ProgressReport> reports(ReferenceData reference) {
    ManyUnits many = new ManyUnits(reference);
    many.quarter();
    many.report("70", "CTCT-2025", "2025-Q1", false, 0);
    many.report("75", "CTCT-2025", "2025-Q1", false, 0);
    many.report("75", "CTCT-2025", "2025-Q4", false, 0);
    many.report("40", "CTCT-2025", "2025-S1", false, 0);
    return many.reports;
  }

  private void quarter() {
    for (ReportingUnit unit : reference.unitsOn(LocalDate.of(2024, 3, 14))) {
      int dice = random.nextInt(20);
      if (unit.kind().isProvincial() && dice > 0) {
        boolean carried = dice == 1 || dice == 4;
        boolean late = dice == 2 || dice == 3 || dice == 4;
        String label = carried ? "2024-M02" : "2024-Q1";
        report(unit.code(), "CTCT-2024", label, dice == 3 || dice == 5, late ? 20 : 0);
      }
    }
  }

  private void report(String unit, String programme, String label, boolean nil, int daysLater) {
    Period period = Period.parse(Regime.DECREE_09_2019, label).orElseThrow();
    Instant sent = period.dueAt().toInstant().minusSeconds(86_400).plusSeconds(86_400L * daysLater);
    reports.add(
        new ProgressReport(
            unit,
            programme,
            label,
            1,
            ReportKind.SUBMIT,
            period.lastDay(),
            false,
            nil,
            nil ? List.of() : tasks(period.lastDay()),
            List.of(),
            "invented",
            sent));
  }

  private List<TaskLine> tasks(LocalDate lastDay) {
    List<String> authorities = reference.authorityCodes();
    List<String> fields = reference.fieldCodes();
    List<TaskLine> tasks = new ArrayList<>();
    for (int i = 1 + random.nextInt(16); i > 0; i--) {
      boolean done = random.nextInt(3) == 0;
      LocalDate due = lastDay.plusDays(random.nextInt(60) - 15L);
      tasks.add(
          new TaskLine(
              "T" + i,
              null,
              authorities.get(random.nextInt(authorities.size())),
              fields.get(random.nextInt(fields.size())),
              done ? TaskStatus.COMPLETED : TaskStatus.IN_PROGRESS,
              due,
              done ? lastDay.minusDays(random.nextInt(25)) : null,
              done ? 100 : 10 + random.nextInt(80),
              null));
    }
    return tasks;
  }
}
