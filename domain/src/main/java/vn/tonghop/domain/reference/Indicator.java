package vn.tonghop.domain.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A numeric indicator of the catalogue.
 *
 * @param mayBeNegative whether a value below zero is allowed
 */
public record Indicator(
    String code,
    IndicatorKind kind,
    String nameVi,
    String nameEn,
    String measureVi,
    String measureEn,
    boolean mayBeNegative,
    @Nullable Baseline baseline) {

  /**
   * The value that one programme's figures are compared with.
   *
   * @param value not zero
   */
  public record Baseline(String programme, BigDecimal value, LocalDate date) {}
}
