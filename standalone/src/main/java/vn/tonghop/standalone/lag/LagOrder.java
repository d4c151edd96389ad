package vn.tonghop.standalone.lag;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import vn.tonghop.monitor.lag.Place;
import vn.tonghop.monitor.lag.Seen;

/** By what the lines are sorted; the worst first, units and topics by name. */
public enum LagOrder {
  verdict(
      Comparator.comparing((Seen.At at) -> at.lag().verdict(), Comparator.reverseOrder())
          .thenComparing(LagOrder::age, Comparator.reverseOrder())
          .thenComparing(LagOrder::records, Comparator.reverseOrder())),
  seconds(Comparator.comparing(LagOrder::age, Comparator.reverseOrder())),
  lag(Comparator.comparing(LagOrder::records, Comparator.reverseOrder())),
  unit(Comparator.comparing(LagOrder::unit));

  @SuppressWarnings("ImmutableEnumChecker") // Of functions without state.
  private final Comparator<Seen.At> order;

  LagOrder(Comparator<Seen.At> order) {
    this.order = order.thenComparing(byName());
  }

  /** The places in this order. */
  public List<Seen.At> sorted(Seen seen) {
    return seen.places().stream().sorted(order).toList();
  }

  private static Comparator<Seen.At> byName() {
    Function<Seen.At, Place> place = Seen.At::place;
    return Comparator.comparing(place.andThen(Place::group))
        .thenComparing(place.andThen(Place::stage))
        .thenComparing(place.andThen(each -> each.partition().topic()))
        .thenComparing(place.andThen(each -> each.partition().partition()));
  }

  /** What is not known is put first: somebody should look. */
  private static Duration age(Seen.At at) {
    Duration age = at.lag().age();
    return age == null ? Duration.ofSeconds(Long.MAX_VALUE) : age;
  }

  private static long records(Seen.At at) {
    return at.lag().records();
  }

  /** Topics that belong to no unit come last. */
  private static String unit(Seen.At at) {
    String unit = at.place().unit();
    return unit.isEmpty() ? "\uffff" : unit;
  }
}
