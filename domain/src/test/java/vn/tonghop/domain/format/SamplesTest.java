package vn.tonghop.domain.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.CodeMeasures;
import vn.tonghop.domain.table.IndicatorView;
import vn.tonghop.domain.table.TableView;

/** The reviews lead to the published figures. */
class SamplesTest {

  private final ReferenceData reference = ReferenceData.bundled();
  private final RollUp reviews = rollUp("reviews");

  @Test
  void fiveOfEighteenTasksAreDoneInTheFirstHalfOf2024() {
    Measures total = reviews.table("BTCTW-2024", "2024-S1").total();
    assertEquals(18, total.assigned());
    assertEquals(5, total.done());
    assertEquals(5, total.completedInPeriod());
    assertEquals(new BigDecimal("0.2778"), total.rateAll());
    assertEquals(2, reviews.table("KH03-2024", "2024-S1").total().done());
    assertEquals(3, reviews.table("KH12-2024", "2024-S1").total().done());
  }

  @Test
  void halfTheVolumeOfWorkIsDoneInTheFirstHalfOf2021() {
    Measures total = reviews.table("BTCTW-2021", "2021-S1").total();
    assertEquals(new BigDecimal("0.5000"), total.rateVolume());
  }

  @Test
  void nineteenTasksOf2022ComeFromThreeAuthorities() {
    TableView table = reviews.table("BTCTW-2022", "2022-Q1");
    assertEquals(19, table.total().assigned());
    assertEquals(0, table.total().done());
    assertEquals(
        Map.of("CENTRAL_COMMITTEE", 2L, "POLITBURO", 10L, "SECRETARIAT", 7L),
        table.byAssignedBy().stream()
            .collect(Collectors.toMap(CodeMeasures::code, row -> row.measures().assigned())));
  }

  @Test
  void recommendationsAndPilotCongressesAreFlows() {
    IndicatorView recommendations =
        indicator(reviews.table("BTCTW-2021", "2021-S1"), "RECOMMENDATIONS");
    assertEquals(new BigDecimal("227.000"), recommendations.figure().value());
    assertEquals(false, recommendations.figure().partial());
    IndicatorView congresses =
        indicator(reviews.table("BTCTW-2020", "2020-Q1"), "PILOT_CONGRESSES");
    assertEquals(new BigDecimal("295.000"), congresses.figure().value());
    assertTrue(congresses.figure().partial(), "only February is known");
  }

  @Test
  void postsAreComparedWithTheirBaseline() {
    IndicatorView posts = indicator(reviews.table("BTCTW-2021", "2021-Q3"), "POSTS");
    assertEquals(new BigDecimal("2887500.000"), posts.figure().value());
    assertEquals(new BigDecimal("-762800.000"), posts.change());
    assertEquals(new BigDecimal("-20.9"), posts.changePercent());
  }

  @Test
  void everyReviewIsAcceptedAndOnTime() {
    assertEquals(
        List.of("X-BTCTW BTCTW-2021 2021-Q3/1 [W06]"), warned(reviews), "posts as at 30 June");
    assertTrue(
        reviews.receipts.stream().allMatch(receipt -> Boolean.TRUE.equals(receipt.onTime())));
  }

  @Test
  void everySampleSaysWhatIsInvented() {
    for (ProgressReport report : SampleReports.read("reviews")) {
      report
          .tasks()
          .forEach(task -> assertTrue(String.valueOf(task.note()).contains("invented task")));
    }
  }

  @Test
  void filesAreComposedUnicodeInUtf8() throws IOException {
    for (Path file : SampleReports.files("reviews")) {
      String text = Files.readString(file);
      assertTrue(Normalizer.isNormalized(text, Normalizer.Form.NFC), file.toString());
    }
  }

  private RollUp rollUp(String folder) {
    return new RollUp(reference, Regime.DECREE_09_2019).receive(SampleReports.read(folder));
  }

  /** What was not simply accepted. */
  private static List<String> warned(RollUp rollUp) {
    return rollUp.receipts.stream()
        .filter(receipt -> receipt.outcome() != Outcome.ACCEPTED)
        .map(
            receipt ->
                "%s %s %s/%s %s"
                    .formatted(
                        receipt.unit(),
                        receipt.programme(),
                        receipt.period(),
                        receipt.revision(),
                        rules(receipt)))
        .toList();
  }

  private static List<String> rules(Receipt receipt) {
    return List.of(receipt.errors(), receipt.warnings()).stream()
        .map(FindingList::listed)
        .flatMap(List::stream)
        .map(finding -> finding.rule().name())
        .distinct()
        .toList();
  }

  private static IndicatorView indicator(TableView table, String code) {
    return table.indicators().stream()
        .filter(each -> each.figure().code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
