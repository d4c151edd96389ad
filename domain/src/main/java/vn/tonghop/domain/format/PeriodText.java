package vn.tonghop.domain.format;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;

/** A period, its dates and its deadline in words. */
public final class PeriodText {

  private static final List<String> QUARTERS = List.of("I", "II", "III", "IV");
  private static final int DUE_IS_MIDNIGHT_AFTER = 1;

  private final Language language;
  private final Figures figures;

  public PeriodText(Language language) {
    this.language = language;
    this.figures = new Figures(language);
  }

  /** Such as "Quý I năm 2024" or "Quarter I of 2024". */
  public String name(Period period) {
    int year = period.year();
    int index = period.index();
    return switch (period.length()) {
      case MONTH -> language.pick("Tháng %d năm %d", "Month %d of %d").formatted(index, year);
      case QUARTER ->
          language
              .pick("Quý %s năm %d", "Quarter %s of %d")
              .formatted(QUARTERS.get(index - 1), year);
      case HALF ->
          language
              .pick("6 tháng %s năm %d", "%s half of %d")
              .formatted(
                  index == 1 ? language.pick("đầu", "First") : language.pick("cuối", "Second"),
                  year);
      case YEAR -> language.pick("Năm %d", "Year %d").formatted(year);
    };
  }

  /** First and last day, both included. */
  public String dates(Period period) {
    return figures.date(period.firstDay()) + " – " + figures.date(period.lastDay());
  }

  /** The days that the figures are as at; empty where there are none. */
  public Optional<String> asAt(List<LocalDate> days) {
    if (days.isEmpty()) {
      return Optional.empty();
    }
    String first = figures.date(Collections.min(days));
    String last = figures.date(Collections.max(days));
    return Optional.of(
        language.pick("Số liệu tính đến ngày ", "Figures as at ")
            + last
            + (first.equals(last)
                ? ""
                : language.pick(", sớm nhất là ngày ", ", the earliest as at ") + first));
  }

  /** Last day on which a report is on time, and by which rule. */
  public String due(Period period) {
    String day = figures.date(period.dueAt().toLocalDate().minusDays(DUE_IS_MIDNIGHT_AFTER));
    return language.pick("Hạn gửi báo cáo: hết ngày ", "Reports due by the end of ")
        + day
        + " ("
        + regime(period.regime())
        + ")";
  }

  /** The part of a label after its year, such as Q1 or M02. */
  public static String withinYear(Period period) {
    return period.label().substring(period.label().indexOf('-') + 1);
  }

  private String regime(Regime regime) {
    return switch (regime) {
      case DECREE_09_2019 -> language.pick("Nghị định 09/2019/NĐ-CP", "Decree 09/2019/NĐ-CP");
      case CALENDAR -> language.pick("theo năm dương lịch", "calendar year");
    };
  }
}
