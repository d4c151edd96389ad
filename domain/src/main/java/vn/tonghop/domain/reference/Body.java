package vn.tonghop.domain.reference;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit as figures know it: from its first to its last day, whatever its names meanwhile.
 *
 * @param from first day, included; null: before 2015
 * @param to last day, included; null: still in force
 * @param successors every body it went into and those that these went into, sorted
 */
public record Body(
    String id, @Nullable LocalDate from, @Nullable LocalDate to, List<String> successors) {

  public Body {
    successors = List.copyOf(successors);
  }

  /** Whether the body exists on that day. */
  public boolean isInForceOn(LocalDate date) {
    return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
  }
}
