package vn.tonghop.producer.cli;

import java.util.List;
import picocli.CommandLine.Parameters;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.producer.revision.Series;

/** Whose report on what and for when, as a picocli mixin. */
final class SeriesArguments {

  @Parameters(
      index = "0",
      paramLabel = "UNIT",
      description = {"Code of the unit / mã đơn vị, 40."})
  private String unit = "";

  @Parameters(
      index = "1",
      paramLabel = "PROGRAMME",
      description = {"Code of the work programme / mã chương trình công tác, CTCT-2024."})
  private String programme = "";

  @Parameters(
      index = "2",
      paramLabel = "PERIOD",
      description = {"Period / kỳ báo cáo, 2024-Q1."})
  private String period = "";

  Series series() {
    return new Series(unit, programme, period);
  }

  /**
   * The period.
   *
   * @throws UsageException if the label is malformed
   */
  Period period(Regime regime, Language lang) throws UsageException {
    return Period.parse(regime, period)
        .orElseThrow(
            () ->
                new UsageException(
                    List.of(
                        lang.pick(
                                "\"%s\": kỳ báo cáo sai mẫu; ví dụ đúng: 2024-M05, 2024-Q1,"
                                    + " 2024-S1, 2024-A1",
                                "\"%s\": malformed period; right ones look like 2024-M05, 2024-Q1,"
                                    + " 2024-S1, 2024-A1")
                            .formatted(period))));
  }

  @Override
  public String toString() {
    return unit + " " + programme + " " + period;
  }
}
