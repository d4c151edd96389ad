package vn.tonghop.console.drill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.Body;
import vn.tonghop.domain.reference.Programme;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;

/**
 * A place in a series where the units before it are not the units after it, so that figures of one
 * name may not be of one territory.
 *
 * @param before number of units that owe reports in the earlier period
 * @param after likewise in the later one
 * @param changes what became of whom
 */
public record Break(Period from, Period to, int before, int after, List<Change> changes) {

  public Break {
    changes = List.copyOf(changes);
  }

  /**
   * Units that went into one, or a unit that has another name.
   *
   * @param on first day of it; null where the reference data do not say
   * @param former those that ended, or the unit by its former name
   * @param current empty where nobody took over
   */
  public record Change(
      @Nullable LocalDate on, List<ReportingUnit> former, List<ReportingUnit> current) {

    public Change {
      former = List.copyOf(former);
      current = List.copyOf(current);
    }

    /** Whether only the name is another. */
    public boolean isRename() {
      return former.size() == 1
          && current.size() == 1
          && former.get(0).body().equals(current.get(0).body());
    }
  }

  /** The break between two periods of a series, the earlier one first; empty if there is none. */
  public static Optional<Break> between(
      Period from, Period to, Programme programme, ReferenceData reference) {
    List<ReportingUnit> before = reference.expected(programme, from.lastDay());
    List<ReportingUnit> after = reference.expected(programme, to.lastDay());
    List<Change> changes = new ArrayList<>(renames(before, to, reference));
    changes.addAll(mergers(before, to, reference));
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Break(from, to, before.size(), after.size(), changes));
  }

  private static List<Change> renames(
      List<ReportingUnit> before, Period to, ReferenceData reference) {
    List<Change> renames = new ArrayList<>();
    for (ReportingUnit unit : before) {
      reference
          .unitOfBody(unit.body(), to.lastDay())
          .filter(now -> !now.nameVi().equals(unit.nameVi()))
          .ifPresent(now -> renames.add(new Change(now.validFrom(), List.of(unit), List.of(now))));
    }
    return renames;
  }

  private static List<Change> mergers(
      List<ReportingUnit> before, Period to, ReferenceData reference) {
    Map<String, List<ReportingUnit>> into =
        before.stream()
            .filter(unit -> reference.unitOfBody(unit.body(), to.lastDay()).isEmpty())
            .collect(
                Collectors.groupingBy(
                    unit -> String.join(";", reference.successorsOf(unit.body())),
                    TreeMap::new,
                    Collectors.toList()));
    List<Change> mergers = new ArrayList<>();
    into.forEach(
        (bodies, former) ->
            mergers.add(
                new Change(
                    end(former.get(0), reference),
                    former,
                    reference.successorsOf(former.get(0).body()).stream()
                        .flatMap(body -> reference.unitOfBody(body, to.lastDay()).stream())
                        .toList())));
    return mergers;
  }

  private static @Nullable LocalDate end(ReportingUnit unit, ReferenceData reference) {
    return reference.body(unit.body()).map(Body::to).map(last -> last.plusDays(1)).orElse(null);
  }
}
