package vn.tonghop.console.picture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.drill.Asked;
import vn.tonghop.console.drill.Figure;
import vn.tonghop.console.drill.Marks;
import vn.tonghop.console.drill.Measure;
import vn.tonghop.console.drill.Owner;
import vn.tonghop.console.picture.PictureModel.Bar;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.Names;
import vn.tonghop.domain.table.UnitView;

/** Draws rates by unit, the highest first; units without one come last. */
final class Bars {

  private static final int PERCENT = 2;
  private static final int WHOLE = 100;

  private final Asked asked;
  private final Measure rate;
  private final Language language;
  private final Figures figures;
  private final Names names;

  Bars(Asked asked, Measure rate, Language language) {
    this.asked = asked;
    this.rate = rate;
    this.language = language;
    this.figures = new Figures(language);
    this.names = asked.names(language);
  }

  PictureModel.Bars draw() {
    List<UnitView> units = sorted();
    return new PictureModel.Bars(chart(units), units.stream().map(this::bar).toList());
  }

  private List<UnitView> sorted() {
    return asked.table().byUnit().stream()
        .filter(asked::sees)
        .sorted(
            Comparator.comparing(
                    (UnitView unit) -> rate.rate(unit.measures()),
                    Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(names::of, Names.order()))
        .toList();
  }

  private Bar bar(UnitView unit) {
    return new Bar(
        names.of(unit),
        new Figure(asked.key(), Owner.unit(unit.body()), rate, asked.restatedTo()).path(),
        rate.text(unit.measures(), figures),
        figures.count(rate.count(unit.measures()))
            + "/"
            + figures.count(rate.whole(unit.measures())),
        Marks.of(unit, language));
  }

  private ChartData chart(List<UnitView> units) {
    List<@Nullable BigDecimal> values = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    List<String> colours = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (UnitView unit : units) {
      @Nullable BigDecimal value = rate.rate(unit.measures());
      values.add(value == null ? null : value.movePointRight(PERCENT));
      texts.add(rate.text(unit.measures(), figures));
      colours.add(RateBand.of(value).fill());
      labels.add(Texts.label(names.of(unit)) + Marks.signs(unit));
    }
    String title = rate.name(language) + language.pick(", theo đơn vị", ", by unit") + " (%)";
    return new ChartData(
        "bars",
        title,
        "%",
        WHOLE,
        labels,
        List.of(new ChartData.Set(rate.name(language), values, texts, colours, false)));
  }
}
