package vn.tonghop.producer.form;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.tonghop.domain.reference.Indicator;
import vn.tonghop.domain.reference.ReferenceData;

/** How to fill in the form, Vietnamese beside English. */
final class GuideSheet {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final int WIDTH = 70 * 256;

  private final XSSFSheet sheet;
  private final FormStyles styles;
  private int next;

  private GuideSheet(XSSFSheet sheet, FormStyles styles) {
    this.sheet = sheet;
    this.styles = styles;
  }

  static String date(LocalDate date) {
    return DATE.format(date);
  }

  static void write(XSSFWorkbook book, FormHead head, FormStyles styles, ReferenceData data) {
    XSSFSheet sheet = book.createSheet("Hướng dẫn");
    sheet.setColumnWidth(0, WIDTH);
    sheet.setColumnWidth(1, WIDTH);
    new GuideSheet(sheet, styles).write(head, data);
    sheet.enableLocking();
  }

  private void write(FormHead head, ReferenceData data) {
    add("HƯỚNG DẪN", "HOW TO FILL IN THIS FORM");
    add(
        "1. Mỗi nhiệm vụ một dòng trong trang \"tasks\". Danh sách là lũy kế: giữ cả nhiệm vụ đã"
            + " hoàn thành.",
        "1. One row a task on the sheet \"tasks\". Lists are cumulative: keep finished tasks, too.");
    add(
        "2. Các ô màu xám và dòng tiêu đề đã điền sẵn và được khóa; không cần sửa.",
        "2. Grey cells and the header are filled in and locked; leave them as they are.");
    add(
        "3. Cấp giao, lĩnh vực, tình trạng: chọn trong danh sách của ô.",
        "3. Assigning level, field and status: choose from the cell's list.");
    add(
        "4. \"Hoàn thành\" thì ghi ngày hoàn thành (không sau %s) và 100 phần trăm; các tình trạng khác"
                .formatted(date(head.asOf()))
            + " thì để trống ngày hoàn thành. \"Chưa thực hiện\" là 0 phần trăm.",
        "4. A completed task has a date of completion (not after %s) and 100 percent; any other has no"
                .formatted(head.asOf())
            + " such date. One not started has 0 percent.");
    add(
        "5. Chỉ tiêu số liệu ghi ở trang \"indicators\"; không có thì để trống.",
        "5. Figures of indicators go on the sheet \"indicators\"; leave it empty if there are none.");
    add(
        "6. Không cần ghi lần báo cáo: khi gửi, chương trình tự ghi lần tiếp theo. Muốn sửa báo cáo đã"
            + " gửi, sửa tệp này rồi gửi lại.",
        "6. No revision is needed: the next one is filled in when the report is sent. To correct a report,"
            + " correct this file and send it again.");
    add(
        "7. Kiểm tra: ./tonghop validate TỆP. Gửi: ./tonghop submit --wait TỆP. Không phát sinh:"
            + " ./tonghop nil. Rút báo cáo: ./tonghop withdraw.",
        "7. To check: ./tonghop validate FILE. To send: ./tonghop submit --wait FILE. Nothing to report:"
            + " ./tonghop nil. To take a report back: ./tonghop withdraw.");
    add(
        "8. Thời hạn gửi báo cáo: hết ngày " + date(head.period().dueOn()) + ".",
        "8. Due by the end of " + head.period().dueOn() + ".");
    if (!data.indicators().isEmpty()) {
      add("Chỉ tiêu (mã: tên, đơn vị tính)", "Indicators (code: name, unit of measure)");
    }
    for (Indicator each : data.indicators()) {
      add(
          "%s: %s, %s".formatted(each.code(), each.nameVi(), each.measureVi()),
          "%s: %s, %s".formatted(each.code(), each.nameEn(), each.measureEn()));
    }
  }

  private void add(String vi, String en) {
    XSSFRow row = sheet.createRow(next);
    String[] texts = {vi, en};
    for (int i = 0; i < texts.length; i++) {
      XSSFCell cell = row.createCell(i);
      cell.setCellValue(texts[i]);
      cell.setCellStyle(next == 0 ? styles.title : styles.plain);
    }
    next++;
  }
}
