package vn.tonghop.bench.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The latest report of each period within one target, of one unit. */
record UnitReports(List<PeriodReport> latest) {

  static final UnitReports NONE = new UnitReports(List.of());

  UnitReports {
    latest = List.copyOf(latest);
  }

  /** The same with a report that came: of one period the highest revision stays. */
  UnitReports with(PeriodReport report) {
    List<PeriodReport> others = new ArrayList<>(latest.size() + 1);
    for (PeriodReport each : latest) {
      if (!each.period().equals(report.period())) {
        others.add(each);
      } else if (each.revision() >= report.revision()) {
        return this;
      }
    }
    others.add(report);
    return new UnitReports(others);
  }

  /** The report that speaks for the unit; empty if all are withdrawn. */
  Optional<PeriodReport> closing() {
    return latest.stream().filter(each -> !each.withdrawn()).max(PeriodReport.BY_END);
  }
}
