package vn.tonghop.producer.cli;

import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.ReceiptJson;

/** How receipts are printed: one line each, for people or for programs. */
enum ReceiptFormat {
  TEXT,
  JSON;

  String line(Receipt receipt, Language lang) {
    return this == JSON ? ReceiptJson.write(receipt) : OneLine.of(text(receipt, lang));
  }

  private static String text(Receipt receipt, Language lang) {
    StringJoiner line = new StringJoiner(" ");
    line.add(orUnknown(receipt.unit()));
    line.add(orUnknown(receipt.programme()));
    line.add(orUnknown(receipt.period()));
    line.add(lang.pick("lần ", "rev ") + orUnknown(receipt.revision()));
    line.add(receipt.outcome().name());
    if (receipt.onTime() != null) {
      line.add(receipt.onTime() ? lang.pick("đúng hạn", "on time") : lang.pick("quá hạn", "late"));
    }
    if (receipt.countsNow() != null) {
      line.add(lang.pick("lần đang tính: %s", "counts now: %s").formatted(receipt.countsNow()));
    }
    SourceRecord source = receipt.source();
    line.add(
        source == null
            ? lang.pick("(không gửi)", "(not sent)")
            : "(%s-%d@%d)".formatted(source.topic(), source.partition(), source.offset()));
    Stream.concat(receipt.errors().listed().stream(), receipt.warnings().listed().stream())
        .forEach(finding -> line.add("| " + FindingLines.line(finding, lang)));
    return line.toString();
  }

  private static String orUnknown(@Nullable Object value) {
    return value == null ? "?" : value.toString();
  }
}
