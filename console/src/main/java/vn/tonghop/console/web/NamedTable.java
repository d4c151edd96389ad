package vn.tonghop.console.web;

import io.javalin.http.Context;
import java.util.Optional;
import vn.tonghop.console.view.TableKey;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.Programme;
import vn.tonghop.domain.reference.ReferenceData;

/** The table that an address names by {@code {programme}} and {@code {period}}. */
public record NamedTable(Programme programme, Period period) {

  /** Empty if there can be none: an unknown programme, a year outside it, or no target period. */
  public static Optional<NamedTable> of(Context request, Regime regime, ReferenceData reference) {
    return Period.parse(regime, request.pathParam("period"))
        .filter(Period::isTarget)
        .flatMap(
            period ->
                reference
                    .programme(request.pathParam("programme"))
                    .filter(programme -> programme.runsIn(period.year()))
                    .map(programme -> new NamedTable(programme, period)));
  }

  public TableKey key() {
    return new TableKey(programme.code(), period);
  }
}
