package vn.tonghop.producer.file;

import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.Message;
import vn.tonghop.domain.acceptance.Rule;

/** Why a document, or a text in it, cannot be read at all; {@code %s} takes what was found. */
enum Defect {
  EMPTY("tệp không có nội dung", "the file is empty"),
  NOT_UTF_8("không phải UTF-8 hợp lệ", "it is not valid UTF-8"),
  NOT_JSON("không phải JSON hợp lệ (%s)", "it is not valid JSON (%s)"),
  NOT_AN_OBJECT("cần một đối tượng JSON, nhận được %s", "wanted a JSON object, got %s"),
  DUPLICATE_KEY("trường \"%s\" xuất hiện nhiều lần", "the field \"%s\" stands more than once"),
  TRAILING("có nội dung thừa sau báo cáo", "something follows the report"),
  LIMIT("lồng quá sâu hoặc có phần quá dài", "it is nested too deeply or a part is too long"),
  LONE_SURROGATE(
      "văn bản chứa nửa ký tự (surrogate lẻ)", "the text holds half a character (lone surrogate)"),
  CONTRADICTION(
      "các dòng của cùng một báo cáo ghi khác nhau: %s, nhưng ở dòng %s là %s",
      "the rows of one report differ: %s, but in line %s %s"),
  FILE_TOO_LARGE(
      "tệp CSV quá lớn: tối đa %s byte và %s dòng; hãy tách thành nhiều tệp",
      "the CSV file is too large: at most %s bytes and %s rows; part it into several files"),
  NO_ROWS("tệp chỉ có dòng tiêu đề", "the file has a header and no rows"),
  HEADER(
      "dòng tiêu đề không đúng; cột lạ: %s; cột lặp lại: %s; cột thiếu: %s",
      "the header is not right; unknown columns: %s; repeated: %s; missing: %s"),
  CELLS("dòng có %s ô, tiêu đề có %s cột", "the row has %s cells, the header has %s columns"),
  QUOTES(
      "dấu ngoặc kép không khớp: thiếu dấu đóng, hoặc có chữ ngay sau dấu đóng",
      "its quotes do not match: one is not closed, or something follows a closing one"),
  BOTH_LINES(
      "dòng vừa có cột của nhiệm vụ (%s) vừa có cột của chỉ tiêu (%s)",
      "the row has both columns of a task (%s) and columns of an indicator (%s)"),
  MANY_QUOTES("dấu ngoặc kép không khớp ở hơn %s dòng", "quotes do not match in more than %s rows"),
  NUL("ô chứa ký tự NUL", "the cell holds a NUL character");

  private final String vi;
  private final String en;

  Defect(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  /** The error of a document, or of a path in it, with this defect. */
  Finding at(String path, Object... found) {
    Object[] echoes = new Object[found.length];
    for (int i = 0; i < found.length; i++) {
      echoes[i] = Surrogates.replaced(Message.cut(String.valueOf(found[i])));
    }
    return new Finding(
        Rule.E01,
        Message.cut(path),
        Message.UNREADABLE.at(path, vi.formatted(echoes)).vi(),
        Message.UNREADABLE.at(path, en.formatted(echoes)).en());
  }
}
