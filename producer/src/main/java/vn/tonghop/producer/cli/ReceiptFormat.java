package vn.tonghop.producer.cli;

import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.ReceiptJson;
import vn.tonghop.domain.format.TextWidth;
import vn.tonghop.producer.text.Columns;

/** How receipts are printed: for people, what was found below; or a line each, for programs. */
enum ReceiptFormat {
  TEXT,
  JSON;

  private static final int INDENT = 2;

  /** A receipt without the last line end. */
  String write(Receipt receipt, Language lang) {
    return this == JSON ? ReceiptJson.write(receipt) : text(receipt, lang);
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
    return Stream.of(
            Stream.of(wrapped(line.toString(), 0)),
            findings(receipt.errors(), lang),
            findings(receipt.warnings(), lang))
        .flatMap(each -> each)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> findings(FindingList findings, Language lang) {
    int left = findings.count() - findings.listed().size();
    return Stream.concat(
        findings.listed().stream()
            .map(finding -> wrapped(FindingLines.line(finding, lang), INDENT)),
        left > 0 ? Stream.of(wrapped(FindingLines.more(left, lang), INDENT)) : Stream.of());
  }

  private static String wrapped(String text, int indent) {
    return TextWidth.wrap(text, Columns.ofStandardOutput() - indent, 2 * INDENT).stream()
        .map(line -> " ".repeat(indent) + line)
        .collect(Collectors.joining("\n"));
  }

  private static String orUnknown(@Nullable Object value) {
    return value == null ? "?" : value.toString();
  }
}
