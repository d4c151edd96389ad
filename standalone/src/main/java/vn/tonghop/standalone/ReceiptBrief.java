package vn.tonghop.standalone;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.TextWidth;

/**
 * Hundreds of receipts on one screen: how many of each outcome, then one line each for those that
 * ask for attention, as long as there is room.
 */
final class ReceiptBrief {

  /** Receipts that get a line of their own, at most. */
  static final int LISTED = 30;

  private final Language language;
  private final Figures figures;
  private final int width;

  private ReceiptBrief(Language language, int width) {
    this.language = language;
    this.figures = new Figures(language);
    this.width = width;
  }

  /**
   * Lines without their ends.
   *
   * @param receipts in the order sent
   * @param width columns that no line exceeds
   */
  static List<String> lines(List<Receipt> receipts, Language language, int width) {
    return new ReceiptBrief(language, width).lines(receipts);
  }

  private List<String> lines(List<Receipt> receipts) {
    List<String> lines = new ArrayList<>(outcomes(receipts));
    List<Receipt> notable = receipts.stream().filter(ReceiptBrief::isNotable).toList();
    if (!notable.isEmpty()) {
      lines.add(language.pick("Cần lưu ý:", "Worth a look:"));
    }
    notable.stream().limit(LISTED).forEach(receipt -> lines.add(cut("  " + line(receipt))));
    if (notable.size() > LISTED) {
      String left = figures.count(notable.size() - LISTED);
      lines.add("  " + language.pick("… và %s biên nhận khác", "… and %s more").formatted(left));
    }
    return lines;
  }

  private List<String> outcomes(List<Receipt> receipts) {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    receipts.forEach(receipt -> counts.merge(receipt.outcome(), 1L, Math::addExact));
    List<String> lines = new ArrayList<>();
    lines.add(count(receipts.size()) + language.pick("báo cáo đã gửi", "reports sent"));
    for (Outcome outcome : Outcome.values()) {
      long count = counts.getOrDefault(outcome, 0L);
      if (count > 0) {
        lines.add(count(count) + name(outcome));
      }
    }
    long late = receipts.stream().filter(ReceiptBrief::isLate).count();
    if (late > 0) {
      lines.add(count(late) + language.pick("trong đó gửi quá hạn", "of these late"));
    }
    return lines;
  }

  private String count(long count) {
    return "%7s  ".formatted(figures.count(count));
  }

  /** Lateness alone is no reason for a line: there is a count, and the tables mark it. */
  private static boolean isNotable(Receipt receipt) {
    return receipt.outcome() != Outcome.ACCEPTED && !rules(receipt).equals(Set.of(Rule.W01));
  }

  private static boolean isLate(Receipt receipt) {
    return Boolean.FALSE.equals(receipt.onTime());
  }

  private static Set<Rule> rules(Receipt receipt) {
    return findings(receipt).map(Finding::rule).collect(Collectors.toSet());
  }

  /** Errors come first: they are to be put right. */
  private static Stream<Finding> findings(Receipt receipt) {
    return Stream.of(receipt.errors(), receipt.warnings()).flatMap(each -> each.listed().stream());
  }

  /** Lateness is left out: it has been counted already. */
  private String line(Receipt receipt) {
    String key =
        Stream.of(receipt.unit(), receipt.programme(), receipt.period())
            .flatMap(Stream::ofNullable)
            .collect(Collectors.joining(" "));
    Integer revision = receipt.revision();
    String first =
        (key.isEmpty() ? language.pick("(không đọc được)", "(unreadable)") : key)
            + (revision == null ? "" : "/" + revision);
    List<Finding> told = findings(receipt).filter(each -> each.rule() != Rule.W01).toList();
    if (told.isEmpty()) {
      return first + "  " + name(receipt.outcome());
    }
    String others = told.size() == 1 ? "" : " (+%d)".formatted(told.size() - 1);
    return "%s  %s%s %s"
        .formatted(
            first, told.get(0).rule(), others, language.pick(told.get(0).vi(), told.get(0).en()));
  }

  private String cut(String line) {
    return TextWidth.cut(TextWidth.clean(line), width);
  }

  private String name(Outcome outcome) {
    return switch (outcome) {
      case ACCEPTED -> language.pick("đã nhận", "accepted");
      case ACCEPTED_WITH_WARNINGS ->
          language.pick("đã nhận, có cảnh báo", "accepted with warnings");
      case DUPLICATE -> language.pick("gửi trùng, bỏ qua", "duplicate, ignored");
      case CONFLICT -> language.pick("khác nội dung với lần đã nhận", "conflict, does not count");
      case STALE -> language.pick("cũ hơn lần đã nhận, bỏ qua", "stale, ignored");
      case REJECTED -> language.pick("không nhận, cần sửa", "rejected, to be corrected");
      case TESTED -> language.pick("kiểm tra thử, không tính", "tested, does not count");
    };
  }
}
