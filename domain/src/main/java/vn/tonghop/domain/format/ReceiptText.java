package vn.tonghop.domain.format;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;

/** A receipt for a clerk: what became of the report, what counts now, and what to put right. */
public final class ReceiptText {

  private static final int INDENT = 2;

  private static final DateTimeFormatter VI_DATE = DateTimeFormatter.ofPattern("d/M/uuuu");
  private static final DateTimeFormatter EN_DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final Receipt receipt;
  private final @Nullable ReceiptContext context;
  private final Language language;
  private final int width;

  private ReceiptText(
      Receipt receipt, @Nullable ReceiptContext context, Language language, int width) {
    this.receipt = receipt;
    this.context = context;
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
    return write(receipt, null, language, width);
  }

  /**
   * The same with what the report did, how late it was and where it stands.
   *
   * @param width columns that no line exceeds, at least {@value TextStyle#MIN_WIDTH}
   * @throws IllegalArgumentException if the width is too small
   */
  public static String write(
      Receipt receipt, @Nullable ReceiptContext context, Language language, int width) {
    if (width < TextStyle.MIN_WIDTH) {
      throw new IllegalArgumentException(
          width + " columns; at least " + TextStyle.MIN_WIDTH + " are needed");
    }
    return new ReceiptText(receipt, context, language, width).write();
  }

  private String write() {
    List<String> lines =
        new ArrayList<>(
            TextWidth.wrap(
                place() + key() + ": " + String.join("; ", verdict()) + source(), width, INDENT));
    findings(lines, receipt.errors(), language.pick("%s lỗi khác", "%s further errors"));
    findings(lines, receipt.warnings(), language.pick("%s cảnh báo khác", "%s further warnings"));
    return lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
  }

  private String place() {
    return context == null || context.place() == null ? "" : context.place() + ": ";
  }

  /** Where its record stands, for whoever looks into it. */
  private String source() {
    if (context == null) {
      return "";
    }
    @Nullable SourceRecord source = receipt.source();
    return source == null
        ? language.pick(" (không gửi)", " (not sent)")
        : " (%s-%d@%d)".formatted(source.topic(), source.partition(), source.offset());
  }

  private String key() {
    String known =
        Stream.of(receipt.unit(), receipt.programme(), receipt.period())
            .flatMap(Stream::ofNullable)
            .collect(Collectors.joining(" "));
    Integer revision = receipt.revision();
    return (known.isEmpty() ? language.pick("(không đọc được)", "(unreadable)") : known)
        + (revision == null || (context != null && receipt.outcome().isAccepted())
            ? ""
            : language.pick(" lần ", " revision ") + revision);
  }

  private List<String> verdict() {
    List<String> parts = new ArrayList<>();
    parts.add(did());
    @Nullable Boolean onTime = receipt.onTime();
    if (onTime != null) {
      parts.add(
          (onTime ? language.pick("đúng hạn", "on time") : language.pick("quá hạn", "late"))
              + byHowMuch());
    }
    @Nullable Integer counts = receipt.countsNow();
    if (context != null && receipt.outcome().isAccepted() && counts != null) {
      return parts;
    }
    if (counts == null && receipt.outcome() == Outcome.REJECTED) {
      // What counts is not known of what was not sent or cannot be read, and told to no other unit.
      return parts;
    }
    if (counts == null) {
      parts.add(language.pick("hiện không có báo cáo được tính", "no report counts now"));
    } else if (context != null && receipt.outcome() == Outcome.CONFLICT) {
      // Both have one revision.
      parts.add(language.pick("vẫn tính báo cáo đã nhận", "the accepted one counts still"));
    } else if (counts.equals(receipt.revision())) {
      parts.add(language.pick("đang được tính", "it counts now"));
    } else {
      parts.add(language.pick("đang tính lần %s", "revision %s counts now").formatted(counts));
    }
    return parts;
  }

  /** The outcome, and what it did to the report that was accepted before. */
  private String did() {
    Outcome outcome = receipt.outcome();
    if (context == null) {
      return outcome(outcome);
    }
    if (outcome.isAccepted()) {
      boolean warned = outcome == Outcome.ACCEPTED_WITH_WARNINGS;
      return language
              .pick(
                  warned ? "ĐÃ NHẬN là lần %d (có cảnh báo)" : "ĐÃ NHẬN là lần %d",
                  warned ? "ACCEPTED with warnings as revision %d" : "ACCEPTED as revision %d")
              .formatted(receipt.revision())
          + accepted(context.earlier());
    }
    return context.earlier() == null ? outcome(outcome) : refused(outcome, context.earlier());
  }

  private String accepted(ReceiptContext.@Nullable Earlier earlier) {
    boolean withdrawal = receipt.countsNow() == null;
    if (earlier == null) {
      return withdrawal
          ? language.pick(", không có báo cáo nào để rút", ", there was no report to take back")
          : language.pick(", báo cáo đầu tiên của kỳ", ", the first report of the period");
    }
    String revision = revision(earlier);
    if (withdrawal) {
      return earlier.counted()
          ? language.pick(", rút ", ", takes back ") + revision
          : language.pick(", báo cáo đã được rút ở ", ", taken back before by ") + revision;
    }
    return earlier.counted()
        ? language.pick(", thay ", ", replaces ") + revision
        : language.pick(", sau khi đã rút báo cáo ở ", ", after the withdrawal by ") + revision;
  }

  private String refused(Outcome outcome, ReceiptContext.Earlier earlier) {
    String revision = revision(earlier);
    return switch (outcome) {
      case DUPLICATE ->
          language
              .pick("TRÙNG với %s, không thay đổi gì", "DUPLICATE of %s, nothing changes")
              .formatted(revision);
      case CONFLICT ->
          language
              .pick(
                  "KHÁC NỘI DUNG với %s; hãy gửi với lần báo cáo cao hơn, hoặc để trống lần báo cáo",
                  "CONFLICT with %s, whose content is another; send it as a higher revision, or"
                      + " without one")
              .formatted(revision);
      case STALE ->
          language
              .pick(
                  "CŨ HƠN %s, bỏ qua; nếu đây là bản đúng, hãy để trống lần báo cáo và gửi lại",
                  "STALE, %s was accepted before; if this one is right, send it without a revision")
              .formatted(revision);
      case REJECTED, TESTED, ACCEPTED, ACCEPTED_WITH_WARNINGS -> outcome(outcome);
    };
  }

  private String revision(ReceiptContext.Earlier earlier) {
    return language
        .pick("lần %s ngày %s", "revision %s of %s")
        .formatted(earlier.revision(), date(earlier.receivedOn()));
  }

  private String byHowMuch() {
    ReceiptContext.@Nullable Punctuality known = context == null ? null : context.punctuality();
    if (known == null) {
      return "";
    }
    long days = ChronoUnit.DAYS.between(known.dueOn(), known.receivedOn());
    String due =
        language
            .pick(" (hạn hết ngày %s)", " (due by the end of %s)")
            .formatted(date(known.dueOn()));
    if (days == 0) {
      return language.pick(", vào ngày cuối cùng", ", on the last day") + due;
    }
    String count = new Figures(language).count(Math.abs(days));
    String english = count + (Math.abs(days) == 1 ? " day" : " days");
    return days > 0
        ? language.pick(" " + count + " ngày", " by " + english) + due
        : language.pick(", trước hạn " + count + " ngày", ", " + english + " early") + due;
  }

  private String date(LocalDate date) {
    return (language == Language.VI ? VI_DATE : EN_DATE).format(date);
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
              "KHÁC NỘI DUNG với báo cáo đã nhận cùng lần; hãy gửi với lần báo cáo cao hơn, hoặc để"
                  + " trống lần báo cáo",
              "CONFLICT with the accepted report of this revision; send it as a higher revision, or"
                  + " without one");
      case STALE ->
          language.pick(
              "CŨ HƠN báo cáo đã nhận, bỏ qua; nếu đây là bản đúng, hãy để trống lần báo cáo và gửi"
                  + " lại",
              "STALE, a higher revision was accepted before; if this one is right, send it without"
                  + " a revision");
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
