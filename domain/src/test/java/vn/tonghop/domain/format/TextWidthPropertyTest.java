package vn.tonghop.domain.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.Indicator;
import vn.tonghop.domain.reference.IndicatorKind;
import vn.tonghop.domain.reference.Programme;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.standing.IndicatorFigure;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.CodeMeasures;
import vn.tonghop.domain.table.Coverage;
import vn.tonghop.domain.table.IndicatorView;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.domain.table.UnitView;

/** No line is wider than asked, whatever the figures and names. */
class TextWidthPropertyTest {

  private static final int RUNS = 400;
  private static final List<TableDimension> DIMENSIONS =
      List.of(
          TableDimension.TOTAL,
          TableDimension.UNIT,
          TableDimension.REGION,
          TableDimension.FIELD,
          TableDimension.ASSIGNED_BY);

  private static final ReferenceData REFERENCE = ReferenceData.bundled();

  private Random random = new Random(0);

  @Test
  void noLineOfATableIsWiderThanAsked() {
    for (long seed = 0; seed < RUNS; seed++) {
      random = new Random(seed);
      TextStyle style =
          new TextStyle(
              any(List.of(Language.values())),
              TextStyle.MIN_WIDTH + random.nextInt(100),
              random.nextBoolean(),
              any(DIMENSIONS));
      String text = TableText.write(table(), style, REFERENCE);
      assertWidth(text.replaceAll("\u001b\\[[0-9;]*m", ""), style.width(), seed);
    }
  }

  @Test
  void noLineOfAReceiptIsWiderThanAskedOrMovesTheCursor() {
    for (long seed = 0; seed < RUNS; seed++) {
      random = new Random(seed);
      int width = TextStyle.MIN_WIDTH + random.nextInt(100);
      String text = ReceiptText.write(receipt(), any(List.of(Language.values())), width);
      assertWidth(text, width, seed);
      assertTrue(text.chars().noneMatch(each -> each < ' ' && each != '\n'), "seed " + seed);
    }
  }

  @Test
  void marksTakeNoColumnAndTextIsComposed() {
    assertEquals(7, TextWidth.of("Nghệ An"));
    assertEquals(7, TextWidth.of("Nghe\u0323\u0302 An"));
    assertEquals("Nghệ An", TextWidth.clean("Nghe\u0323\u0302 An"));
    assertEquals("Nghệ…", TextWidth.cut("Nghệ An", 6));
    assertEquals(List.of("Bà Rịa -", "  Vũng", "  Tàu"), TextWidth.wrap("Bà Rịa - Vũng Tàu", 8, 2));
  }

  private static void assertWidth(String text, int width, long seed) {
    for (String line : text.split("\n", -1)) {
      assertTrue(
          TextWidth.of(line) <= width, "seed " + seed + ", wider than " + width + ": " + line);
    }
  }

  private TableView table() {
    Period period = Period.parse(Regime.DECREE_09_2019, "2024-S1").orElseThrow();
    List<UnitView> units = many(() -> unit(period));
    return new TableView(
        new Programme("P-" + name().replace(' ', '-'), 2024, 2024, name(), name(), List.of()),
        period,
        measures(),
        many(() -> new CodeMeasures(name(), measures())),
        many(() -> new CodeMeasures(name(), measures())),
        units,
        many(() -> new TableView.RegionMeasures(name(), measures())),
        new Coverage(
            random.nextInt(70),
            units.size(),
            many(this::name),
            many(() -> "40"),
            many(() -> "70.63"),
            random.nextBoolean()
                ? REFERENCE.unitsOn(LocalDate.of(2024, 6, 14)).subList(0, random.nextInt(60))
                : List.<ReportingUnit>of(),
            many(() -> "X-CQTW")),
        many(this::indicator),
        random.nextBoolean()
            ? null
            : new MovedBy(name(), "2024-Q1", 1, new SourceRecord("t", 0, 1), Instant.EPOCH),
        random.nextBoolean() ? null : LocalDate.of(2025, 7, 1));
  }

  private UnitView unit(Period period) {
    ClosingReport report =
        new ClosingReport(
            period, random.nextInt(100_000), period.lastDay(), new SourceRecord("t", 0, 1));
    return new UnitView(
        name(),
        name(),
        name(),
        name(),
        random.nextBoolean() ? name() : null,
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean() ? report : null,
        1 + random.nextInt(3),
        List.of(),
        measures());
  }

  private IndicatorView indicator() {
    BigDecimal value = BigDecimal.valueOf(random.nextLong() / 10_000, 3);
    return new IndicatorView(
        new IndicatorFigure(
            random.nextBoolean() ? "POSTS" : name(),
            IndicatorKind.STOCK,
            value,
            random.nextBoolean(),
            random.nextBoolean()),
        name(),
        name(),
        random.nextBoolean()
            ? null
            : new Indicator.Baseline("P", value.abs().add(BigDecimal.ONE), LocalDate.EPOCH),
        random.nextBoolean() ? null : value,
        random.nextBoolean() ? null : new BigDecimal("-20.9"));
  }

  private Measures measures() {
    return new Measures(figure(), figure(), figure(), figure(), figure(), figure(), figure());
  }

  /** Of any number of digits up to fifteen. */
  private long figure() {
    return (long) (random.nextDouble() * Math.pow(10, random.nextInt(random.nextInt(15) + 1)));
  }

  private Receipt receipt() {
    boolean readable = random.nextBoolean();
    return new Receipt(
        readable ? name() : null,
        readable ? name() : null,
        readable ? "2024-Q1" : null,
        readable ? random.nextInt() : null,
        any(List.of(Outcome.values())),
        new FindingList(many(this::finding), 1000),
        new FindingList(many(this::finding), 10),
        random.nextBoolean() ? null : random.nextBoolean(),
        random.nextBoolean() ? null : random.nextInt(),
        null,
        null,
        1,
        Instant.EPOCH);
  }

  private Finding finding() {
    String text = name() + "\u001b[2J\r\n\u202e" + name() + "漢字".repeat(random.nextInt(40));
    return new Finding(
        any(List.of(Rule.values())), random.nextBoolean() ? "$" : name(), text, text);
  }

  /** Words of Vietnamese letters, composed or not, some longer than any line. */
  private String name() {
    StringBuilder name = new StringBuilder();
    int words = 1 + random.nextInt(8);
    for (int i = 0; i < words; i++) {
      name.append(i == 0 ? "" : " ");
      String letter = any(List.of("ế", "e\u0302\u0301", "Đ", "n", "ượ", "-"));
      name.append(letter.repeat(1 + random.nextInt(random.nextInt(20) == 0 ? 150 : 9)));
    }
    return name.toString();
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private <T> List<T> many(Supplier<T> one) {
    List<T> list = new ArrayList<>();
    int size = random.nextInt(8);
    for (int i = 0; i < size; i++) {
      list.add(one.get());
    }
    return list;
  }
}
