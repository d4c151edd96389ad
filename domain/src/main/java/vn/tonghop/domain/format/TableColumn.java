package vn.tonghop.domain.format;

import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.standing.Measures;

/** The figures of a row, in the order in which a reader asks for them. */
public enum TableColumn {
  ASSIGNED("assigned", Heading.NONE, "Được giao", "Tasks", Measures::assigned),
  COMPLETED_ON_TIME(
      "completedOnTime", Heading.COMPLETED, "đúng hạn", "on time", Measures::completedOnTime),
  COMPLETED_LATE("completedLate", Heading.COMPLETED, "quá hạn", "late", Measures::completedLate),
  OPEN_ON_TRACK("openOnTrack", Heading.OPEN, "trong hạn", "on track", Measures::openOnTrack),
  OPEN_OVERDUE("openOverdue", Heading.OPEN, "quá hạn", "past due", Measures::openOverdue),
  COMPLETED_IN_PERIOD(
      "completedInPeriod",
      Heading.NONE,
      "Hoàn thành trong kỳ",
      "Done in period",
      Measures::completedInPeriod),
  RATE_DUE(
      "rateDue",
      Heading.RATE,
      "đến hạn",
      "of due",
      Measures::done,
      measures -> Math.addExact(measures.done(), measures.openOverdue())),
  RATE_ALL("rateAll", Heading.RATE, "được giao", "of all", Measures::done, Measures::assigned),
  RATE_VOLUME(
      "rateVolume",
      Heading.RATE,
      "khối lượng",
      "of work",
      Measures::percentSum,
      measures -> Math.multiplyExact(100L, measures.assigned()));

  private final String id;
  private final Heading heading;
  private final String vi;
  private final String en;

  @SuppressWarnings("ImmutableEnumChecker") // Functions without state.
  private final ToLongFunction<Measures> part;

  @SuppressWarnings("ImmutableEnumChecker")
  private final @Nullable ToLongFunction<Measures> whole;

  TableColumn(String id, Heading heading, String vi, String en, ToLongFunction<Measures> count) {
    this(id, heading, vi, en, count, null);
  }

  TableColumn(
      String id,
      Heading heading,
      String vi,
      String en,
      ToLongFunction<Measures> part,
      @Nullable ToLongFunction<Measures> whole) {
    this.id = id;
    this.heading = heading;
    this.vi = vi;
    this.en = en;
    this.part = part;
    this.whole = whole;
  }

  /** Name of the figure in JSON and in addresses (roll-up.md §5). */
  public String id() {
    return id;
  }

  /** Heading that it shares with its neighbours; empty if it stands alone. */
  public String heading(Language language) {
    return language.pick(heading.vi, heading.en);
  }

  public String title(Language language) {
    return language.pick(vi, en);
  }

  /** Whether it is a share, {@link #part} of {@link #whole}, and no count. */
  public boolean isRate() {
    return whole != null;
  }

  /** Whether a figure other than zero calls for attention. */
  public boolean isAlarming() {
    return this == OPEN_OVERDUE;
  }

  /** The count, or the numerator of the rate. */
  public long part(Measures measures) {
    return part.applyAsLong(measures);
  }

  /**
   * The denominator of the rate; 0 where there is no rate.
   *
   * @throws IllegalStateException if it is none
   */
  public long whole(Measures measures) {
    if (whole == null) {
      throw new IllegalStateException(this + " is a count");
    }
    return whole.applyAsLong(measures);
  }

  /** The figure as text; of a rate per cent, without the sign. */
  public String text(Measures measures, Figures figures) {
    return isRate()
        ? figures.percent(part(measures), whole(measures))
        : figures.count(part(measures));
  }

  private enum Heading {
    NONE("", ""),
    COMPLETED("Hoàn thành", "Completed"),
    OPEN("Chưa hoàn thành", "Open"),
    RATE("Tỷ lệ hoàn thành (%)", "Done (%)");

    private final String vi;
    private final String en;

    Heading(String vi, String en) {
      this.vi = vi;
      this.en = en;
    }
  }
}
