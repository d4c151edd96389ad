package vn.tonghop.console.picture;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.tonghop.console.picture.PictureModel.Day;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;

/** Draws coverage day by day around the deadline. */
final class DayCourse {

  private static final String REPORTED = "#0072b2";
  private static final String EXPECTED = "#595959";

  private final CoverageCourse course;
  private final int unknown;
  private final Language language;
  private final Figures figures;

  /**
   * @param unknown how many units reported at a time that is not known
   */
  DayCourse(CoverageCourse course, int unknown, Language language) {
    this.course = course;
    this.unknown = unknown;
    this.language = language;
    this.figures = new Figures(language);
  }

  PictureModel.Days draw() {
    return new PictureModel.Days(
        chart(),
        course.days().stream().map(this::day).toList(),
        language.pick("Hạn gửi báo cáo: hết ngày ", "Reports due by the end of ")
            + figures.date(course.due()),
        note());
  }

  private ChartData chart() {
    List<CoverageCourse.Day> days = course.days();
    return new ChartData(
        "steps",
        language.pick(
            "Số đơn vị đã có báo cáo được nhận, theo ngày",
            "Units with an accepted report, by day"),
        language.pick("đơn vị", "units"),
        null,
        days.stream().map(this::label).toList(),
        List.of(
            new ChartData.Set(
                language.pick("Đã có báo cáo", "Reported"),
                days.stream().map(day -> BigDecimal.valueOf(day.reported())).toList(),
                days.stream().map(this::share).toList(),
                List.of(REPORTED),
                false),
            new ChartData.Set(
                language.pick("Phải báo cáo", "Expected"),
                days.stream().map(day -> BigDecimal.valueOf(course.expected())).toList(),
                days.stream().map(day -> figures.count(course.expected())).toList(),
                List.of(EXPECTED),
                true)));
  }

  private String label(CoverageCourse.Day day) {
    String date = figures.date(day.date());
    return day.date().equals(course.due()) ? date + language.pick(" (hạn)", " (due)") : date;
  }

  private String share(CoverageCourse.Day day) {
    return figures.count(day.reported()) + "/" + figures.count(course.expected());
  }

  private Day day(CoverageCourse.Day day) {
    long left = ChronoUnit.DAYS.between(day.date(), course.due());
    String toDeadline =
        left == 0
            ? language.pick("ngày cuối", "last day")
            : left > 0
                ? language.pick("còn %s ngày", "%s days left").formatted(figures.count(left))
                : language.pick("quá %s ngày", "%s days after").formatted(figures.count(-left));
    return new Day(figures.date(day.date()), toDeadline, share(day));
  }

  private String note() {
    String later =
        course.later() == 0
            ? ""
            : language
                .pick(
                    "%s đơn vị có báo cáo sau ngày cuối của hình. ",
                    "%s units reported after the last day shown. ")
                .formatted(figures.count(course.later()));
    return unknown == 0
        ? later
        : later
            + language
                .pick(
                    "Với %s đơn vị không rõ báo cáo được nhận lúc nào.",
                    "Of %s units it is not known when their report was received.")
                .formatted(figures.count(unknown));
  }
}
