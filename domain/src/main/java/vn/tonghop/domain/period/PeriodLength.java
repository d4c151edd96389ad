package vn.tonghop.domain.period;

import java.util.Optional;

/** The four lengths of a period; the constants are in order of length. */
public enum PeriodLength {
  MONTH('M', 1),
  QUARTER('Q', 3),
  HALF('S', 6),
  YEAR('A', 12);

  private static final int MONTHS_A_YEAR = 12;

  private final char letter;
  private final int months;

  PeriodLength(char letter, int months) {
    this.letter = letter;
    this.months = months;
  }

  /** Letter in a label: M, Q, S or A. */
  char letter() {
    return letter;
  }

  /** Length in months: 1, 3, 6 or 12. */
  public int months() {
    return months;
  }

  /** How many such periods make a year: 12, 4, 2 or 1. */
  public int perYear() {
    return MONTHS_A_YEAR / months;
  }

  /** The length of its parts: a year's are halves; a month has none. */
  Optional<PeriodLength> shorter() {
    return switch (this) {
      case MONTH -> Optional.empty();
      case QUARTER -> Optional.of(MONTH);
      case HALF -> Optional.of(QUARTER);
      case YEAR -> Optional.of(HALF);
    };
  }

  /** Whether national tables are made for periods of this length: all but months. */
  public boolean isTarget() {
    return this != MONTH;
  }
}
