package vn.tonghop.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IntervalTest {

  @Test
  void theMedianIsTheMiddleValueOrTheMeanOfTheTwoInTheMiddle() {
    assertEquals(3, Interval.of(9, 1, 3).median());
    assertEquals(2.5, Interval.of(4, 1, 2, 3).median());
    assertThrows(IllegalArgumentException.class, Interval::of);
  }

  @Test
  void equalValuesLeaveNoDoubt() {
    assertEquals(new Interval(7, 7, 7, 5), Interval.of(7, 7, 7, 7, 7));
  }

  /** Of five values the median of a resample is below the second with a chance of 5.8 %. */
  @Test
  void fiveValuesGiveTheIntervalThatCountingGives() {
    Interval interval = Interval.of(1, 2, 3, 4, 5);
    assertEquals(new Interval(3, 1, 5, 5), interval);
  }

  @Test
  void aStrayValueAmongManyMovesNeitherEnd() {
    double[] values = new double[41];
    for (int i = 0; i < values.length; i++) {
      values[i] = 100 + i;
    }
    values[40] = 1e9;
    Interval interval = Interval.of(values);
    assertEquals(120, interval.median());
    assertTrue(interval.low() >= 108 && interval.low() <= 116, interval::toString);
    assertTrue(interval.high() >= 124 && interval.high() <= 132, interval::toString);
  }
}
