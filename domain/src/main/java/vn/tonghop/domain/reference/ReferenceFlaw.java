package vn.tonghop.domain.reference;

/** What can be wrong with reference data; {@code %s} takes what was found. */
enum ReferenceFlaw {
  MISSING_FILE("thiếu tệp này", "is missing"),
  NOT_UTF_8("không phải UTF-8", "is not UTF-8"),
  NOT_READABLE("không đọc được: %s", "cannot be read: %s"),
  NOT_CSV("không phải CSV: %s", "is not CSV: %s"),
  NO_COLUMN("thiếu cột %s", "no column %s"),
  NO_ROWS("không có dòng nào", "no rows"),
  EMPTY("%s để trống", "%s is empty"),
  MALFORMED("%s \"%s\" không khớp mẫu %s", "%s \"%s\" does not match %s"),
  NOT_A_DATE("%s \"%s\" không phải ngày YYYY-MM-DD", "%s \"%s\" is not a date YYYY-MM-DD"),
  NOT_A_YEAR("%s \"%s\" không phải năm từ 1000 đến 9999", "%s \"%s\" is not a year 1000 to 9999"),
  NONE_OF("%s \"%s\" không thuộc %s", "%s \"%s\" is none of %s"),
  NOT_YES_OR_NO("%s \"%s\" không phải yes hay no", "%s \"%s\" is neither yes nor no"),
  NOT_A_NUMBER(
      "%s \"%s\" không phải số có tối đa 15 chữ số phần nguyên và 3 chữ số thập phân",
      "%s \"%s\" is not a number of at most 15 + 3 digits"),
  BEFORE("%s sớm hơn %s", "%s is before %s"),
  BASELINE_INCOMPLETE(
      "giá trị gốc (baseline) cần đủ chương trình, giá trị khác 0 và ngày",
      "baseline wants a programme, a value other than zero and a date"),
  CODE_TWICE("mã %s xuất hiện hai lần, lần đầu ở %s", "code %s stands twice, first in %s"),
  EXPECTS_NOBODY("%s cần báo cáo của %s, nhưng không có đơn vị này", "%s expects %s, no unit"),
  BASELINE_NOWHERE(
      "%s có giá trị gốc ở %s, nhưng không có chương trình này",
      "%s has a baseline in %s, no programme"),
  CODE_TAKEN("mã %s đã có hiệu lực theo %s", "code %s is in force already by %s"),
  BODY_TAKEN("đơn vị (body) %s đã có hiệu lực theo %s", "body %s is in force already by %s"),
  BODY_GAP(
      "đơn vị (body) %s không có hiệu lực trong khoảng giữa %s và %s",
      "body %s is not in force between %s and %s"),
  SUCCEEDED_TOO_SOON(
      "đơn vị (body) %s có đơn vị kế thừa ở dòng không phải dòng cuối của nó",
      "body %s has a successor in a row that is not its last"),
  SUCCESSOR_UNKNOWN(
      "đơn vị (body) %s nhập vào %s, nhưng không dòng nào có đơn vị đó",
      "body %s went into %s, which no row has"),
  SUCCESSOR_NOT_IN_FORCE(
      "đơn vị (body) %s nhập vào %s, nhưng đơn vị đó không có hiệu lực vào ngày sau ngày %s",
      "body %s went into %s, not in force the day after %s"),
  OWN_SUCCESSOR("đơn vị (body) %s kế thừa chính nó", "body %s is its own successor");

  private final String vi;
  private final String en;

  ReferenceFlaw(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  String vi(Object... found) {
    return vi.formatted(found);
  }

  String en(Object... found) {
    return en.formatted(found);
  }
}
