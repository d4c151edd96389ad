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
      "các dòng của cùng một báo cáo ghi khác nhau: %s", "the rows of one report differ: %s");

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
