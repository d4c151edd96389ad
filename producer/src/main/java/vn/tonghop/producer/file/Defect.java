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
  CONTRADICTION_IN_CELL(
      "các dòng của cùng một báo cáo ghi khác nhau: %s, nhưng ở ô %s là %s",
      "the rows of one report differ: %s, but in cell %s %s"),
  UTF_16(
      "tệp ở dạng UTF-16 (\"Unicode Text\"); hãy lưu lại dạng \"CSV UTF-8\"",
      "the file is UTF-16 (\"Unicode Text\"); save it as \"CSV UTF-8\""),
  FILE_TOO_LARGE(
      "tệp CSV quá lớn: tối đa %s byte và %s dòng; hãy tách thành nhiều tệp",
      "the CSV file is too large: at most %s bytes and %s rows; part it into several files"),
  NO_ROWS("tệp chỉ có dòng tiêu đề", "the file has a header and no rows"),
  HEADER(
      "dòng tiêu đề không đúng; cột lạ: %s; cột lặp lại: %s; cột thiếu: %s",
      "the header is not right; unknown columns: %s; repeated: %s; missing: %s"),
  AMBIGUOUS_HEADER(
      "tiêu đề có thể hiểu nhiều cách: %s; hãy ghi rõ tên cột",
      "headers may mean several columns: %s; write which"),
  NO_HEADER(
      "không thấy dòng tiêu đề trong %s dòng đầu của trang tính; cần các cột như %s",
      "no header within the first %s rows of the sheet; it has columns such as %s"),
  NO_SHEET(
      "tệp không có trang tính \"tasks\" (Nhiệm vụ) hay \"indicators\" (Chỉ tiêu); có: %s",
      "the file has no sheet \"tasks\" or \"indicators\"; it has: %s"),
  STRAY_CELL(
      "ô %s có nội dung nhưng cột không có tiêu đề; hãy xóa hoặc đặt tiêu đề",
      "cell %s is filled, but its column has no header; clear it or give the column one"),
  ERROR_CELL(
      "ô chứa lỗi %s của bảng tính; hãy sửa công thức",
      "the cell holds the spreadsheet's error %s; mend its formula"),
  NOT_COMPUTED(
      "ô có công thức chưa được tính; hãy mở tệp bằng Excel hoặc LibreOffice và lưu lại",
      "the cell's formula was not computed; open the file in Excel or LibreOffice and save it"),
  DATE_CELL(
      "ô chứa ngày tháng, nhưng cột này cần chữ hoặc số; hãy định dạng ô là Text và nhập lại",
      "the cell holds a date, but this column wants text or a number; format it as Text and type it"
          + " again"),
  BAD_DATE_CELL(
      "ô có định dạng ngày nhưng số %s không phải là ngày",
      "the cell is formatted as a date, but %s is none"),
  PERCENT_CELL(
      "ô có định dạng phần trăm (%s), nhưng cột này cần số thường; hãy đổi định dạng ô",
      "the cell is formatted as a percentage (%s), but this column wants a plain number; change its"
          + " format"),
  PASSWORD(
      "tệp có mật khẩu; hãy bỏ mật khẩu rồi lưu lại",
      "the file is protected by a password; take it off and save the file again"),
  OLD_EXCEL(
      "tệp Excel đời cũ (.xls); hãy lưu lại dạng .xlsx",
      "the file is of an old Excel (.xls); save it as .xlsx"),
  NOT_XLSX("không phải tệp XLSX, hoặc tệp bị hỏng", "the file is no XLSX, or it is damaged"),
  XLSX_TOO_LARGE(
      "tệp XLSX quá lớn: tối đa %s MiB, %s MiB sau khi giải nén và %s dòng; hãy tách thành nhiều tệp",
      "the XLSX file is too large: at most %s MiB, %s MiB unpacked and %s rows; part it into several"
          + " files"),
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
