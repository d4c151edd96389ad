package vn.tonghop.console.access;

import java.time.Duration;
import java.util.Map;
import vn.tonghop.producer.text.Text;

/** A request that is answered before any page sees it. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final String BASIC = "Basic realm=\"Tong Hop\", charset=\"UTF-8\"";

  private final int status;
  private final transient Text reason;
  private final transient Map<String, String> headers;

  private Refusal(int status, Text reason, Map<String, String> headers) {
    // No stack trace: whoever sends many of these is not to be given work in return.
    super(reason.en(), null, false, false);
    this.status = status;
    this.reason = reason;
    this.headers = headers;
  }

  static Refusal malformed() {
    return new Refusal(
        400,
        new Text("Yêu cầu không hợp lệ.", "This request is not one that the page takes."),
        Map.of());
  }

  /** To sign in with a form; the way back is in the address. */
  static Refusal signIn(String location) {
    return new Refusal(
        303, new Text("Hãy đăng nhập.", "Sign in first."), Map.of("Location", location));
  }

  /** To sign in by what programs have. */
  static Refusal unknown() {
    return unknown(false);
  }

  /**
   * To sign in by what programs have.
   *
   * @param byScript whether a page of ours asks, whose reader shall not get the browser's own
   *     window
   */
  static Refusal unknown(boolean byScript) {
    String scheme = byScript ? "Form realm=\"Tong Hop\"" : BASIC;
    return new Refusal(
        401,
        new Text(
            "Cần tên tài khoản và mật khẩu (HTTP Basic).",
            "An account's name and password are needed (HTTP Basic)."),
        Map.of("WWW-Authenticate", scheme));
  }

  static Refusal forbidden() {
    return new Refusal(
        403,
        new Text("Tài khoản này không được xem trang này.", "This account may not see this page."),
        Map.of());
  }

  static Refusal crossSite() {
    return new Refusal(
        403,
        new Text(
            "Biểu mẫu này không do trang này gửi, hoặc đã quá cũ: hãy quay lại, tải lại trang và thử lại.",
            "This form was not sent by this page, or is too old: go back, load the page again and retry."),
        Map.of());
  }

  static Refusal notFromProxy() {
    return new Refusal(
        403,
        new Text(
            "Hãy vào trang này qua địa chỉ chính thức (HTTPS).",
            "Come to this page by its proper address (HTTPS)."),
        Map.of());
  }

  static Refusal method() {
    return new Refusal(
        405,
        new Text("Trang này không nhận phương thức đó.", "This page does not take that method."),
        Map.of());
  }

  /** Of what was sent with it, not all has come. */
  static Refusal cut() {
    return new Refusal(
        408,
        new Text("Nội dung gửi lên không đến đủ.", "What was to be sent with it has not come."),
        Map.of());
  }

  static Refusal tooLarge() {
    return new Refusal(
        413,
        new Text("Nội dung gửi lên quá lớn.", "What was sent with it is too large."),
        Map.of());
  }

  /** A name that leads here but is not this machine's, where nobody is asked who they are. */
  static Refusal otherHost() {
    return new Refusal(
        421,
        new Text(
            "Khi không có tài khoản, trang này chỉ trả lời trên chính máy này (localhost).",
            "Without accounts this page answers on this machine alone (localhost)."),
        Map.of());
  }

  static Refusal tooMany(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new Refusal(
        429,
        new Text(
            "Quá nhiều yêu cầu; hãy thử lại sau %d giây.".formatted(seconds),
            "Too many requests; try again in %d seconds.".formatted(seconds)),
        Map.of("Retry-After", Long.toString(seconds)));
  }

  int status() {
    return status;
  }

  Text reason() {
    return reason;
  }

  Map<String, String> headers() {
    return headers;
  }
}
