package vn.tonghop.domain.format;

/** Signs beside a figure that is not what it seems, in the order of the legend. */
public enum Mark {
  CARRIED("*", "lấy theo báo cáo kỳ trước", "as last reported, for an earlier period"),
  NIL("†", "không phát sinh", "nothing to report"),
  LATE("‡", "gửi muộn", "reported late"),
  SUCCESSOR("§", "gồm cả đơn vị đã nhập vào", "speaks for units that went into it, too"),
  PARTIAL("°", "chưa đủ các kỳ", "not all parts of the period reported"),
  CORRECTED("¶", "báo cáo đã sửa", "corrected report");

  private final String sign;
  private final String vi;
  private final String en;

  Mark(String sign, String vi, String en) {
    this.sign = sign;
    this.vi = vi;
    this.en = en;
  }

  /** A single character. */
  public String sign() {
    return sign;
  }

  /** In a few words. */
  public String meaning(Language language) {
    return language.pick(vi, en);
  }
}
