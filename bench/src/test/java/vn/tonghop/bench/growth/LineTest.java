package vn.tonghop.bench.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LineTest {

  private static final double CLOSE = 1e-12;

  @Test
  void pointsOnALineAreFitExactly() {
    Line line = Line.fit(new double[] {5, 20, 80}, new double[] {13, 43, 163});
    assertEquals(3, line.a(), CLOSE);
    assertEquals(2, line.b(), CLOSE);
    assertEquals(1, line.r2(), CLOSE);
  }

  @Test
  void whatIsNoLineIsFitBadly() {
    Line line = Line.fit(new double[] {-1, 0, 1}, new double[] {1, 0, 1});
    assertEquals(2.0 / 3, line.a(), CLOSE);
    assertEquals(0, line.b(), CLOSE);
    assertEquals(0, line.r2(), CLOSE);
  }

  @Test
  void pointsAboveEachOtherHaveNoLine() {
    assertThrows(
        IllegalArgumentException.class, () -> Line.fit(new double[] {1, 1}, new double[] {1, 2}));
  }
}
