package vn.tonghop.domain.acceptance;

import org.jspecify.annotations.Nullable;

/** The texts of errors and warnings, Vietnamese and English; {@code %s} takes what was found. */
public enum Message {
  UNREADABLE(Rule.E01, "Không đọc được báo cáo: %s", "The report cannot be read: %s"),
  NO_VALUE(Rule.E01, "Bản ghi không có nội dung (null)", "The record has no value (null)"),
  NOT_WIRE_FORMAT(
      Rule.E01,
      "Bản ghi không theo định dạng Avro đã đăng ký (byte 0x00, số hiệu lược đồ 4 byte, Avro)",
      "The record is not in the registry's Avro format (byte 0x00, 4-byte schema id, Avro)"),
  UNKNOWN_SCHEMA(
      Rule.E01, "Lược đồ không có trong sổ đăng ký: %s", "The registry has no such schema: %s"),
  NOT_A_PROGRESS_REPORT(
      Rule.E01,
      "Lược đồ của bản ghi không phải là báo cáo tiến độ: %s",
      "The record's schema is not that of a progress report: %s"),
  UNKNOWN_FIELD(Rule.E01, "Trường không có trong mẫu báo cáo", "No such field in a report"),
  MISSING_FIELD(Rule.E01, "Thiếu trường bắt buộc", "A required field is missing"),
  WRONG_TYPE(Rule.E01, "Sai kiểu dữ liệu: cần %s, nhận được %s", "Wrong type: wanted %s, got %s"),
  BLANK_CODE(Rule.E01, "Mã để trống", "The code is blank"),
  TOO_LARGE(
      Rule.E01,
      "Báo cáo quá lớn: %s byte, tối đa %s",
      "The report is too large: %s bytes, at most %s"),
  OUT_OF_RANGE(
      Rule.E01,
      "Giá trị vượt quá 15 chữ số phần nguyên hoặc 3 chữ số thập phân: %s",
      "More than 15 digits before or 3 after the point: %s"),
  UNIT_UNKNOWN(Rule.E02, "Không có đơn vị báo cáo mang mã %s", "No reporting unit has the code %s"),
  UNIT_NOT_IN_FORCE(
      Rule.E02,
      "Mã %s không thuộc đơn vị nào đang tồn tại vào ngày cuối kỳ %s",
      "No unit with the code %s was in force on the period's last day, %s"),
  WRONG_UNIT(
      Rule.E03,
      "Đơn vị %s không được gửi báo cáo vào kênh của đơn vị %s",
      "Unit %s may not report on the topic of unit %s"),
  PROGRAMME_UNKNOWN(
      Rule.E04, "Không có chương trình công tác mang mã %s", "No work programme has the code %s"),
  PROGRAMME_NOT_RUNNING(
      Rule.E04,
      "Chương trình %s không thực hiện trong năm %s (chỉ từ %s đến %s)",
      "Programme %s does not run in %s (it runs from %s to %s)"),
  PERIOD_MALFORMED(
      Rule.E05,
      "Kỳ báo cáo \"%s\" sai mẫu; ví dụ đúng: 2024-M05, 2024-Q1, 2024-S1, 2024-A1",
      "Malformed period \"%s\"; right ones look like 2024-M05, 2024-Q1, 2024-S1, 2024-A1"),
  REVISION_BELOW_ONE(
      Rule.E06, "Lần báo cáo phải từ 1 trở lên, nhận được %s", "Revision %s is below 1"),
  AS_OF_OUTSIDE(
      Rule.E07,
      "Ngày chốt số liệu %s nằm ngoài kỳ (từ %s đến hết %s)",
      "The date of the figures, %s, is outside the period (%s to %s)"),
  DUPLICATE_TASK(
      Rule.E08, "Mã nhiệm vụ %s xuất hiện nhiều lần", "Task code %s stands more than once"),
  DUPLICATE_INDICATOR(
      Rule.E08, "Mã chỉ tiêu %s xuất hiện nhiều lần", "Indicator code %s stands more than once"),
  COMPLETED_WITHOUT_DATE(
      Rule.E09,
      "Nhiệm vụ đã hoàn thành nhưng thiếu ngày hoàn thành",
      "The task is completed but has no date of completion"),
  COMPLETED_AFTER_AS_OF(
      Rule.E09,
      "Ngày hoàn thành %s sau ngày chốt số liệu %s",
      "Completed on %s, after the date of the figures, %s"),
  DATE_WITHOUT_COMPLETED(
      Rule.E09,
      "Có ngày hoàn thành nhưng trạng thái là %s",
      "The task has a date of completion but its status is %s"),
  PERCENT_OUTSIDE(Rule.E10, "Tỷ lệ %s nằm ngoài khoảng 0–100", "Percent %s is outside 0 to 100"),
  PERCENT_CONTRADICTS(
      Rule.E10,
      "Tỷ lệ %s mâu thuẫn với trạng thái %s (cần %s)",
      "Percent %s contradicts the status %s (wants %s)"),
  NIL_WITH_LINES(
      Rule.E11,
      "Báo cáo \"không phát sinh\" nhưng lại có nhiệm vụ hoặc chỉ tiêu",
      "A nil report has tasks or indicators"),
  NOTHING_REPORTED(
      Rule.E11,
      "Báo cáo không có nhiệm vụ, chỉ tiêu nào mà cũng không ghi \"không phát sinh\"",
      "The report has neither tasks nor indicators and does not say that it is nil"),
  INDICATOR_UNKNOWN(Rule.E12, "Không có chỉ tiêu mang mã %s", "No indicator has the code %s"),
  INDICATOR_NEGATIVE(
      Rule.E12, "Chỉ tiêu %s không được âm: %s", "Indicator %s may not be negative: %s"),
  AUTHORITY_UNKNOWN(
      Rule.E13, "Không có cấp giao mang mã %s", "No assigning authority has the code %s"),
  FIELD_UNKNOWN(Rule.E13, "Không có lĩnh vực mang mã %s", "No field of work has the code %s"),
  LATE(
      Rule.W01,
      "Báo cáo quá hạn: hạn gửi là hết ngày %s",
      "The report is late: it was due by the end of %s"),
  TASK_GONE(
      Rule.W02,
      "Nhiệm vụ %s có ở lần báo cáo %s nhưng không còn ở lần này",
      "Task %s of revision %s is gone"),
  FEWER_COMPLETED(
      Rule.W03,
      "Số nhiệm vụ hoàn thành (%s) ít hơn báo cáo kỳ %s (%s)",
      "Fewer tasks completed (%s) than in the report for %s (%s)"),
  SENT_IN_THE_FUTURE(
      Rule.W04,
      "Thời điểm gửi ghi trong báo cáo (%s) muộn hơn thời điểm nhận (%s) quá 10 phút",
      "The time of sending in the report (%s) is more than 10 minutes after its arrival (%s)"),
  OVERDUE_UNTOUCHED(
      Rule.W05,
      "Nhiệm vụ quá hạn từ %s mà chưa có tiến độ (0 %%)",
      "The task has been overdue since %s without any progress (0 %%)"),
  AS_OF_EARLY(
      Rule.W06,
      "Số liệu chốt ngày %s, trước ngày cuối kỳ %s",
      "The figures are as at %s, before the period's last day, %s"),
  EARLIER_TASK_GONE(
      Rule.W07,
      "Nhiệm vụ %s có ở báo cáo kỳ %s nhưng không còn ở kỳ này",
      "Task %s of the report for %s is gone");

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

  /** The first {@value #ECHO} characters, never half of one. */
  public static String cut(String text) {
    if (text.length() <= ECHO) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(ECHO - 1)) ? ECHO - 1 : ECHO;
    return text.substring(0, end);
  }
}
