package vn.tonghop.console.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.TableColumn;
import vn.tonghop.domain.standing.Measures;

class MeasureTest {

  private static final Measures SOME = new Measures(18, 4, 1, 7, 6, 2, 1025);

  private static String texts(Measures measures, Language language) {
    return Arrays.stream(Measure.values())
        .map(measure -> measure.id() + "=" + measure.text(measures, new Figures(language)))
        .collect(Collectors.joining(" "));
  }

  @Test
  void eachIsWhatATableHasUnderItsName() {
    assertEquals(
        "assigned=18 completedOnTime=4 completedLate=1 openOnTrack=7 openOverdue=6"
            + " completedInPeriod=2 percentSum=1.025 rateDue=45,5% rateAll=27,8% rateVolume=56,9%",
        texts(SOME, Language.VI));
    assertTrue(
        texts(SOME, Language.EN)
            .endsWith("percentSum=1,025 rateDue=45.5% rateAll=27.8% rateVolume=56.9%"));
  }

  /** Tables are drawn by columns, and the pages behind their figures by measures. */
  @Test
  void aColumnAndItsMeasureAreOneFigure() {
    Figures figures = new Figures(Language.VI);
    for (TableColumn column : TableColumn.values()) {
      Measure measure = Measure.of(column);
      assertEquals(column.isRate(), measure.isRate(), column.id());
      assertEquals(column.part(SOME), measure.count(SOME), column.id());
      assertEquals(column.isRate() ? column.whole(SOME) : 0, measure.whole(SOME), column.id());
      assertEquals(
          column.text(SOME, figures), measure.text(SOME, figures).replace("%", ""), column.id());
    }
  }

  @Test
  void whereNothingIsToBeDividedByThereIsNoRate() {
    assertTrue(texts(Measures.ZERO, Language.VI).endsWith("rateDue=— rateAll=— rateVolume=—"));
    assertNull(Measure.RATE_DUE.rate(Measures.ZERO));
  }

  @Test
  void aRateIsWorkedOutFromItsParts() {
    for (Measure measure : Measure.values()) {
      assertEquals(measure, Measure.of(measure.id()).orElseThrow());
      assertTrue(measure.parts().stream().noneMatch(Measure::isRate), measure.id());
      assertEquals(measure.isRate(), measure.parts().size() > 1, measure.id());
    }
    assertEquals(
        Measure.RATE_DUE.whole(SOME),
        Measure.RATE_DUE.parts().stream().mapToLong(part -> part.count(SOME)).sum());
  }
}
