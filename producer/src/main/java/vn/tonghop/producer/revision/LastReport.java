package vn.tonghop.producer.revision;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;

/**
 * What a unit said last on a programme: of a period, its own report, or else the one whose period
 * ended last, of two the longer. It must be of the same body: a code may have been given to
 * another.
 */
public record LastReport(Series series, Accepted accepted) {

  public static Optional<LastReport> upTo(
      Period period, Series wanted, ReceiptHistory history, ReferenceData data) {
    Optional<String> body = body(wanted.unit(), period, data);
    return history.accepted().entrySet().stream()
        .filter(each -> each.getValue().counts())
        .filter(each -> each.getKey().unit().equals(wanted.unit()))
        .filter(each -> each.getKey().programme().equals(wanted.programme()))
        .filter(
            each -> {
              Optional<Period> other = period(each.getKey(), period.regime());
              return other.isPresent()
                  && !period.endsBefore(other.get())
                  && body.equals(body(wanted.unit(), other.get(), data));
            })
        .max(
            Comparator.comparing((Map.Entry<Series, Accepted> each) -> each.getKey().equals(wanted))
                .thenComparing(
                    each ->
                        period(each.getKey(), period.regime()).map(Period::lastDay).orElseThrow())
                .thenComparing(
                    each ->
                        period(each.getKey(), period.regime())
                            .map(other -> other.length().months())
                            .orElseThrow()))
        .map(each -> new LastReport(each.getKey(), each.getValue()));
  }

  private static Optional<Period> period(Series series, Regime regime) {
    return Period.parse(regime, series.period());
  }

  private static Optional<String> body(String unit, Period period, ReferenceData data) {
    return data.unit(unit, period.lastDay()).map(ReportingUnit::body);
  }
}
