package vn.tonghop.standalone;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.standalone.table.CommittedTables;
import vn.tonghop.standalone.table.TableRequest;

/** The published figures of the reviews (roll-up.md §9), each as the tables have it. */
final class PublishedFigures {

  private final Regime regime;
  private final CommittedTables committed;
  private final ReferenceData reference;
  private final Language language;
  private final Figures figures;
  private final List<String> lines = new ArrayList<>();

  private PublishedFigures(
      Regime regime, CommittedTables committed, ReferenceData reference, Language language) {
    this.regime = regime;
    this.committed = committed;
    this.reference = reference;
    this.language = language;
    this.figures = new Figures(language);
  }

  /** One line a figure, read from the committed tables. */
  static List<String> lines(
      Regime regime, CommittedTables committed, ReferenceData reference, Language language) {
    PublishedFigures published = new PublishedFigures(regime, committed, reference, language);
    published.tasks();
    published.indicators();
    return published.lines;
  }

  private void tasks() {
    TableView half = table("2024-S1", "BTCTW-2024");
    line(
        "2024-S1",
        "hoàn thành %d/%d nhiệm vụ = %s",
        "%d of %d tasks completed = %s",
        half.total().done(),
        half.total().assigned(),
        percent(half.total().done(), half.total().assigned()));
    line(
        "2024-S1",
        "Kế hoạch 03: hoàn thành %d; Kế hoạch 12: hoàn thành %d",
        "plan 03: %d completed; plan 12: %d completed",
        table("2024-S1", "KH03-2024").total().done(),
        table("2024-S1", "KH12-2024").total().done());
    Measures volume = table("2021-S1", "BTCTW-2021").total();
    line(
        "2021-S1",
        "hoàn thành %s khối lượng công việc",
        "%s of the volume of work done",
        percent(volume.percentSum(), Math.multiplyExact(100, volume.assigned())));
    TableView quarter = table("2022-Q1", "BTCTW-2022");
    line(
        "2022-Q1",
        "%d nhiệm vụ theo cấp giao: %s",
        "%d tasks by assigning authority: %s",
        quarter.total().assigned(),
        quarter.byAssignedBy().stream()
            .map(each -> "" + each.measures().assigned())
            .collect(Collectors.joining(" + ")));
  }

  private void indicators() {
    indicator("2021-S1", "BTCTW-2021", "RECOMMENDATIONS");
    indicator("2020-Q1", "BTCTW-2020", "PILOT_CONGRESSES");
    indicator("2021-Q3", "BTCTW-2021", "POSTS");
  }

  private void indicator(String period, String programme, String code) {
    table(period, programme).indicators().stream()
        .filter(each -> each.figure().code().equals(code))
        .forEach(
            each -> {
              String value = figures.value(each.figure().value());
              BigDecimal change = each.changePercent();
              line(
                  period,
                  "%s: %s%s%s",
                  "%s: %s%s%s",
                  language.pick(each.name(), each.nameEn()),
                  value,
                  each.figure().partial() ? language.pick(" (chưa đủ các kỳ)", " (partial)") : "",
                  each.change() == null || change == null
                      ? ""
                      : " (%s, %s)"
                          .formatted(figures.change(each.change()), figures.percentChange(change)));
            });
  }

  private TableView table(String period, String programme) {
    return TableRequest.of(regime, period, programme)
        .view(committed, reference)
        .orElseThrow(() -> new IllegalStateException(programme + " is no programme"));
  }

  private void line(String period, String vi, String en, Object... found) {
    lines.add("  " + period + "  " + language.pick(vi, en).formatted(found));
  }

  /** A share in per cent; the published figures have a decimal only where it is not zero. */
  private String percent(long part, long whole) {
    return figures.share(part, whole).replaceFirst("[.,]0%$", "%");
  }
}
