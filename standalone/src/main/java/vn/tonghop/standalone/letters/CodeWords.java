package vn.tonghop.standalone.letters;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.producer.text.Text;

/** An error code in a few words, and who can mend what it says. */
public final class CodeWords {

  private static final Text BY_THE_UNIT =
      new Text(
          "Chỉ đơn vị sửa được: đơn vị gửi báo cáo đã sửa (đó là một báo cáo mới), rồi đóng bản ghi"
              + " này bằng drop",
          "Only the unit can mend it: it sends a corrected report, which is a new one; then close"
              + " this letter with drop");

  private static final Text BY_THE_CATALOGUE =
      new Text(
          "Nếu danh mục thiếu: nạp danh mục đã bổ sung (reference load), rồi replay. Nếu báo cáo"
              + " sai: đơn vị sửa và gửi lại, rồi drop",
          "If the catalogue lacks it: load the completed catalogue (reference load), then replay."
              + " If the report is wrong: the unit corrects and sends it, then drop");

  private static final Text BY_THE_SCHEMA =
      new Text(
          "Nếu lược đồ nay đã được đăng ký (số hiệu không đổi): replay. Nếu không: đơn vị gửi lại,"
              + " rồi drop",
          "If its schema has been registered since, under that id: replay. Else the unit sends it"
              + " again; then drop");

  private CodeWords() {}

  /** Error codes, in their order. */
  public static List<Rule> errors() {
    return Arrays.stream(Rule.values()).filter(Rule::isError).toList();
  }

  /** The code's words; empty for what is no error code. */
  static Optional<Text> of(String code) {
    return rule(code).map(CodeWords::words);
  }

  /** What helps against it, from the operator's side; empty for what is no error code. */
  static Optional<Text> advice(String code) {
    return rule(code)
        .map(
            rule ->
                switch (rule) {
                  case E01 -> BY_THE_SCHEMA;
                  case E02, E04, E12, E13 -> BY_THE_CATALOGUE;
                  default -> BY_THE_UNIT;
                });
  }

  private static Optional<Rule> rule(String code) {
    return errors().stream().filter(each -> each.name().equals(code)).findFirst();
  }

  private static Text words(Rule rule) {
    return switch (rule) {
      case E01 -> new Text("không đọc được", "unreadable");
      case E02 -> new Text("không có đơn vị", "no such unit");
      case E03 -> new Text("gửi nhầm kênh đơn vị khác", "another unit's topic");
      case E04 -> new Text("không có chương trình", "no such programme");
      case E05 -> new Text("kỳ sai mẫu", "malformed period");
      case E06 -> new Text("lần báo cáo dưới 1", "revision below 1");
      case E07 -> new Text("ngày chốt ngoài kỳ", "asOf outside the period");
      case E08 -> new Text("mã trùng", "duplicate code");
      case E09 -> new Text("ngày hoàn thành sai", "date of completion");
      case E10 -> new Text("tỷ lệ sai", "percent");
      case E11 -> new Text("không phát sinh hay có dòng", "nil or lines");
      case E12 -> new Text("chỉ tiêu", "indicator");
      case E13 -> new Text("cấp giao hoặc lĩnh vực", "authority or field");
      case W01, W02, W03, W04, W05, W06, W07 ->
          throw new IllegalArgumentException(rule + " rejects nothing");
    };
  }
}
