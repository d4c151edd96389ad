package vn.tonghop.monitor.lag;

import java.util.Locale;

/** Why the roll-up does not read a topic that looks like a unit's reports. */
public enum UnreadReason {
  NO_RECEIPTS_TOPIC("chưa có kênh biên nhận", "its receipts topic is missing"),
  RECEIPTS_TOPIC_TOO_SMALL(
      "kênh biên nhận quá nhỏ", "its receipts topic would refuse a large receipt"),
  NO_UNIT("tên không phải của một đơn vị", "its name is not that of a unit's topic");

  private final String vi;
  private final String en;

  UnreadReason(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  /** Name in labels and answers. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String vi() {
    return vi;
  }

  public String en() {
    return en;
  }
}
