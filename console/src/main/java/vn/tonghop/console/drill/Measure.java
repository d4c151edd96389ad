package vn.tonghop.console.drill;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.TableColumn;
import vn.tonghop.domain.standing.Measures;

/** A column of a national table: one of the seven measures or the three rates (roll-up.md §5). */
public enum Measure {
  ASSIGNED("assigned", "Được giao", "Assigned"),
  COMPLETED_ON_TIME("completedOnTime", "Hoàn thành đúng hạn", "Completed on time"),
  COMPLETED_LATE("completedLate", "Hoàn thành quá hạn", "Completed late"),
  OPEN_ON_TRACK("openOnTrack", "Chưa hoàn thành, trong hạn", "Open, on track"),
  OPEN_OVERDUE("openOverdue", "Chưa hoàn thành, quá hạn", "Open, overdue"),
  COMPLETED_IN_PERIOD("completedInPeriod", "Hoàn thành trong kỳ", "Completed in the period"),
  PERCENT_SUM("percentSum", "Khối lượng công việc (tổng %)", "Volume of work (sum of %)"),
  RATE_DUE("rateDue", "Tỷ lệ hoàn thành trên số đến hạn", "Completed of what has fallen due"),
  RATE_ALL("rateAll", "Tỷ lệ hoàn thành trên số được giao", "Completed of all assigned"),
  RATE_VOLUME("rateVolume", "Tỷ lệ khối lượng công việc", "Share of the volume of work");

  private static final long WHOLE = 100;

  private final String id;
  private final String vi;
  private final String en;

  Measure(String id, String vi, String en) {
    this.id = id;
    this.vi = vi;
    this.en = en;
  }

  /** The measure of that {@link #id()}, or empty. */
  public static Optional<Measure> of(String id) {
    return Arrays.stream(values()).filter(measure -> measure.id.equals(id)).findFirst();
  }

  /** The measure that a column of printed tables has; they have all but the sum of per cents. */
  public static Measure of(TableColumn column) {
    return of(column.id()).orElseThrow();
  }

  /** The seven that count, in the order of a table. */
  public static List<Measure> counts() {
    return Arrays.stream(values()).filter(measure -> !measure.isRate()).toList();
  }

  /** Name in JSON and in addresses. */
  public String id() {
    return id;
  }

  public String name(Language language) {
    return language.pick(vi, en);
  }

  public boolean isRate() {
    return this == RATE_DUE || this == RATE_ALL || this == RATE_VOLUME;
  }

  /** The counts that it is worked out from; of a count, itself. */
  public List<Measure> parts() {
    return switch (this) {
      case RATE_DUE -> List.of(COMPLETED_ON_TIME, COMPLETED_LATE, OPEN_OVERDUE);
      case RATE_ALL -> List.of(COMPLETED_ON_TIME, COMPLETED_LATE, ASSIGNED);
      case RATE_VOLUME -> List.of(PERCENT_SUM, ASSIGNED);
      default -> List.of(this);
    };
  }

  /** The count, or the numerator of a rate. */
  public long count(Measures measures) {
    return switch (this) {
      case ASSIGNED -> measures.assigned();
      case COMPLETED_ON_TIME -> measures.completedOnTime();
      case COMPLETED_LATE -> measures.completedLate();
      case OPEN_ON_TRACK -> measures.openOnTrack();
      case OPEN_OVERDUE -> measures.openOverdue();
      case COMPLETED_IN_PERIOD -> measures.completedInPeriod();
      case PERCENT_SUM, RATE_VOLUME -> measures.percentSum();
      case RATE_DUE, RATE_ALL -> measures.done();
    };
  }

  /** The denominator of a rate; zero for a count. */
  public long whole(Measures measures) {
    return switch (this) {
      case RATE_DUE -> Math.addExact(measures.done(), measures.openOverdue());
      case RATE_ALL -> measures.assigned();
      case RATE_VOLUME -> Math.multiplyExact(WHOLE, measures.assigned());
      default -> 0;
    };
  }

  /** The rate as tables have it; null for a count, and where there is nothing to divide by. */
  public @Nullable BigDecimal rate(Measures measures) {
    return switch (this) {
      case RATE_DUE -> measures.rateDue();
      case RATE_ALL -> measures.rateAll();
      case RATE_VOLUME -> measures.rateVolume();
      default -> null;
    };
  }

  /** As a reader sees it: a count, or a rate in per cent. */
  public String text(Measures measures, Figures figures) {
    return isRate()
        ? figures.share(count(measures), whole(measures))
        : figures.count(count(measures));
  }

  /** Whether a task, or a unit, with these measures has any part in the figure. */
  public boolean isTouchedBy(Measures measures) {
    return parts().stream().anyMatch(each -> each.count(measures) != 0);
  }
}
