package vn.tonghop.streams.layout;

/** What the former version left cannot be carried over; says in both languages what to do. */
public final class LayoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String vi;

  private LayoutException(String vi, String en) {
    super(en);
    this.vi = vi;
  }

  public String vi() {
    return vi;
  }

  public String en() {
    return String.valueOf(getMessage());
  }

  static LayoutException running(String group) {
    return new LayoutException(
        "phiên bản trước vẫn đang chạy trong nhóm %s: hãy dừng mọi tiến trình của nó rồi chạy lại phiên bản này"
            .formatted(group),
        "the former version is still running in the group %s: stop all its instances, then start this one again"
            .formatted(group));
  }

  static LayoutException unsettled(String what) {
    return new LayoutException(
        "phiên bản trước chưa xử lý xong những gì đã nhận (%s): hãy chạy lại phiên bản trước, đợi đến khi lệnh lag không còn báo độ trễ, dừng nó, rồi chạy phiên bản này"
            .formatted(what),
        "the former version has not finished what it had taken in (%s): start the former version once more, wait until `lag` shows none, stop it, then start this one"
            .formatted(what));
  }

  static LayoutException both(String group) {
    return new LayoutException(
        "phiên bản trước đã chạy lại trong nhóm %s sau khi dữ liệu đã chuyển sang bố cục mới: hãy dùng application.id mới để đọc lại mọi báo cáo, hoặc khôi phục bản sao lưu"
            .formatted(group),
        "the former version ran again in the group %s after its state had been carried over: take a new application.id, which reads all reports again, or go back to a copy"
            .formatted(group));
  }

  static LayoutException overtaken() {
    return new LayoutException(
        "một tiến trình khác đang chuyển dữ liệu của phiên bản trước mà chưa xong: hãy chạy lại",
        "another instance is carrying the former version's state over and has not finished: start again");
  }
}
