package vn.tonghop.producer.form;

import java.util.Locale;

/** A column of the form, under a header that the readers of files understand. */
enum FormColumn {
  UNIT("Mã đơn vị", 11),
  PROGRAMME("Mã chương trình", 14),
  PERIOD("Kỳ báo cáo", 11),
  REVISION("Lần báo cáo", 0),
  AS_OF("Ngày chốt số liệu", 12),
  TASK("Mã nhiệm vụ", 14),
  TITLE("Tên nhiệm vụ", 44),
  ASSIGNED_BY("Cấp giao", 32),
  FIELD("Lĩnh vực", 32),
  STATUS("Tình trạng", 26),
  DUE_ON("Hạn hoàn thành", 13),
  COMPLETED_ON("Ngày hoàn thành", 16),
  PERCENT("Phần trăm", 10),
  NOTE("Ghi chú", 36),
  INDICATOR("Mã chỉ tiêu", 26),
  VALUE("Giá trị", 18);

  private final String vietnamese;
  private final int width;

  FormColumn(String vietnamese, int width) {
    this.vietnamese = vietnamese;
    this.width = width;
  }

  /** Vietnamese, and the code of roll-up.md §2 below. */
  String header() {
    return vietnamese + "\n(" + name().toLowerCase(Locale.ROOT) + ")";
  }

  /** Characters; 0 is a hidden column, which nobody has to fill in. */
  int width() {
    return width;
  }

  /** Whether its cells are filled in by the form: which report a row belongs to. */
  boolean isKey() {
    return compareTo(AS_OF) <= 0;
  }

  boolean isDate() {
    return this == AS_OF || this == DUE_ON || this == COMPLETED_ON;
  }
}
