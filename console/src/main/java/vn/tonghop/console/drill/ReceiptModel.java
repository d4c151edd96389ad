package vn.tonghop.console.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.view.Logged;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;

/**
 * A receipt beside its report.
 *
 * @param accepted whether the report's revision counted from then on
 * @param says on time or late, what counted after it
 * @param findings errors, then warnings
 * @param place of the receipt itself
 */
public record ReceiptModel(
    String outcome,
    boolean accepted,
    List<Said> says,
    List<Found> findings,
    String more,
    String digest,
    String place,
    String decidedAt) {

  public ReceiptModel {
    says = List.copyOf(says);
    findings = List.copyOf(findings);
  }

  /** One of its statements, under what it is about. */
  public record Said(String about, String text) {}

  /** One error or warning. */
  public record Found(String code, String place, String text) {}

  static ReceiptModel of(Logged<Receipt> logged, Language language, Terms terms) {
    Receipt receipt = logged.value();
    Figures figures = new Figures(language);
    return new ReceiptModel(
        terms.outcome(receipt.outcome()),
        receipt.outcome().isAccepted(),
        says(receipt, language),
        Stream.of(receipt.errors(), receipt.warnings())
            .flatMap(list -> list.listed().stream())
            .map(
                finding ->
                    new Found(
                        finding.rule().name(),
                        finding.path(),
                        language.pick(finding.vi(), finding.en())))
            .toList(),
        more(unlisted(receipt.errors()) + unlisted(receipt.warnings()), language, figures),
        Objects.requireNonNullElse(receipt.digest(), Figures.NONE),
        Terms.coordinates(logged.source()),
        figures.time(receipt.decidedAt()));
  }

  private static int unlisted(FindingList list) {
    return list.count() - list.listed().size();
  }

  private static String more(int more, Language language, Figures figures) {
    return more == 0
        ? ""
        : language.pick("và %s lỗi, cảnh báo khác", "and %s more").formatted(figures.count(more));
  }

  private static List<Said> says(Receipt receipt, Language language) {
    List<Said> says = new ArrayList<>();
    @Nullable Boolean onTime = receipt.onTime();
    if (onTime != null) {
      says.add(
          new Said(
              language.pick("Thời hạn", "Deadline"),
              onTime ? language.pick("đúng hạn", "on time") : language.pick("muộn", "late")));
    }
    String counting = language.pick("Lần được tính", "What counted");
    @Nullable Integer counts = receipt.countsNow();
    if (counts != null) {
      says.add(
          new Said(
              counting,
              language
                  .pick("sau bản ghi này tính lần %d", "after it revision %d counted")
                  .formatted(counts)));
    } else if (receipt.outcome().isAccepted()) {
      says.add(
          new Said(
              counting,
              language.pick(
                  "sau bản ghi này kỳ không có báo cáo", "after it the period had no report")));
    }
    return says;
  }
}
