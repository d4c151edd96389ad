package vn.tonghop.console.view;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;

/** Reads the keys of records, which are texts parted by bars. */
final class Keys {

  private static final char BAR = '|';

  private Keys() {}

  /** Of a table's record: {@code <programme>|<target>}. */
  static Optional<TableKey> table(Regime regime, @Nullable String key) {
    int bar = key == null ? -1 : key.lastIndexOf(BAR);
    return key == null || bar < 0
        ? Optional.empty()
        : Period.parse(regime, key.substring(bar + 1))
            .filter(Period::isTarget)
            .map(target -> new TableKey(key.substring(0, bar), target));
  }

  /** Whose standing in which table. */
  record StandingKey(TableKey table, String body) {}

  /** Of a standing's record: {@code <programme>|<target>|<body>}. */
  static Optional<StandingKey> standing(Regime regime, @Nullable String key) {
    int bar = key == null ? -1 : key.lastIndexOf(BAR);
    return key == null || bar < 0
        ? Optional.empty()
        : table(regime, key.substring(0, bar))
            .map(table -> new StandingKey(table, key.substring(bar + 1)));
  }

  /** Of a receipt's record: {@code <programme>|<period>}, if it could be that of a report. */
  static Optional<ReportKey> report(Regime regime, String unit, @Nullable String key) {
    int bar = key == null ? -1 : key.lastIndexOf(BAR);
    if (key == null || bar < 0) {
      return Optional.empty();
    }
    String period = key.substring(bar + 1);
    return Period.parse(regime, period)
        .map(known -> new ReportKey(unit, key.substring(0, bar), period));
  }
}
