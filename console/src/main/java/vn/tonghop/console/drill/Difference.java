package vn.tonghop.console.drill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;

/**
 * What one revision of a report changed against another. Lines are matched by code, as the digest
 * does; their order means nothing. Of lines of one code in one report, which cannot be accepted,
 * the first is looked at.
 *
 * @param report changed fields of the report itself
 * @param tasks added, removed and changed ones, by the order of the newer report, removed ones last
 * @param indicators likewise
 */
public record Difference(
    List<Change> report, List<Line<TaskLine>> tasks, List<Line<IndicatorValue>> indicators) {

  public Difference {
    report = List.copyOf(report);
    tasks = List.copyOf(tasks);
    indicators = List.copyOf(indicators);
  }

  /** Fields of a report and its lines, by their names on the wire. */
  public enum Field {
    KIND,
    AS_OF,
    NIL,
    TITLE,
    ASSIGNED_BY,
    FIELD,
    STATUS,
    DUE_ON,
    COMPLETED_ON,
    PERCENT,
    NOTE,
    VALUE
  }

  /** One changed field; a value as the domain has it, null where there is none. */
  public record Change(Field field, @Nullable Object before, @Nullable Object after) {}

  /**
   * A line that is not as it was.
   *
   * @param before null: added
   * @param after null: removed
   * @param changes of a line that both have; none else
   */
  public record Line<T>(String code, @Nullable T before, @Nullable T after, List<Change> changes) {

    public Line {
      changes = List.copyOf(changes);
    }
  }

  /** What the newer one changed. */
  public static Difference between(ProgressReport before, ProgressReport after) {
    return new Difference(
        new Fields<>(before, after)
            .of(Field.KIND, ProgressReport::kind)
            .of(Field.AS_OF, ProgressReport::asOf)
            .of(Field.NIL, ProgressReport::nil)
            .changes(),
        lines(before.tasks(), after.tasks(), TaskLine::code, Difference::task),
        lines(
            before.indicators(), after.indicators(), IndicatorValue::code, Difference::indicator));
  }

  /** Whether the two say the same. */
  public boolean isNone() {
    return report.isEmpty() && tasks.isEmpty() && indicators.isEmpty();
  }

  private static List<Change> task(TaskLine before, TaskLine after) {
    return new Fields<>(before, after)
        .of(Field.TITLE, TaskLine::title)
        .of(Field.ASSIGNED_BY, TaskLine::assignedBy)
        .of(Field.FIELD, TaskLine::field)
        .of(Field.STATUS, TaskLine::status)
        .of(Field.DUE_ON, TaskLine::dueOn)
        .of(Field.COMPLETED_ON, TaskLine::completedOn)
        .of(Field.PERCENT, TaskLine::percent)
        .of(Field.NOTE, TaskLine::note)
        .changes();
  }

  private static List<Change> indicator(IndicatorValue before, IndicatorValue after) {
    return new Fields<>(before, after).of(Field.VALUE, IndicatorValue::value).changes();
  }

  private static <T> List<Line<T>> lines(
      List<T> before, List<T> after, Function<T, String> code, Compare<T> compare) {
    Map<String, T> old = byCode(before, code);
    Map<String, T> current = byCode(after, code);
    List<Line<T>> lines = new ArrayList<>();
    current.forEach(
        (key, line) -> {
          T was = old.get(key);
          List<Change> changes = was == null ? List.of() : compare.changes(was, line);
          if (was == null || !changes.isEmpty()) {
            lines.add(new Line<>(key, was, line, changes));
          }
        });
    old.forEach(
        (key, line) -> {
          if (!current.containsKey(key)) {
            lines.add(new Line<>(key, line, null, List.of()));
          }
        });
    return lines;
  }

  private static <T> Map<String, T> byCode(List<T> lines, Function<T, String> code) {
    Map<String, T> byCode = new LinkedHashMap<>();
    lines.forEach(line -> byCode.putIfAbsent(code.apply(line), line));
    return byCode;
  }

  /** Compares two lines of one code. */
  private interface Compare<T> {
    List<Change> changes(T before, T after);
  }

  /** Gathers the fields in which two differ. */
  private static final class Fields<T> {

    private final T before;
    private final T after;
    private final List<Change> changes = new ArrayList<>();

    Fields(T before, T after) {
      this.before = before;
      this.after = after;
    }

    Fields<T> of(Field field, Function<T, @Nullable Object> value) {
      @Nullable Object was = value.apply(before);
      @Nullable Object is = value.apply(after);
      if (!Objects.equals(was, is)) {
        changes.add(new Change(field, was, is));
      }
      return this;
    }

    List<Change> changes() {
      return changes;
    }
  }
}
