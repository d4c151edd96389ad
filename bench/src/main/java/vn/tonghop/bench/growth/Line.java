package vn.tonghop.bench.growth;

/**
 * The straight line nearest to some points, by least squares.
 *
 * @param a its value at 0
 * @param b by how much it rises
 * @param r2 the share of the points' variance that it explains, 0 to 1
 */
record Line(double a, double b, double r2) {

  /**
   * Fits a line.
   *
   * @throws IllegalArgumentException unless there are two different x
   */
  static Line fit(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += (x[i] - meanX) * (x[i] - meanX);
      xy += (x[i] - meanX) * (y[i] - meanY);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    if (xx == 0) {
      throw new IllegalArgumentException("no line through points above each other");
    }
    double b = xy / xx;
    return new Line(meanY - b * meanX, b, yy == 0 ? 1 : xy * xy / (xx * yy));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
