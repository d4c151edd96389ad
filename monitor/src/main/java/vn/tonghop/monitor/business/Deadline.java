package vn.tonghop.monitor.business;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.Programme;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.table.Coverage;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.domain.table.TableView;

/**
 * The next day by which reports on a programme are due.
 *
 * @param dueAt the instant before which a report is on time
 * @param expected number of units that owe a report for that period
 * @param silent those of them that have not given one: they have none at all within the period, or
 *     the table still carries an older one
 */
public record Deadline(
    String programme, Period period, Instant dueAt, int expected, List<ReportingUnit> silent) {

  public Deadline {
    silent = List.copyOf(silent);
  }

  /**
   * The next deadline of each programme that has one. A quarter, a half and a year may be due on
   * one day: then each is told. Months have no table, and nobody owes them by name.
   *
   * @param tables the committed table of a programme and target, if there is one
   */
  public static List<Deadline> next(
      ReferenceData reference,
      Regime regime,
      Instant now,
      BiFunction<String, Period, Optional<NationalTable>> tables) {
    List<Deadline> deadlines = new ArrayList<>();
    for (Programme programme : reference.programmes()) {
      for (Period period : next(programme, regime, now)) {
        deadlines.add(of(programme, period, reference, tables.apply(programme.code(), period)));
      }
    }
    return deadlines;
  }

  private static List<Period> next(Programme programme, Regime regime, Instant now) {
    int year = now.atOffset(Regime.ZONE).getYear();
    List<Period> open =
        // A reporting year ends as early as in December and is due as late as in January.
        IntStream.rangeClosed(year - 1, year + 1)
            .filter(programme::runsIn)
            .boxed()
            .flatMap(each -> Period.inYear(regime, each).stream())
            .filter(period -> period.isTarget() && period.isOnTime(now))
            .toList();
    Optional<Instant> dueAt =
        open.stream().map(each -> each.dueAt().toInstant()).min(Comparator.naturalOrder());
    return open.stream()
        .filter(each -> dueAt.equals(Optional.of(each.dueAt().toInstant())))
        .toList();
  }

  private static Deadline of(
      Programme programme, Period period, ReferenceData reference, Optional<NationalTable> table) {
    Coverage coverage = TableView.asReported(table, programme, period, reference).coverage();
    Set<String> carried = new HashSet<>(coverage.carried());
    List<ReportingUnit> silent =
        reference.expected(programme, period.lastDay()).stream()
            .filter(unit -> carried.contains(unit.body()) || coverage.missing().contains(unit))
            .toList();
    return new Deadline(
        programme.code(), period, period.dueAt().toInstant(), coverage.expected(), silent);
  }
}
