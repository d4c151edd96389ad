package vn.tonghop.producer.file;

import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.Message;

/** What should stand in a field, in words that need no programmer. */
record Wanted(String vi, String en) {

  static final Wanted WHOLE_NUMBER = new Wanted("số nguyên", "a whole number");
  static final Wanted NUMBER = new Wanted("số", "a number");
  static final Wanted TEXT = new Wanted("văn bản", "a text");
  static final Wanted TRUE_OR_FALSE = new Wanted("true hoặc false", "true or false");
  static final Wanted DATE = new Wanted("ngày dạng YYYY-MM-DD", "a date as YYYY-MM-DD");
  static final Wanted INSTANT =
      new Wanted("thời điểm dạng YYYY-MM-DDThh:mm:ss+hh:mm", "a time as YYYY-MM-DDThh:mm:ss+hh:mm");
  static final Wanted OBJECT = new Wanted("một đối tượng JSON", "a JSON object");
  static final Wanted LIST = new Wanted("một danh sách", "a list");

  /** The same in both languages: symbols of the schema. */
  static Wanted symbols(String symbols) {
    return new Wanted(symbols, symbols);
  }

  /** The error of a path where something else stands. */
  Finding at(String path, String got) {
    return new Finding(
        Message.WRONG_TYPE.rule(),
        Message.cut(path),
        Message.WRONG_TYPE.at(path, vi, got).vi(),
        Message.WRONG_TYPE.at(path, en, got).en());
  }
}
