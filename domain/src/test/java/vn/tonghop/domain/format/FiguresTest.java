package vn.tonghop.domain.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FiguresTest {

  private static final Figures VI = new Figures(Language.VI);
  private static final Figures EN = new Figures(Language.EN);

  @Test
  void theSignOfPerCentStandsRightBehindTheNumber() {
    assertEquals("84,2%", VI.share(267, 317));
    assertEquals("84.2%", EN.share(267, 317));
    assertEquals("−20,9%", VI.percentChange(new BigDecimal("-20.9")));
    assertEquals("+20.9%", EN.percentChange(new BigDecimal("20.9")));
  }

  @Test
  void underAHeadingThatHasTheSignThereIsTheNumberAlone() {
    assertEquals("84,2", VI.percent(267, 317));
    assertEquals("84.2", EN.percent(267, 317));
  }

  @Test
  void aShareOfNothingIsNoShare() {
    assertEquals(Figures.NONE, VI.share(0, 0));
    assertEquals(Figures.NONE, VI.percent(0, 0));
    assertEquals("0,0%", VI.share(0, 1));
  }

  @Test
  void aShareIsRoundedOnceFromTheExactFraction() {
    assertEquals("54,5%", VI.share(6, 11));
    assertEquals("100,0%", VI.share(9_999, 10_000));
  }
}
