package vn.tonghop.domain.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;

/**
 * A naive reading of roll-up.md: every answer is worked out anew from the list of all records that
 * have arrived, with nothing remembered from one answer to the next.
 */
public final class Oracle {

  private final Regime regime;
  private final OracleRegistry registry;
  private final List<OracleCheck> checks = new ArrayList<>();
  private final Map<String, List<Integer>> seriousByKey = new LinkedHashMap<>();
  private final Map<Integer, List<OraclePeriod>> years = new HashMap<>();
  private final Map<String, TreeSet<String>> bodiesOfProgramme = new HashMap<>();

  /**
   * Reads the records that have arrived, in their order.
   *
   * @param rows without mistakes
   */
  public Oracle(Regime regime, ReferenceRows rows, List<Arrival> arrivals) {
    this.regime = regime;
    this.registry = new OracleRegistry(rows);
    for (Arrival arrival : arrivals) {
      OracleCheck check = new OracleCheck(regime, registry, arrival);
      String key = check.key();
      String body = check.body;
      if (check.isSerious() && key != null && body != null) {
        seriousByKey.computeIfAbsent(key, any -> new ArrayList<>()).add(checks.size());
        bodiesOfProgramme
            .computeIfAbsent(arrival.report().programme(), any -> new TreeSet<>())
            .add(body);
      }
      checks.add(check);
    }
  }

  /** Receipts of all records, in their order. */
  public List<OracleReceipt> receipts() {
    List<OracleReceipt> receipts = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      receipts.add(receipt(i));
    }
    return receipts;
  }

  /** The table after all records, or empty if no unit has a report in the target. */
  public Optional<OracleTable> table(String programme, String target) {
    return table(programme, period(target), checks.size());
  }

  /** The last record after which the table differed; empty while there is no table. */
  public Optional<Arrival> movedBy(String programme, String target) {
    OraclePeriod period = period(target);
    Optional<OracleTable> before = Optional.empty();
    Optional<Arrival> moved = Optional.empty();
    for (int i = 0; i < checks.size(); i++) {
      Optional<OracleTable> after = table(programme, period, i + 1);
      if (!after.equals(before)) {
        moved = Optional.of(checks.get(i).arrival);
      }
      before = after;
    }
    return before.isEmpty() ? Optional.empty() : moved;
  }

  /** Who reported, by the registry as in force on the target's last day. */
  public OracleTable.Coverage coverage(String programme, String target) {
    OraclePeriod period = period(target);
    SortedSet<String> expected = registry.expected(programme, period.to());
    TreeSet<String> missing = new TreeSet<>(expected);
    TreeSet<String> carried = new TreeSet<>();
    TreeSet<String> nil = new TreeSet<>();
    TreeSet<String> late = new TreeSet<>();
    TreeSet<String> succeeded = new TreeSet<>();
    int reported = 0;
    Optional<OracleTable> table = table(programme, target);
    if (table.isPresent()) {
      reported = table.get().rows().size();
      succeeded.addAll(table.get().succeeded());
      for (OracleTable.Row row : table.get().rows()) {
        missing.remove(row.body());
        addIf(row.carried(), row.body(), carried);
        addIf(row.nil(), row.body(), nil);
        addIf(row.late(), row.body(), late);
      }
    }
    return new OracleTable.Coverage(expected, reported, carried, nil, late, missing, succeeded);
  }

  private OraclePeriod period(String label) {
    return Objects.requireNonNull(OraclePeriod.of(regime, label), label);
  }

  private static void addIf(boolean condition, String body, Set<String> bodies) {
    if (condition) {
      bodies.add(body);
    }
  }

  // Receipts

  private OracleReceipt receipt(int i) {
    OracleCheck check = checks.get(i);
    String key = check.key();
    if (!check.errors.isEmpty() || key == null) {
      return OracleReceipt.of(
          Outcome.REJECTED,
          check.errors,
          check.warningsWithoutHistory(),
          null,
          key == null ? null : counting(key, i));
    }
    Outcome outcome = outcome(check, highest(key, i));
    Boolean onTime =
        outcome != Outcome.TESTED
            ? onTime(key, i + 1)
            : check.isSubmit() ? (Boolean) inTime(check) : null;
    List<String> warnings = new ArrayList<>();
    if (Boolean.FALSE.equals(onTime)) {
      warnings.add("W01 $");
    }
    if (check.early) {
      warnings.add("W06 asOf");
    }
    if (check.isSubmit()) {
      boolean compared = outcome == Outcome.ACCEPTED || outcome == Outcome.TESTED;
      historyWarnings(check, compared ? highest(key, i) : null, earlierReport(check, i), warnings);
    }
    warnings.addAll(check.taskWarnings);
    warnings.addAll(check.timeWarnings);
    if (outcome == Outcome.ACCEPTED && !warnings.isEmpty()) {
      outcome = Outcome.ACCEPTED_WITH_WARNINGS;
    }
    return OracleReceipt.of(outcome, List.of(), warnings, onTime, counting(key, i + 1));
  }

  private static Outcome outcome(OracleCheck check, @Nullable OracleCheck highest) {
    ProgressReport report = check.arrival.report();
    if (report.test()) {
      return Outcome.TESTED;
    }
    if (highest == null) {
      return Outcome.ACCEPTED;
    }
    int known = highest.arrival.report().revision();
    if (report.revision() != known) {
      return report.revision() > known ? Outcome.ACCEPTED : Outcome.STALE;
    }
    return sameContent(report, highest.arrival.report()) ? Outcome.DUPLICATE : Outcome.CONFLICT;
  }

  private static boolean sameContent(ProgressReport a, ProgressReport b) {
    Map<String, TaskLine> tasksOfA = new HashMap<>();
    Map<String, TaskLine> tasksOfB = new HashMap<>();
    a.tasks().forEach(task -> tasksOfA.put(task.code(), task));
    b.tasks().forEach(task -> tasksOfB.put(task.code(), task));
    Map<String, BigDecimal> valuesOfA = new HashMap<>();
    Map<String, BigDecimal> valuesOfB = new HashMap<>();
    a.indicators().forEach(v -> valuesOfA.put(v.code(), v.value().stripTrailingZeros()));
    b.indicators().forEach(v -> valuesOfB.put(v.code(), v.value().stripTrailingZeros()));
    return a.unit().equals(b.unit())
        && a.kind() == b.kind()
        && a.asOf().equals(b.asOf())
        && a.nil() == b.nil()
        && tasksOfA.equals(tasksOfB)
        && valuesOfA.equals(valuesOfB);
  }

  private static void historyWarnings(
      OracleCheck check,
      @Nullable OracleCheck replaced,
      @Nullable OracleCheck earlier,
      List<String> warnings) {
    if (replaced != null && replaced.isSubmit()) {
      for (int gone = gone(replaced, check); gone > 0; gone--) {
        warnings.add("W02 tasks");
      }
    }
    if (earlier != null) {
      if (completed(check) < completed(earlier)) {
        warnings.add("W03 tasks");
      }
      for (int gone = gone(earlier, check); gone > 0; gone--) {
        warnings.add("W07 tasks");
      }
    }
  }

  private static int gone(OracleCheck before, OracleCheck after) {
    int gone = 0;
    for (TaskLine task : before.arrival.report().tasks()) {
      boolean found = false;
      for (TaskLine other : after.arrival.report().tasks()) {
        found |= other.code().equals(task.code());
      }
      gone += found ? 0 : 1;
    }
    return gone;
  }

  private static int completed(OracleCheck check) {
    int completed = 0;
    for (TaskLine task : check.arrival.report().tasks()) {
      completed += task.status() == TaskStatus.COMPLETED ? 1 : 0;
    }
    return completed;
  }

  /** The body's report on the programme, of any year, whose period ended last before this end. */
  private @Nullable OracleCheck earlierReport(OracleCheck check, int before) {
    OracleCheck best = null;
    String mine = check.body + "|" + check.arrival.report().programme() + "|";
    for (String key : seriousByKey.keySet()) {
      OracleCheck other = key.startsWith(mine) ? reportOf(key, before) : null;
      if (other != null
          && periodOf(other).to().isBefore(periodOf(check).to())
          && (best == null || endsLater(other, best))) {
        best = other;
      }
    }
    return best;
  }

  // What counts

  private static OraclePeriod periodOf(OracleCheck check) {
    return Objects.requireNonNull(check.period);
  }

  private static boolean endsLater(OracleCheck a, OracleCheck b) {
    int order = periodOf(a).to().compareTo(periodOf(b).to());
    return order > 0 || (order == 0 && periodOf(a).months() > periodOf(b).months());
  }

  /**
   * The highest accepted revision of a key among the first records: the first one to bring the
   * highest number was higher than all before it, and no later one was.
   */
  private @Nullable OracleCheck highest(String key, int records) {
    OracleCheck highest = null;
    for (int i : seriousByKey.getOrDefault(key, List.of())) {
      int revision = checks.get(i).arrival.report().revision();
      if (i < records && (highest == null || revision > highest.arrival.report().revision())) {
        highest = checks.get(i);
      }
    }
    return highest;
  }

  private @Nullable OracleCheck reportOf(String key, int records) {
    OracleCheck highest = highest(key, records);
    return highest != null && highest.isSubmit() ? highest : null;
  }

  private @Nullable Integer counting(String key, int records) {
    OracleCheck report = reportOf(key, records);
    return report == null ? null : (Integer) report.arrival.report().revision();
  }

  private static boolean inTime(OracleCheck check) {
    return check.arrival.at().compareTo(periodOf(check).due()) < 0;
  }

  private @Nullable Boolean onTime(String key, int records) {
    Instant earliest = null;
    boolean answer = false;
    for (int i : seriousByKey.getOrDefault(key, List.of())) {
      OracleCheck check = checks.get(i);
      Instant at = check.arrival.at();
      if (i < records && check.isSubmit() && (earliest == null || at.isBefore(earliest))) {
        earliest = at;
        answer = inTime(check);
      }
    }
    return earliest == null ? null : (Boolean) answer;
  }

  // Tables

  private Optional<OracleTable> table(String programme, OraclePeriod target, int records) {
    Map<String, Map<String, OracleCheck>> reports = new TreeMap<>();
    Map<String, OracleCheck> closing = new TreeMap<>();
    for (String body : bodiesOfProgramme.getOrDefault(programme, new TreeSet<>())) {
      Map<String, OracleCheck> own = within(body, programme, target, records);
      if (!own.isEmpty()) {
        reports.put(body, own);
        closing.put(body, closing(own, target));
      }
    }
    if (closing.isEmpty()) {
      return Optional.empty();
    }
    OracleTable.Sums total = OracleTable.Sums.NONE;
    TreeMap<String, OracleTable.Sums> byAssignedBy = new TreeMap<>();
    TreeMap<String, OracleTable.Sums> byField = new TreeMap<>();
    TreeMap<String, OracleTable.Value> indicators = new TreeMap<>();
    TreeSet<String> succeeded = new TreeSet<>();
    List<OracleTable.Row> rows = new ArrayList<>();
    for (String body : closing.keySet()) {
      OracleCheck report = Objects.requireNonNull(closing.get(body));
      Map<String, OracleCheck> own = Objects.requireNonNull(reports.get(body));
      boolean spokenFor = isSucceeded(body, closing);
      SortedMap<String, OracleTable.Value> values = values(own, target, body);
      values.forEach(
          (code, value) -> {
            if (!spokenFor || registry.isFlow(code)) {
              indicators.merge(code, value, OracleTable.Value::plus);
            }
          });
      if (spokenFor) {
        succeeded.add(body);
        continue;
      }
      OracleTable.Sums sums = OracleTable.Sums.NONE;
      for (TaskLine task : report.arrival.report().tasks()) {
        if (task.status() != TaskStatus.CANCELLED) {
          OracleTable.Sums one = one(task, report.arrival.report().asOf(), target);
          sums = sums.plus(one);
          byAssignedBy.merge(task.assignedBy(), one, OracleTable.Sums::plus);
          byField.merge(task.field(), one, OracleTable.Sums::plus);
        }
      }
      total = total.plus(sums);
      rows.add(row(report, body, target, values, sums, records));
    }
    rows.sort(Comparator.comparing(OracleTable.Row::code).thenComparing(OracleTable.Row::body));
    return Optional.of(new OracleTable(total, byAssignedBy, byField, rows, indicators, succeeded));
  }

  private OracleTable.Row row(
      OracleCheck report,
      String body,
      OraclePeriod target,
      SortedMap<String, OracleTable.Value> values,
      OracleTable.Sums sums,
      int records) {
    ProgressReport document = report.arrival.report();
    String key = Objects.requireNonNull(report.key());
    return new OracleTable.Row(
        document.unit(),
        body,
        periodOf(report).to().isBefore(target.to()),
        document.nil(),
        Boolean.FALSE.equals(onTime(key, records)),
        document.period(),
        document.revision(),
        document.asOf(),
        report.arrival.source(),
        values,
        sums);
  }

  private Map<String, OracleCheck> within(
      String body, String programme, OraclePeriod target, int records) {
    Map<String, OracleCheck> reports = new TreeMap<>();
    for (String key : seriousByKey.keySet()) {
      OracleCheck report =
          key.startsWith(body + "|" + programme + "|") ? reportOf(key, records) : null;
      if (report != null && target.holds(periodOf(report))) {
        reports.put(periodOf(report).label(), report);
      }
    }
    return reports;
  }

  private static OracleCheck closing(Map<String, OracleCheck> reports, OraclePeriod target) {
    OracleCheck exact = reports.get(target.label());
    if (exact != null) {
      return exact;
    }
    OracleCheck best = null;
    for (OracleCheck report : reports.values()) {
      if (best == null || endsLater(report, best)) {
        best = report;
      }
    }
    return Objects.requireNonNull(best);
  }

  private boolean isSucceeded(String body, Map<String, OracleCheck> closing) {
    LocalDate end = registry.lastDay(body);
    if (end != null) {
      for (String successor : registry.successors(body)) {
        OracleCheck other = closing.get(successor);
        if (other != null && periodOf(other).to().isAfter(end)) {
          return true;
        }
      }
    }
    return false;
  }

  private static OracleTable.Sums one(TaskLine task, LocalDate asOf, OraclePeriod target) {
    LocalDate done = task.completedOn();
    LocalDate due = task.dueOn();
    boolean inTime = due == null || (done == null ? asOf : done).compareTo(due) <= 0;
    return new OracleTable.Sums(
        1,
        done != null && inTime ? 1 : 0,
        done != null && !inTime ? 1 : 0,
        done == null && inTime ? 1 : 0,
        done == null && !inTime ? 1 : 0,
        done != null && target.holds(done) ? 1 : 0,
        task.percent());
  }

  // Indicators

  private SortedMap<String, OracleTable.Value> values(
      Map<String, OracleCheck> reports, OraclePeriod target, String body) {
    TreeSet<String> codes = new TreeSet<>();
    for (OracleCheck report : reports.values()) {
      report.arrival.report().indicators().forEach(value -> codes.add(value.code()));
    }
    TreeMap<String, OracleTable.Value> values = new TreeMap<>();
    for (String code : codes) {
      if (registry.isFlow(code)) {
        List<BigDecimal> found = new ArrayList<>();
        boolean missing = flow(reports, target, code, body, found);
        if (!found.isEmpty()) {
          BigDecimal sum = BigDecimal.ZERO;
          for (BigDecimal value : found) {
            sum = sum.add(value);
          }
          values.put(code, new OracleTable.Value(sum, missing, false));
        }
      } else {
        OracleCheck best = null;
        for (OracleCheck report : reports.values()) {
          if (value(report, code) != null && (best == null || endsLater(report, best))) {
            best = report;
          }
        }
        if (best != null) {
          values.put(
              code,
              new OracleTable.Value(
                  Objects.requireNonNull(value(best, code)),
                  false,
                  periodOf(best).to().isBefore(target.to())));
        }
      }
    }
    return values;
  }

  /** Gathers a flow's values in a period, and says whether anything of it is missing. */
  private boolean flow(
      Map<String, OracleCheck> reports,
      OraclePeriod period,
      String code,
      String body,
      List<BigDecimal> found) {
    OracleCheck report = reports.get(period.label());
    if (report != null) {
      BigDecimal value = value(report, code);
      if (value != null) {
        found.add(value);
        return false;
      }
      if (report.arrival.report().nil()) {
        return false;
      }
    }
    int before = found.size();
    boolean missing = period.months() == 1;
    for (OraclePeriod part :
        period.parts(years.computeIfAbsent(period.year(), y -> OraclePeriod.ofYear(regime, y)))) {
      missing |= flow(reports, part, code, body, found);
    }
    boolean none = found.size() == before;
    return missing && !(none && !registry.exists(body, period.to()));
  }

  private static @Nullable BigDecimal value(OracleCheck report, String code) {
    for (IndicatorValue value : report.arrival.report().indicators()) {
      if (value.code().equals(code)) {
        return value.value();
      }
    }
    return null;
  }
}
