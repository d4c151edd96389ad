package vn.tonghop.producer.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.period.Regime;

/** Which receipts are asked for, as a picocli mixin; all of them unless something is said. */
final class ReceiptFilter {

  @Option(
      names = "--programme",
      paramLabel = "PROGRAMME",
      description = {"Of this work programme / của chương trình công tác này."})
  private @Nullable String programme;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      description = {"Of this period, such as 2024-Q1 / của kỳ này."})
  private @Nullable String period;

  @Option(
      names = "--outcome",
      paramLabel = "ACCEPTED|ACCEPTED_WITH_WARNINGS|DUPLICATE|CONFLICT|STALE|REJECTED|TESTED",
      split = ",",
      description = {
        "With one of these outcomes, parted by commas /",
        "có một trong các kết quả này, cách nhau bằng dấu phẩy."
      })
  private List<Outcome> outcomes = new ArrayList<>();

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = {"Given on that day or later / từ ngày này trở đi."})
  private @Nullable LocalDate since;

  boolean matches(Receipt receipt) {
    return (programme == null || Objects.equals(programme, receipt.programme()))
        && (period == null || Objects.equals(period, receipt.period()))
        && (outcomes.isEmpty() || outcomes.contains(receipt.outcome()))
        && (since == null
            || !LocalDate.ofInstant(receipt.decidedAt(), Regime.ZONE).isBefore(since));
  }
}
