package vn.tonghop.console.picture;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.drill.Measure;
import vn.tonghop.domain.format.Language;

/**
 * How a rate is coloured. The scale runs from light to dark and from yellow to blue, so that it can
 * be told apart without red and green, and in grey; the rate stands on it as text all the same.
 */
public enum RateBand {
  HIDDEN("#f7f7f7", "#1a1a1a", 0, 0),
  NOT_EXPECTED("#ffffff", "#1a1a1a", 0, 0),
  MISSING("#ffffff", "#1a1a1a", 0, 0),
  NOTHING("#e6e6e6", "#1a1a1a", 0, 0),
  BELOW_50("#ffffcc", "#1a1a1a", 0, 50),
  BELOW_70("#a1dab4", "#1a1a1a", 50, 70),
  BELOW_85("#41b6c4", "#1a1a1a", 70, 85),
  BELOW_95("#225ea8", "#ffffff", 85, 95),
  FROM_95("#081d58", "#ffffff", 95, 100);

  private static final int PERCENT = 2;

  private final String fill;
  private final String ink;
  private final int from;
  private final int below;

  RateBand(String fill, String ink, int from, int below) {
    this.fill = fill;
    this.ink = ink;
    this.from = from;
    this.below = below;
  }

  /**
   * The band of a rate.
   *
   * @param rate null: there was nothing to divide by
   */
  public static RateBand of(@Nullable BigDecimal rate) {
    if (rate == null) {
      return NOTHING;
    }
    BigDecimal percent = rate.movePointRight(PERCENT);
    for (RateBand band : values()) {
      if (band.below > 0 && percent.compareTo(BigDecimal.valueOf(band.below)) < 0) {
        return band;
      }
    }
    return FROM_95;
  }

  /** Colour of the square: {@code #rrggbb}. */
  public String fill() {
    return fill;
  }

  /** Colour of what is written on it. */
  public String ink() {
    return ink;
  }

  /**
   * What the colour means.
   *
   * @param rate which one: each divides by something else
   */
  public String meaning(Measure rate, Language language) {
    return switch (this) {
      case HIDDEN -> language.pick("đơn vị khác", "another unit");
      case NOT_EXPECTED -> language.pick("không phải báo cáo", "not expected to report");
      case MISSING -> language.pick("chưa báo cáo", "no report");
      case NOTHING ->
          rate == Measure.RATE_DUE
              ? language.pick("chưa có gì đến hạn", "nothing due yet")
              : language.pick("chưa được giao nhiệm vụ nào", "no task assigned");
      case BELOW_50 -> language.pick("dưới 50%", "below 50%");
      case FROM_95 -> language.pick("từ 95%", "95% and more");
      case BELOW_70, BELOW_85, BELOW_95 ->
          language.pick("từ %d%% đến dưới %d%%", "%d%% to below %d%%").formatted(from, below);
    };
  }
}
