package vn.tonghop.export;

import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.OfficialTable;

/** Words that documents have beside the table's own. */
final class DocumentText {

  private DocumentText() {}

  /** Of the document, on one line. */
  static String title(OfficialTable table) {
    OfficialTable.Heading heading = table.heading();
    return heading.title() + " (" + heading.programme() + "), " + heading.period();
  }

  static String kind(Language language) {
    return language.pick(
        "BIỂU TỔNG HỢP TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ TOÀN QUỐC",
        "NATIONAL SUMMARY OF PROGRESS ON ASSIGNED TASKS");
  }

  static String samples(Language language) {
    return language.pick(
        "SỐ LIỆU CÁC TỈNH LÀ MINH HỌA, KHÔNG CÓ THẬT", "ALL PROVINCIAL FIGURES HERE ARE INVENTED");
  }

  static String number(Language language) {
    return language.pick("TT", "No.");
  }

  static String coverage(Language language) {
    return language.pick("Báo cáo", "Report");
  }

  static String asOf(Language language) {
    return language.pick("Số liệu đến ngày", "Figures as at");
  }

  static String revision(Language language) {
    return language.pick("Lần báo cáo", "Revision");
  }

  static String indicators(Language language) {
    return language.pick("Chỉ tiêu", "Indicators");
  }

  static String indicatorColumn(IndicatorColumn column, Language language) {
    return switch (column) {
      case NAME -> language.pick("Chỉ tiêu", "Indicator");
      case MEASURE -> language.pick("Đơn vị tính", "Unit of measure");
      case VALUE -> language.pick("Giá trị", "Value");
      case MARK -> language.pick("Ghi chú", "Mark");
      case UNITS -> language.pick("Số đơn vị", "Units");
      case BASELINE -> language.pick("Mốc so sánh", "Baseline");
      case BASELINE_DATE -> language.pick("Ngày của mốc", "Baseline date");
      case CHANGE -> language.pick("Tăng, giảm", "Change");
      case CHANGE_PERCENT -> language.pick("Tăng, giảm (%)", "Change (%)");
    };
  }

  /** The columns of the indicators, beside their number. */
  enum IndicatorColumn {
    NAME,
    MEASURE,
    VALUE,
    MARK,
    UNITS,
    BASELINE,
    BASELINE_DATE,
    CHANGE,
    CHANGE_PERCENT
  }

  static String place(Language language) {
    return language.pick("……………, ngày …… tháng …… năm ………", "……………, date ……………………");
  }

  static String preparedBy(Language language) {
    return language.pick("NGƯỜI LẬP BIỂU", "PREPARED BY");
  }

  static String head(Language language) {
    return language.pick("THỦ TRƯỞNG ĐƠN VỊ", "HEAD OF THE OFFICE");
  }

  static String signature(Language language) {
    return language.pick("(Ký, ghi rõ họ tên)", "(Signature, full name)");
  }

  static String sealed(Language language) {
    return language.pick("(Ký, đóng dấu, ghi rõ họ tên)", "(Signature, seal, full name)");
  }

  static String page(Language language) {
    return language.pick("Trang", "Page");
  }
}
