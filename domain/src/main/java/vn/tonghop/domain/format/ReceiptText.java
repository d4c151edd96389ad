package vn.tonghop.domain.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;

/** A receipt for a clerk: what became of the report, what counts now, and what to put right. */
public final class ReceiptText {

  private static final int INDENT = 2;

  private final Receipt receipt;
  private final Language language;
  private final int width;

  private ReceiptText(Receipt receipt, Language language, int width) {
    this.receipt = receipt;
    this.language = language;
    this.width = width;
  }

  /**
   * One or more lines, each with its end.
   *
   * @param width columns that no line exceeds, at least {@value TextStyle#MIN_WIDTH}
   * @throws IllegalArgumentException if the width is too small
   */
  public static String write(Receipt receipt, Language language, int width) {
    if (width < TextStyle.MIN_WIDTH) {
      throw new IllegalArgumentException(
          width + " columns; at least " + TextStyle.MIN_WIDTH + " are needed");
    }
    return new ReceiptText(receipt, language, width).write();
  }

  private String write() {
    List<String> lines =
        new ArrayList<>(TextWidth.wrap(key() + ": " + String.join("; ", verdict()), width, INDENT));
    findings(lines, receipt.errors(), language.pick("%s lỗi khác", "%s further errors"));
    findings(lines, receipt.warnings(), language.pick("%s cảnh báo khác", "%s further warnings"));
    return lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
  }

  private String key() {
    String known =
        Stream.of(receipt.unit(), receipt.programme(), receipt.period())
            .flatMap(Stream::ofNullable)
            .collect(Collectors.joining(" "));
    Integer revision = receipt.revision();
    return (known.isEmpty() ? language.pick("(không đọc được)", "(unreadable)") : known)
        + (revision == null ? "" : language.pick(" lần ", " revision ") + revision);
  }

  private List<String> verdict() {
    List<String> parts = new ArrayList<>();
    parts.add(outcome(receipt.outcome()));
    @Nullable Boolean onTime = receipt.onTime();
    if (onTime != null) {
      parts.add(onTime ? language.pick("đúng hạn", "on time") : language.pick("quá hạn", "late"));
    }
    @Nullable Integer counts = receipt.countsNow();
    if (counts == null) {
      parts.add(language.pick("hiện không có báo cáo được tính", "no report counts now"));
    } else if (counts.equals(receipt.revision())) {
      parts.add(language.pick("đang được tính", "it counts now"));
    } else {
      parts.add(language.pick("đang tính lần %s", "revision %s counts now").formatted(counts));
    }
    return parts;
  }

  private String outcome(Outcome outcome) {
    return switch (outcome) {
      case REJECTED ->
          language.pick("KHÔNG NHẬN, cần sửa và gửi lại", "REJECTED, correct it and send again");
      case TESTED -> language.pick("ĐÃ KIỂM TRA THỬ, không tính", "TESTED, does not count");
      case ACCEPTED -> language.pick("ĐÃ NHẬN", "ACCEPTED");
      case ACCEPTED_WITH_WARNINGS ->
          language.pick("ĐÃ NHẬN, có cảnh báo", "ACCEPTED with warnings");
      case DUPLICATE ->
          language.pick("TRÙNG với báo cáo đã nhận, bỏ qua", "DUPLICATE of an accepted report");
      case CONFLICT ->
          language.pick(
              "KHÁC NỘI DUNG với báo cáo đã nhận cùng lần, hãy gửi với lần báo cáo cao hơn",
              "CONFLICT with the accepted report of this revision, send a higher revision");
      case STALE ->
          language.pick(
              "CŨ HƠN báo cáo đã nhận, bỏ qua", "STALE, a higher revision was accepted before");
    };
  }

  private void findings(List<String> lines, FindingList findings, String more) {
    for (Finding finding : findings.listed()) {
      String place = finding.path().equals(Finding.DOCUMENT) ? "" : " " + finding.path();
      add(lines, finding.rule() + place + ": " + language.pick(finding.vi(), finding.en()));
    }
    int unlisted = findings.count() - findings.listed().size();
    if (unlisted > 0) {
      add(lines, "… " + more.formatted(new Figures(language).count(unlisted)));
    }
  }

  private void add(List<String> lines, String text) {
    TextWidth.wrap(text, width - INDENT, INDENT)
        .forEach(line -> lines.add(" ".repeat(INDENT) + line));
  }
}
