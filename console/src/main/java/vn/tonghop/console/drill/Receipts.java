package vn.tonghop.console.drill;

import java.util.Optional;
import vn.tonghop.console.view.Answered;
import vn.tonghop.console.view.Logged;
import vn.tonghop.console.view.Report;
import vn.tonghop.console.view.ReportKey;
import vn.tonghop.console.view.View;
import vn.tonghop.domain.acceptance.Receipt;

/** Finds the receipt of a report record. */
final class Receipts {

  private Receipts() {}

  /**
   * The receipt that names the record. Of the series' receipts only those are read that have the
   * report's time.
   */
  static Optional<Logged<Receipt>> of(Logged<Report> report, ReportKey key, View view) {
    for (Answered answered : view.receipts(key)) {
      if (answered.at().equals(report.at())) {
        Optional<Logged<Receipt>> receipt = view.receipt(answered.receipt());
        if (receipt.filter(each -> report.source().equals(each.value().source())).isPresent()) {
          return receipt;
        }
      }
    }
    return Optional.empty();
  }
}
