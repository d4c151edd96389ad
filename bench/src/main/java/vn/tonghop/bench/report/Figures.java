package vn.tonghop.bench.report;

import java.util.Locale;

/** Numbers as a reader wants them: three digits that matter. */
public final class Figures {

  private static final int THOUSAND = 1_000;

  private Figures() {}

  /** 12,345 or 123 or 12.3 or 1.23 or 0.0123. */
  public static String plain(double value) {
    double size = Math.abs(value);
    if (size >= THOUSAND / 10) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    if (size >= 10) {
      return trimmed(String.format(Locale.ROOT, "%.1f", value));
    }
    return trimmed(String.format(Locale.ROOT, size >= 0.1 || size == 0 ? "%.2f" : "%.4f", value));
  }

  private static String trimmed(String number) {
    return number.replaceAll("\\.0+$", "");
  }
}
