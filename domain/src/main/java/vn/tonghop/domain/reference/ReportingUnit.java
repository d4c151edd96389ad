package vn.tonghop.domain.reference;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One span of time in which a unit kept its name, kind and region: a row of reporting-units.csv.
 *
 * @param code what it is called on the wire; the same code may mean another body at another time
 * @param body who it is; the same in all rows of one body
 * @param validFrom first day, included; null: before 2015
 * @param validTo last day, included; null: still in force
 * @param region null for central organisations
 * @param successors the bodies it went into; empty while in force or where none took over
 */
public record ReportingUnit(
    String code,
    String body,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    UnitKind kind,
    String nameVi,
    String nameEn,
    @Nullable String region,
    List<String> successors) {

  public ReportingUnit {
    successors = List.copyOf(successors);
  }

  /** Whether this row holds on that day. */
  public boolean isInForceOn(LocalDate date) {
    return (validFrom == null || !date.isBefore(validFrom))
        && (validTo == null || !date.isAfter(validTo));
  }
}
