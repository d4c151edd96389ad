package vn.tonghop.console.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tonghop.console.drill.Measure;
import vn.tonghop.domain.format.Language;

class RateBandTest {

  /** WCAG 2.2, 1.4.3: the least contrast of a text that is not large. */
  private static final double LEAST_CONTRAST = 4.5;

  /** Relative luminance as WCAG defines it. */
  private static double luminance(String colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  @Test
  void theContrastIsMeasuredAsTheStandardDoes() {
    assertEquals(21.0, contrast("#000000", "#ffffff"), 0.001);
    assertEquals(4.54, contrast("#767676", "#ffffff"), 0.01);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenOnASquareCanBeRead(RateBand band) {
    assertTrue(
        contrast(band.fill(), band.ink()) >= LEAST_CONTRAST,
        band + ": " + contrast(band.fill(), band.ink()));
  }

  @Test
  void higherRatesAreDarkerSoThatGreyTellsThemApart() {
    List<RateBand> scale =
        Arrays.stream(RateBand.values())
            .filter(band -> band.compareTo(RateBand.BELOW_50) >= 0)
            .toList();
    for (int i = 1; i < scale.size(); i++) {
      double step = contrast(scale.get(i - 1).fill(), scale.get(i).fill());
      assertTrue(
          luminance(scale.get(i).fill()) < luminance(scale.get(i - 1).fill()) && step > 1.4,
          scale.get(i) + ": " + step);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.0000, BELOW_50",
    "0.4999, BELOW_50",
    "0.5000, BELOW_70",
    "0.6999, BELOW_70",
    "0.7000, BELOW_85",
    "0.8500, BELOW_95",
    "0.9500, FROM_95",
    "1.0000, FROM_95"
  })
  void aRateHasTheBandThatItsLegendNames(BigDecimal rate, RateBand band) {
    assertEquals(band, RateBand.of(rate));
  }

  @Test
  void greySaysWhatTheRateWouldDivideBy() {
    assertEquals("nothing due yet", RateBand.NOTHING.meaning(Measure.RATE_DUE, Language.EN));
    for (Measure rate : List.of(Measure.RATE_ALL, Measure.RATE_VOLUME)) {
      assertEquals("chưa được giao nhiệm vụ nào", RateBand.NOTHING.meaning(rate, Language.VI));
    }
  }

  @Test
  void eachMeaningIsItsOwnInBothLanguages() {
    assertEquals(RateBand.NOTHING, RateBand.of(null));
    for (Language language : Language.values()) {
      List<String> meanings = new ArrayList<>();
      Arrays.stream(RateBand.values())
          .forEach(band -> meanings.add(band.meaning(Measure.RATE_DUE, language)));
      Set<String> different = new HashSet<>(meanings);
      assertEquals(meanings.size(), different.size(), meanings.toString());
    }
  }
}
