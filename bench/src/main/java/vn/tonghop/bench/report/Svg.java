package vn.tonghop.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Draws a plot as SVG: two axes, lines with their points, a legend. */
final class Svg {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 420;
  private static final int LEFT = 80;
  private static final int RIGHT = 20;
  private static final int TOP = 50;
  private static final int BOTTOM = 60;
  private static final int LEGEND_STEP = 18;
  private static final int TICKS = 5;

  /** Told apart by colour-blind readers, too (Okabe and Ito). */
  private static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000");

  private final Plot plot;
  private final Scale x;
  private final Scale y;
  private final StringBuilder out = new StringBuilder();

  private Svg(Plot plot) {
    this.plot = plot;
    this.x = scale(Plot.Point::x, plot.logarithmicX());
    this.y = scale(Plot.Point::y, plot.logarithmicY());
  }

  /** From values to shares of an axis. */
  private record Scale(double from, double to, boolean logarithmic) {

    double share(double value) {
      return logarithmic
          ? (Math.log(value) - Math.log(from)) / (Math.log(to) - Math.log(from))
          : (value - from) / (to - from);
    }

    List<Double> ticks() {
      List<Double> ticks = new ArrayList<>();
      for (int i = 0; i <= TICKS; i++) {
        double share = (double) i / TICKS;
        ticks.add(logarithmic ? from * Math.pow(to / from, share) : from + share * (to - from));
      }
      return ticks;
    }
  }

  static String of(Plot plot) {
    return new Svg(plot).draw();
  }

  private Scale scale(ToDoubleFunction<Plot.Point> value, boolean logarithmic) {
    double[] all =
        plot.series().stream()
            .flatMap(series -> series.points().stream())
            .mapToDouble(value)
            .sorted()
            .toArray();
    if (all.length == 0 || (logarithmic && all[0] <= 0)) {
      throw new IllegalArgumentException(plot.name() + ": no values, or none above 0");
    }
    double from = logarithmic ? all[0] : Math.min(0, all[0]);
    double to = all[all.length - 1];
    return new Scale(from, to > from ? to : from + 1, logarithmic);
  }

  private String draw() {
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
        WIDTH, HEIGHT);
    line("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, HEIGHT);
    text(WIDTH / 2.0, 20, "middle", plot.title());
    axes();
    for (int i = 0; i < plot.series().size(); i++) {
      series(plot.series().get(i), COLOURS.get(i % COLOURS.size()), i);
    }
    line("</svg>");
    return out.toString();
  }

  private void axes() {
    for (double tick : x.ticks()) {
      rule(px(tick), TOP, px(tick), HEIGHT - BOTTOM);
      text(px(tick), HEIGHT - BOTTOM + 18, "middle", Figures.plain(tick));
    }
    for (double tick : y.ticks()) {
      rule(LEFT, py(tick), WIDTH - RIGHT, py(tick));
      text(LEFT - 6, py(tick) + 4, "end", Figures.plain(tick));
    }
    text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 16, "middle", plot.xLabel());
    text(LEFT, TOP - 10, "start", plot.yLabel());
  }

  private void series(Plot.Series series, String colour, int place) {
    StringBuilder points = new StringBuilder();
    for (Plot.Point point : series.points()) {
      points.append(number("%.1f,%.1f ", px(point.x()), py(point.y())));
      line(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>",
          px(point.x()), py(point.y()), colour);
    }
    line(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>",
        points.toString().strip(), colour);
    double at = TOP + 14 + (double) place * LEGEND_STEP;
    line(
        "<rect x=\"%d\" y=\"%.1f\" width=\"10\" height=\"10\" fill=\"%s\"/>",
        LEFT + 10, at - 9, colour);
    text(LEFT + 26, at, "start", series.name());
  }

  private double px(double value) {
    return LEFT + x.share(value) * (WIDTH - LEFT - RIGHT);
  }

  private double py(double value) {
    return HEIGHT - BOTTOM - y.share(value) * (HEIGHT - TOP - BOTTOM);
  }

  private void rule(double fromX, double fromY, double toX, double toY) {
    line(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>",
        fromX, fromY, toX, toY);
  }

  private void text(double atX, double atY, String anchor, String text) {
    line(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        atX, atY, anchor, text.replace("&", "&amp;").replace("<", "&lt;"));
  }

  private void line(String format, Object... values) {
    out.append(number(format, values)).append('\n');
  }

  private static String number(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
