package vn.tonghop.producer.revision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.report.ProgressReport;

/** All that one unit says on one programme of one period: reports that replace one another. */
public record Series(String unit, String programme, String period) {

  public static Series of(ProgressReport report) {
    return new Series(report.unit(), report.programme(), report.period());
  }

  /** Empty if the document's key could not be read. */
  public static Optional<Series> of(Receipt receipt) {
    @Nullable String unit = receipt.unit();
    @Nullable String programme = receipt.programme();
    @Nullable String period = receipt.period();
    return unit == null || programme == null || period == null
        ? Optional.empty()
        : Optional.of(new Series(unit, programme, period));
  }
}
