package vn.tonghop.console.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;

/** Why a request has no answer, in both languages: RFC 9457 with {@code vi} and {@code en}. */
final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final String RETRY_SECONDS = "2";
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ACCEPTABLE = 406;
  private static final int UNAVAILABLE = 503;

  private final int status;
  private final String vi;
  private final String en;

  private ProblemException(int status, String vi, String en) {
    super(en);
    this.status = status;
    this.vi = vi;
    this.en = en;
  }

  static ProblemException malformed(String parameter, String vi, String en) {
    return new ProblemException(BAD_REQUEST, parameter + ": " + vi, parameter + ": " + en);
  }

  static ProblemException forbidden() {
    return new ProblemException(
        FORBIDDEN,
        "tài khoản của một đơn vị không lấy được cả bảng",
        "a unit's account cannot take whole tables");
  }

  static ProblemException noTable() {
    return new ProblemException(
        NOT_FOUND,
        "không có bảng này: chương trình không có, không thực hiện trong năm đó, hoặc kỳ không phải"
            + " là quý, sáu tháng, năm",
        "there is no such table: the programme is unknown or does not run in that year, or the"
            + " period is no quarter, half or year");
  }

  static ProblemException noForm(String asked) {
    return new ProblemException(
        NOT_ACCEPTABLE,
        "\"" + asked + "\": bảng chỉ có dạng " + TableForm.all(),
        "\"" + asked + "\": a table comes as " + TableForm.all());
  }

  static ProblemException notYet() {
    return new ProblemException(
        UNAVAILABLE, "đang đọc số liệu, hãy thử lại", "still reading, try again");
  }

  static void answer(ProblemException problem, Context request) {
    if (problem.status == UNAVAILABLE) {
      request.header("Retry-After", RETRY_SECONDS);
    }
    request
        .status(problem.status)
        .contentType("application/problem+json")
        .result(
            JsonNodeFactory.instance
                .objectNode()
                .put("status", problem.status)
                .put("title", problem.en)
                .put("vi", problem.vi)
                .put("en", problem.en)
                .toString()
                .getBytes(StandardCharsets.UTF_8));
  }
}
