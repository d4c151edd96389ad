package vn.tonghop.streams.topology;

import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Receipt;

/** Puts receipts under programme and period, or under no key where these could not be read. */
final class ReceiptKeys {

  private ReceiptKeys() {}

  @SuppressWarnings("NullAway") // Kafka means "no key" by null.
  static KeyValue<String, Receipt> keyed(Receipt receipt) {
    @Nullable String key =
        receipt.programme() == null || receipt.period() == null
            ? null
            : receipt.programme() + "|" + receipt.period();
    return KeyValue.pair(key, receipt);
  }
}
