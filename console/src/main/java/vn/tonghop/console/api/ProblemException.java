package vn.tonghop.console.api;

import io.javalin.http.Context;
import vn.tonghop.console.web.Problem;

/** Why a request has no answer. */
final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final String RETRY_SECONDS = "2";
  private static final int BAD_REQUEST = 400;
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
    new Problem(problem.status, problem.vi, problem.en).answer(request);
  }
}
