package vn.tonghop.producer.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;

/**
 * An XLSX form for one unit, programme and period, with the tasks that the unit reported last, so
 * that a clerk fills in what has changed.
 */
public final class ReportForm {

  /** Rows for tasks and indicators to come; further ones can be copied from them. */
  private static final int SPARE_ROWS = 100;

  private static final List<FormColumn> KEYS =
      List.of(
          FormColumn.UNIT,
          FormColumn.PROGRAMME,
          FormColumn.PERIOD,
          FormColumn.REVISION,
          FormColumn.AS_OF);

  private final FormHead head;
  private final ReferenceData data;

  public ReportForm(FormHead head, ReferenceData data) {
    this.head = head;
    this.data = data;
  }

  /**
   * The bytes of the file.
   *
   * @param last what the unit reported last, whose tasks are filled in; null for an empty form. Its
   *     indicators are filled in only if it is the report of this very period: figures of another
   *     are none of this
   */
  public byte[] write(@Nullable ProgressReport last) {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      FormStyles styles = new FormStyles(book);
      FormSheet tasks =
          new FormSheet(
              book,
              "tasks",
              head,
              styles,
              with(
                  FormColumn.TASK,
                  FormColumn.TITLE,
                  FormColumn.ASSIGNED_BY,
                  FormColumn.FIELD,
                  FormColumn.STATUS,
                  FormColumn.DUE_ON,
                  FormColumn.COMPLETED_ON,
                  FormColumn.PERCENT,
                  FormColumn.NOTE));
      FormSheet indicators =
          new FormSheet(
              book, "indicators", head, styles, with(FormColumn.INDICATOR, FormColumn.VALUE));
      if (last != null) {
        last.tasks().forEach(task -> add(tasks, task));
        if (last.period().equals(head.period().label())) {
          last.indicators().forEach(each -> add(indicators, each));
        }
      }
      for (int i = 0; i < SPARE_ROWS; i++) {
        tasks.add();
        indicators.add();
      }
      GuideSheet.write(book, head, styles, data);
      FormLists lists = new FormLists(book, data);
      tasks.finish(lists);
      indicators.finish(lists);
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new AssertionError("a workbook in memory can always be written", e);
    }
  }

  private static List<FormColumn> with(FormColumn... columns) {
    return Stream.concat(KEYS.stream(), Arrays.stream(columns)).toList();
  }

  private void add(FormSheet sheet, TaskLine task) {
    XSSFRow row = sheet.add();
    sheet.set(row, FormColumn.TASK, task.code());
    sheet.set(row, FormColumn.TITLE, task.title());
    sheet.set(row, FormColumn.ASSIGNED_BY, FormLists.authority(data, task.assignedBy()));
    sheet.set(row, FormColumn.FIELD, FormLists.field(data, task.field()));
    sheet.set(row, FormColumn.STATUS, FormLists.status(task.status()));
    sheet.set(row, FormColumn.DUE_ON, task.dueOn());
    sheet.set(row, FormColumn.COMPLETED_ON, task.completedOn());
    sheet.set(row, FormColumn.PERCENT, task.percent());
    sheet.set(row, FormColumn.NOTE, task.note());
  }

  /** As text: a sheet's own numbers have 15 digits, a value may have 18. */
  private static void add(FormSheet sheet, IndicatorValue value) {
    XSSFRow row = sheet.add();
    sheet.set(row, FormColumn.INDICATOR, value.code());
    sheet.set(row, FormColumn.VALUE, value.value().stripTrailingZeros().toPlainString());
  }
}
