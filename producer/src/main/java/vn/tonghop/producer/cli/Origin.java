package vn.tonghop.producer.cli;

import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.producer.file.Locator;
import vn.tonghop.producer.file.Place;

/** Where in a file a report stands that a receipt answers. */
record Origin(Place place, Locator locator) {

  /** The receipt with the places in the file beside the paths. */
  Receipt located(Receipt receipt) {
    return new Receipt(
        receipt.unit(),
        receipt.programme(),
        receipt.period(),
        receipt.revision(),
        receipt.outcome(),
        locator.located(receipt.errors()),
        locator.located(receipt.warnings()),
        receipt.onTime(),
        receipt.countsNow(),
        receipt.source(),
        receipt.digest(),
        receipt.referenceVersion(),
        receipt.decidedAt());
  }
}
