package vn.tonghop.producer.form;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.tonghop.domain.reference.CatalogueEntry;
import vn.tonghop.domain.reference.Indicator;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.TaskStatus;

/** The values of the drop-down lists, on a hidden sheet: in a cell they may have 255 characters. */
final class FormLists {

  private static final String SHEET = "lists";

  private final Map<FormColumn, List<String>> values = new EnumMap<>(FormColumn.class);

  FormLists(XSSFWorkbook book, ReferenceData data) {
    List<String> statuses = new ArrayList<>();
    for (TaskStatus status : TaskStatus.values()) {
      statuses.add(status(status));
    }
    values.put(FormColumn.STATUS, statuses);
    values.put(
        FormColumn.ASSIGNED_BY,
        data.authorityCodes().stream().map(code -> authority(data, code)).toList());
    values.put(
        FormColumn.FIELD, data.fieldCodes().stream().map(code -> field(data, code)).toList());
    values.put(FormColumn.INDICATOR, data.indicators().stream().map(Indicator::code).toList());
    write(book);
  }

  /** With its code, so that no two languages or spellings can be mistaken. */
  static String status(TaskStatus status) {
    String name =
        switch (status) {
          case NOT_STARTED -> "Chưa thực hiện";
          case IN_PROGRESS -> "Đang thực hiện";
          case COMPLETED -> "Hoàn thành";
          case CANCELLED -> "Hủy";
        };
    return labelled(name, status.name());
  }

  /** An authority of a former catalogue stays the code that it was sent as. */
  static String authority(ReferenceData data, String code) {
    return data.authority(code).map(FormLists::entry).orElse(code);
  }

  static String field(ReferenceData data, String code) {
    return data.field(code).map(FormLists::entry).orElse(code);
  }

  private static String entry(CatalogueEntry entry) {
    return labelled(entry.nameVi(), entry.code());
  }

  private static String labelled(String name, String code) {
    return "%s (%s)".formatted(name, code);
  }

  /** The cells of a column's values, as formulas name them; empty for a column without a list. */
  String range(FormColumn column) {
    int index = new ArrayList<>(values.keySet()).indexOf(column);
    int size = values.getOrDefault(column, List.of()).size();
    char letter = (char) ('A' + index);
    return index < 0 || size == 0 ? "" : "%s!$%c$1:$%c$%d".formatted(SHEET, letter, letter, size);
  }

  private void write(XSSFWorkbook book) {
    XSSFSheet sheet = book.createSheet(SHEET);
    int column = 0;
    for (List<String> list : values.values()) {
      for (int i = 0; i < list.size(); i++) {
        Row row = sheet.getRow(i) == null ? sheet.createRow(i) : sheet.getRow(i);
        row.createCell(column).setCellValue(list.get(i));
      }
      column++;
    }
    book.setSheetHidden(book.getSheetIndex(sheet), true);
  }
}
