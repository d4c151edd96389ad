package vn.tonghop.producer.form;

import java.time.LocalDate;
import java.util.Optional;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.Programme;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.producer.revision.Series;

/** Which report a form is for. */
public record FormHead(ReportingUnit unit, Programme programme, Period period, LocalDate asOf) {

  /** Empty if unit or programme is in no catalogue. */
  public static Optional<FormHead> of(
      Series series, Period period, LocalDate asOf, ReferenceData data) {
    return data.unit(series.unit(), period.lastDay())
        .flatMap(
            unit ->
                data.programme(series.programme())
                    .map(programme -> new FormHead(unit, programme, period, asOf)));
  }

  String title() {
    return "BÁO CÁO TIẾN ĐỘ: %s, %s, kỳ %s"
        .formatted(unit.nameVi(), programme.titleVi(), period.label());
  }

  String subtitle() {
    return "Progress report: %s, %s, %s. Thời hạn gửi báo cáo / due by the end of: %s"
        .formatted(
            unit.nameEn(), programme.titleEn(), period.label(), GuideSheet.date(period.dueOn()));
  }
}
