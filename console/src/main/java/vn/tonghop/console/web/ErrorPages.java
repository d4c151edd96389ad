package vn.tonghop.console.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tonghop.console.view.UnreadableException;
import vn.tonghop.domain.format.Language;
import vn.tonghop.producer.text.Text;

/** What a reader is told when there is no page, in words and in the reader's language. */
public final class ErrorPages {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int NO_SUCH_METHOD = 405;
  private static final int NOT_COME = 408;
  private static final int TOO_LARGE = 413;
  private static final int OTHER_HOST = 421;
  private static final int TOO_MANY = 429;
  private static final int FAILED = 500;
  private static final int UNAVAILABLE = 503;
  private static final List<Integer> SHOWN =
      List.of(
          BAD_REQUEST,
          UNAUTHORIZED,
          FORBIDDEN,
          NOT_FOUND,
          NO_SUCH_METHOD,
          NOT_COME,
          TOO_LARGE,
          OTHER_HOST,
          TOO_MANY,
          FAILED,
          UNAVAILABLE);

  /** What whoever refused the request has to say about it. */
  private static final String REASON = ErrorPages.class.getName() + ".reason";

  private static final String RETRY_SECONDS = "2";

  /** Read by programs. */
  private static final List<String> HEALTH = List.of("/livez", "/readyz");

  private final Site site;

  /** What the template is given. */
  public record Model(int status, String heading, String text) {}

  private ErrorPages(Site site) {
    this.site = site;
  }

  /** Says why in place of what is said of every answer with that status. */
  public static void say(Context request, Text reason) {
    request.attribute(REASON, reason);
  }

  /** For what can be had in a moment. */
  public static ServiceUnavailableResponse later(Context request, Text reason) {
    say(request, reason);
    request.header("Retry-After", RETRY_SECONDS);
    return new ServiceUnavailableResponse();
  }

  static void register(RoutesConfig routes, Site site) {
    ErrorPages pages = new ErrorPages(site);
    routes.exception(
        UnreadableException.class,
        (e, request) -> {
          LOG.warn("{}: {}", request.path(), e.getMessage());
          request.status(UNAVAILABLE).header("Retry-After", RETRY_SECONDS);
        });
    routes.exception(
        Exception.class,
        (e, request) -> {
          LOG.error("{} failed", request.path(), e);
          request.status(FAILED);
        });
    SHOWN.forEach(status -> routes.error(status, pages::show));
  }

  private void show(Context request) {
    @Nullable String type = request.res().getContentType();
    @Nullable Text reason = request.attribute(REASON);
    int status = request.statusCode();
    boolean isForm = status == UNAUTHORIZED && reason == null;
    if (HEALTH.contains(request.path())
        || isForm
        || (type != null && type.startsWith(Problem.MEDIA_TYPE))) {
      return;
    }
    if (Problem.isFor(request)) {
      new Problem(status, text(status, Language.VI), text(status, Language.EN)).answer(request);
      return;
    }
    if (type != null && type.contains("json")) {
      return;
    }
    Language language = Languages.of(request);
    Model model =
        new Model(
            status,
            heading(status, language),
            reason == null ? text(status, language) : reason.in(language));
    Page page = site.describeOther(request, language, model.heading());
    site.render(request, "web/error.jte", page, model);
  }

  private static String heading(int status, Language language) {
    return switch (status) {
      case BAD_REQUEST, NOT_COME, TOO_LARGE ->
          language.pick("Yêu cầu không hợp lệ", "This request cannot be understood");
      case UNAUTHORIZED -> language.pick("Cần đăng nhập", "Sign in first");
      case FORBIDDEN -> language.pick("Không có quyền xem", "You may not see this");
      case NOT_FOUND, NO_SUCH_METHOD, OTHER_HOST ->
          language.pick("Không tìm thấy trang", "There is no such page");
      case TOO_MANY -> language.pick("Quá nhiều yêu cầu", "Too many requests");
      case UNAVAILABLE -> language.pick("Tạm thời chưa đọc được", "Not readable just now");
      default -> language.pick("Có lỗi khi tạo trang", "This page could not be made");
    };
  }

  private static String text(int status, Language language) {
    return switch (status) {
      case BAD_REQUEST, NOT_COME, TOO_LARGE ->
          language.pick(
              "Địa chỉ hoặc nội dung gửi lên không đúng dạng.",
              "Its address or what was sent with it has not the right form.");
      case FORBIDDEN ->
          language.pick(
              "Tài khoản của bạn không được xem nội dung này.",
              "Your account is not allowed to see it.");
      case NOT_FOUND, NO_SUCH_METHOD, OTHER_HOST ->
          language.pick(
              "Không có chương trình công tác, kỳ báo cáo hoặc bản ghi nào như vậy.",
              "No work programme, reporting period or record is called so.");
      case TOO_MANY -> language.pick("Hãy thử lại sau ít phút.", "Try again in a few minutes.");
      case UNAVAILABLE ->
          language.pick(
              "Hệ thống đang đọc số liệu hoặc chưa kết nối được với Kafka. Hãy thử lại.",
              "The figures are still being read, or Kafka does not answer. Try again.");
      default ->
          language.pick(
              "Lỗi đã được ghi lại cho người quản trị.",
              "The failure has been logged for the administrator.");
    };
  }
}
