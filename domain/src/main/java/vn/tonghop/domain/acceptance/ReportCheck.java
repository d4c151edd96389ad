package vn.tonghop.domain.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.Body;
import vn.tonghop.domain.reference.Programme;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;

/** Finds all errors and warnings of a report that need no history (roll-up.md §3). */
public final class ReportCheck {

  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

  private final ReferenceData reference;
  private final Regime regime;
  private final ProgressReport report;
  private final Findings errors = new Findings();
  private final Findings warnings = new Findings();

  private ReportCheck(ReferenceData reference, Regime regime, ProgressReport report) {
    this.reference = reference;
    this.regime = regime;
    this.report = report;
  }

  /**
   * Checks one report.
   *
   * @param topicUnit the unit whose topic it came by; null where it did not come by a topic
   * @param recordTime when the broker took it; null before it is sent
   */
  public static CheckedReport check(
      ReferenceData reference,
      Regime regime,
      ProgressReport report,
      @Nullable String topicUnit,
      @Nullable Instant recordTime) {
    return new ReportCheck(reference, regime, report).check(topicUnit, recordTime);
  }

  private CheckedReport check(@Nullable String topicUnit, @Nullable Instant recordTime) {
    Optional<Period> period = Period.parse(regime, report.period());
    Optional<ReportingUnit> unit = unit(period);
    if (topicUnit != null && !topicUnit.equals(report.unit())) {
      errors.add(Message.WRONG_UNIT, "unit", report.unit(), topicUnit);
    }
    programme(period);
    if (period.isEmpty()) {
      errors.add(Message.PERIOD_MALFORMED, "period", report.period());
    }
    if (report.revision() < 1) {
      errors.add(Message.REVISION_BELOW_ONE, "revision", report.revision());
    }
    period.ifPresent(this::asOf);
    nil();
    new LineCheck(reference, report, errors, warnings).check();
    if (recordTime != null) {
      submittedAt(recordTime);
    }
    @Nullable Body body = unit.flatMap(row -> reference.body(row.body())).orElse(null);
    return new CheckedReport(report, period.orElse(null), body, errors.toList(), warnings.toList());
  }

  private Optional<ReportingUnit> unit(Optional<Period> period) {
    if (!reference.knowsUnit(report.unit())) {
      errors.add(Message.UNIT_UNKNOWN, "unit", report.unit());
      return Optional.empty();
    }
    if (period.isEmpty()) {
      return Optional.empty();
    }
    LocalDate lastDay = period.get().lastDay();
    Optional<ReportingUnit> unit = reference.unit(report.unit(), lastDay);
    if (unit.isEmpty()) {
      errors.add(Message.UNIT_NOT_IN_FORCE, "unit", report.unit(), lastDay);
    }
    return unit;
  }

  private void programme(Optional<Period> period) {
    Optional<Programme> programme = reference.programme(report.programme());
    if (programme.isEmpty()) {
      errors.add(Message.PROGRAMME_UNKNOWN, "programme", report.programme());
    } else if (period.isPresent() && !programme.get().runsIn(period.get().year())) {
      errors.add(
          Message.PROGRAMME_NOT_RUNNING,
          "programme",
          report.programme(),
          period.get().year(),
          programme.get().firstYear(),
          programme.get().lastYear());
    }
  }

  private void asOf(Period period) {
    if (!period.contains(report.asOf())) {
      errors.add(Message.AS_OF_OUTSIDE, "asOf", report.asOf(), period.firstDay(), period.lastDay());
    }
    if (report.asOf().isBefore(period.lastDay())) {
      warnings.add(Message.AS_OF_EARLY, "asOf", report.asOf(), period.lastDay());
    }
  }

  private void nil() {
    boolean hasLines = !report.tasks().isEmpty() || !report.indicators().isEmpty();
    if (report.kind() == ReportKind.SUBMIT && report.nil() == hasLines) {
      errors.add(hasLines ? Message.NIL_WITH_LINES : Message.NOTHING_REPORTED, "nil");
    }
  }

  private void submittedAt(Instant recordTime) {
    Instant submittedAt = report.submittedAt();
    if (submittedAt != null && submittedAt.isAfter(recordTime.plus(CLOCK_TOLERANCE))) {
      warnings.add(
          Message.SENT_IN_THE_FUTURE,
          "submittedAt",
          submittedAt.atOffset(Regime.ZONE),
          recordTime.atOffset(Regime.ZONE));
    }
  }
}
