package vn.tonghop.domain.acceptance;

import org.jspecify.annotations.Nullable;

/** The texts of errors and warnings, Vietnamese and English; {@code %s} takes what was found. */
public enum Message {
  UNREADABLE(Rule.E01, "Không đọc được báo cáo: %s", "The report cannot be read: %s"),
  NO_VALUE(
      Rule.E01,
      "Bản ghi không có nội dung (null); muốn rút báo cáo, hãy gửi báo cáo loại WITHDRAW",
      "The record has no value (null); to take a report back, send one of kind WITHDRAW"),
  NOT_WIRE_FORMAT(
      Rule.E01,
      "Bản ghi không theo định dạng Avro đã đăng ký; cần byte 0x00, số hiệu lược đồ 4 byte, rồi Avro",
      "The record is not in the registry's Avro format: byte 0x00, 4-byte schema id, then Avro"),
  UNKNOWN_SCHEMA(
      Rule.E01,
      "Lược đồ số %s không có trong kho lược đồ; hãy đăng ký lược đồ trước khi gửi",
      "The registry has no schema %s; register the schema before sending"),
  NOT_A_PROGRESS_REPORT(
      Rule.E01,
      "Lược đồ của bản ghi (%s) không đọc được thành báo cáo tiến độ; hãy dùng vn.tonghop.ProgressReport",
      "The record's schema (%s) cannot be read as a progress report; use vn.tonghop.ProgressReport"),
  UNKNOWN_FIELD(
      Rule.E01,
      "Trường không có trong mẫu báo cáo; hãy xóa hoặc sửa tên trường",
      "No such field in a report; remove it or correct its name"),
  MISSING_FIELD(
      Rule.E01, "Thiếu trường bắt buộc; hãy bổ sung", "A required field is missing; add it"),
  WRONG_TYPE(Rule.E01, "Sai kiểu dữ liệu: cần %s, nhận được %s", "Wrong type: wanted %s, got %s"),
  BLANK_CODE(Rule.E01, "Mã để trống; hãy điền mã", "The code is blank; fill it in"),
  TOO_LARGE(
      Rule.E01,
      "Báo cáo quá lớn: %s byte, tối đa %s byte; hãy rút gọn mã, tên và ghi chú",
      "The report is too large: %s bytes, at most %s; shorten codes, titles and notes"),
  TOO_LARGE_TO_SEND(
      Rule.E01,
      "Báo cáo quá lớn (%s byte): kênh của đơn vị không nhận; hãy rút gọn mã, tên và ghi chú",
      "The report is too large (%s bytes): the unit's topic does not take it; shorten codes, titles"
          + " and notes"),
  OUT_OF_RANGE(
      Rule.E01,
      "Giá trị vượt quá 15 chữ số phần nguyên hoặc 3 chữ số thập phân: %s",
      "More than 15 digits before or 3 after the point: %s"),
  UNIT_UNKNOWN(
      Rule.E02,
      "Không có đơn vị báo cáo mang mã %s; hãy dùng mã trong danh mục đơn vị",
      "No reporting unit has the code %s; use a code of the catalogue of units"),
  UNIT_NOT_IN_FORCE(
      Rule.E02,
      "Mã %s không thuộc đơn vị nào đang tồn tại vào ngày cuối kỳ %s; hãy dùng mã của đơn vị kế thừa"
          + " hoặc sửa kỳ",
      "No unit with the code %s was in force on the period's last day, %s; use the successor's code"
          + " or correct the period"),
  WRONG_UNIT(
      Rule.E03,
      "Báo cáo của đơn vị %s gửi vào kênh của đơn vị %s; hãy sửa mã đơn vị hoặc gửi vào kênh của chính"
          + " đơn vị đó",
      "A report of unit %s came by the topic of unit %s; correct the unit or send it by that unit's"
          + " own topic"),
  PROGRAMME_UNKNOWN(
      Rule.E04,
      "Không có chương trình công tác mang mã %s; hãy dùng mã trong danh mục chương trình",
      "No work programme has the code %s; use a code of the catalogue of programmes"),
  PROGRAMME_NOT_RUNNING(
      Rule.E04,
      "Chương trình %s không thực hiện trong năm %s (chỉ từ %s đến %s); hãy sửa mã chương trình hoặc"
          + " kỳ",
      "Programme %s does not run in %s (it runs from %s to %s); correct the programme or the period"),
  PERIOD_MALFORMED(
      Rule.E05,
      "Kỳ báo cáo \"%s\" sai mẫu; ví dụ đúng: 2024-M05, 2024-Q1, 2024-S1, 2024-A1",
      "Malformed period \"%s\"; right ones look like 2024-M05, 2024-Q1, 2024-S1, 2024-A1"),
  REVISION_BELOW_ONE(
      Rule.E06,
      "Lần báo cáo phải từ 1 trở lên, nhận được %s",
      "Revision %s is below 1; the first is 1"),
  AS_OF_OUTSIDE(
      Rule.E07,
      "Ngày chốt số liệu %s nằm ngoài kỳ; cần từ %s đến hết %s",
      "The date of the figures, %s, is outside the period; give a day from %s to %s"),
  DUPLICATE_TASK(
      Rule.E08,
      "Mã nhiệm vụ %s xuất hiện nhiều lần; mỗi nhiệm vụ chỉ ghi một dòng",
      "Task code %s stands more than once; give each task one line"),
  DUPLICATE_INDICATOR(
      Rule.E08,
      "Mã chỉ tiêu %s xuất hiện nhiều lần; mỗi chỉ tiêu chỉ ghi một dòng",
      "Indicator code %s stands more than once; give each indicator one line"),
  COMPLETED_WITHOUT_DATE(
      Rule.E09,
      "Nhiệm vụ đã hoàn thành nhưng thiếu ngày hoàn thành; hãy ghi ngày hoặc sửa trạng thái",
      "The task is completed but has no date of completion; give the date or correct the status"),
  COMPLETED_AFTER_AS_OF(
      Rule.E09,
      "Ngày hoàn thành %s sau ngày chốt số liệu %s; hãy sửa ngày, hoặc để nhiệm vụ ở trạng thái chưa"
          + " hoàn thành",
      "Completed on %s, after the date of the figures, %s; correct the date, or leave the task open"),
  DATE_WITHOUT_COMPLETED(
      Rule.E09,
      "Có ngày hoàn thành nhưng trạng thái là %s; hãy bỏ ngày, hoặc ghi trạng thái COMPLETED",
      "The task has a date of completion but its status is %s; remove the date, or set COMPLETED"),
  PERCENT_OUTSIDE(
      Rule.E10,
      "Tỷ lệ %s nằm ngoài khoảng 0–100; hãy sửa tỷ lệ",
      "Percent %s is outside 0 to 100; correct it"),
  PERCENT_CONTRADICTS(
      Rule.E10,
      "Tỷ lệ %s mâu thuẫn với trạng thái %s (cần %s); hãy sửa tỷ lệ hoặc trạng thái",
      "Percent %s contradicts the status %s (wants %s); correct the one or the other"),
  NIL_WITH_LINES(
      Rule.E11,
      "Báo cáo \"không phát sinh\" nhưng lại có nhiệm vụ hoặc chỉ tiêu; hãy bỏ các dòng đó hoặc ghi nil"
          + " = false",
      "A nil report has tasks or indicators; remove them, or set nil to false"),
  NOTHING_REPORTED(
      Rule.E11,
      "Báo cáo không có nhiệm vụ, chỉ tiêu nào mà cũng không ghi \"không phát sinh\"; hãy bổ sung, hoặc"
          + " ghi nil = true",
      "The report has neither tasks nor indicators and does not say that it is nil; add them, or set"
          + " nil to true"),
  INDICATOR_UNKNOWN(
      Rule.E12,
      "Không có chỉ tiêu mang mã %s; hãy dùng mã trong danh mục chỉ tiêu",
      "No indicator has the code %s; use a code of the catalogue of indicators"),
  INDICATOR_NEGATIVE(
      Rule.E12,
      "Chỉ tiêu %s không được âm: %s; hãy sửa giá trị",
      "Indicator %s may not be negative: %s; correct the value"),
  AUTHORITY_UNKNOWN(
      Rule.E13,
      "Không có cấp giao mang mã %s; hãy dùng mã trong danh mục cấp giao",
      "No assigning authority has the code %s; use a code of the catalogue of authorities"),
  FIELD_UNKNOWN(
      Rule.E13,
      "Không có lĩnh vực mang mã %s; hãy dùng mã trong danh mục lĩnh vực",
      "No field of work has the code %s; use a code of the catalogue of fields"),
  LATE(
      Rule.W01,
      "Báo cáo quá hạn: hạn gửi là hết ngày %s",
      "The report is late: it was due by the end of %s"),
  TASK_GONE(
      Rule.W02,
      "Nhiệm vụ %s có ở lần báo cáo %s nhưng không còn ở lần này; danh sách là lũy kế, nếu sót hãy gửi"
          + " lần sau có đủ",
      "Task %s of revision %s is gone; lists are cumulative: if it was left out, send a revision that"
          + " has it"),
  FEWER_COMPLETED(
      Rule.W03,
      "Số nhiệm vụ hoàn thành (%s) ít hơn báo cáo kỳ %s (%s); hãy kiểm tra lại",
      "Fewer tasks completed (%s) than in the report for %s (%s); check both"),
  SENT_IN_THE_FUTURE(
      Rule.W04,
      "Thời điểm gửi ghi trong báo cáo (%s) muộn hơn thời điểm nhận (%s) quá 10 phút; hãy kiểm tra đồng"
          + " hồ máy gửi",
      "The time of sending in the report (%s) is more than 10 minutes after its arrival (%s); check"
          + " the sender's clock"),
  OVERDUE_UNTOUCHED(
      Rule.W05,
      "Nhiệm vụ đã quá hạn (hạn %s) mà chưa có tiến độ (0 %%); hãy kiểm tra hạn và tỷ lệ",
      "The task was due on %s and has no progress (0 %%); check the deadline and the percentage"),
  AS_OF_EARLY(
      Rule.W06,
      "Số liệu chốt ngày %s, trước ngày cuối kỳ %s; nếu có số liệu cuối kỳ, hãy gửi lần báo cáo mới",
      "The figures are as at %s, before the period's last day, %s; if you have those of that day, send"
          + " a new revision"),
  EARLIER_TASK_GONE(
      Rule.W07,
      "Nhiệm vụ %s có ở báo cáo kỳ %s nhưng không còn ở kỳ này; danh sách là lũy kế, nếu sót hãy gửi lần"
          + " sau có đủ",
      "Task %s of the report for %s is gone; lists are cumulative: if it was left out, send a revision"
          + " that has it");

  /** Characters of a document that a text echoes, at most, so that receipts are bounded. */
  public static final int ECHO = 200;

  private final Rule rule;
  private final String vi;
  private final String en;

  Message(Rule rule, String vi, String en) {
    this.rule = rule;
    this.vi = vi;
    this.en = en;
  }

  /** The code this text belongs to. */
  public Rule rule() {
    return rule;
  }

  /** A finding at a place; what it echoes, and the place, are cut at {@value #ECHO} characters. */
  public Finding at(String path, @Nullable Object... found) {
    Object[] echoes = new Object[found.length];
    for (int i = 0; i < found.length; i++) {
      echoes[i] = cut(String.valueOf(found[i]));
    }
    return new Finding(rule, cut(path), vi.formatted(echoes), en.formatted(echoes));
  }

  /** The first {@value #ECHO} characters; one beyond the basic plane is one, never half. */
  public static String cut(String text) {
    if (text.length() <= ECHO || text.codePointCount(0, text.length()) <= ECHO) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, ECHO));
  }
}
