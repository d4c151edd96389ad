package vn.tonghop.producer.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskLine;

/** Writes reports as clerks might: any words, order of columns, and kind of date or number. */
final class XlsxFiles {

  private static final List<String> OWN =
      List.of("unit", "programme", "period", "revision", "as_of", "kind", "test", "nil");
  private static final List<String> SENDER = List.of("submitted_by", "submitted_at");
  private static final List<String> TASK =
      List.of(
          "task",
          "title",
          "assigned_by",
          "field",
          "status",
          "due_on",
          "completed_on",
          "percent",
          "note");

  private final Random random;
  private final boolean from1904;
  private @Nullable CellStyle date;
  private @Nullable CellStyle time;
  private @Nullable CellStyle share;

  XlsxFiles(Random random) {
    this.random = random;
    this.from1904 = random.nextInt(4) == 0;
  }

  byte[] write(List<ProgressReport> reports) {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      book.getCTWorkbook().getWorkbookPr().setDate1904(from1904);
      date = style(book, random.nextBoolean() ? "dd/mm/yyyy" : "yyyy\\-mm\\-dd");
      time = style(book, "dd/mm/yyyy hh:mm:ss");
      share = style(book, "0%");
      book.createSheet("Hướng dẫn").createRow(0).createCell(0).setCellValue("Đọc kỹ");
      List<Map<String, Object>> tasks = new ArrayList<>();
      List<Map<String, Object>> indicators = new ArrayList<>();
      List<Map<String, Object>> bare = new ArrayList<>();
      for (ProgressReport report : reports) {
        report.tasks().forEach(task -> tasks.add(row(report, task)));
        report.indicators().forEach(value -> indicators.add(row(report, value)));
        if (report.tasks().isEmpty() && report.indicators().isEmpty()) {
          bare.add(own(report));
        }
      }
      if (random.nextBoolean()) {
        tasks.addAll(bare);
        bare.clear();
      }
      fill(book.createSheet(one("tasks", "Nhiệm vụ", "NHIEM VU")), with(TASK), tasks);
      fill(
          book.createSheet(one("indicators", "Chỉ tiêu")),
          with(List.of("indicator", "value")),
          indicators);
      fill(book.createSheet(one("report", "Báo cáo")), with(List.of()), bare);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CellStyle style(XSSFWorkbook book, String format) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    return style;
  }

  private List<String> with(List<String> more) {
    List<String> columns = new ArrayList<>(OWN);
    columns.addAll(SENDER);
    columns.addAll(more);
    Collections.shuffle(columns, random);
    if (random.nextBoolean()) {
      columns.add(0, "STT");
    }
    return columns;
  }

  private void fill(Sheet sheet, List<String> columns, List<Map<String, Object>> rows) {
    int line = random.nextInt(3);
    if (line > 0) {
      sheet.createRow(0).createCell(1).setCellValue("Báo cáo tiến độ (số liệu minh họa)");
    }
    Row header = sheet.createRow(line++);
    for (int i = 0; i < columns.size(); i++) {
      header.createCell(i).setCellValue(spelled(columns.get(i)));
    }
    int number = 0;
    for (Map<String, Object> values : rows) {
      if (random.nextInt(5) == 0) {
        sheet.createRow(line).createCell(0).setCellValue("I. " + "Phần");
        sheet.addMergedRegion(new CellRangeAddress(line, line, 0, 4));
        line++;
      }
      line += random.nextInt(6) == 0 ? 1 : 0;
      Row row = sheet.createRow(line++);
      number++;
      for (int i = 0; i < columns.size(); i++) {
        Object value = columns.get(i).equals("STT") ? (Object) number : values.get(columns.get(i));
        if (value != null) {
          put(row.createCell(i), columns.get(i), value);
        }
      }
    }
  }

  private String spelled(String column) {
    List<String> words =
        Words.entries().stream()
            .filter(entry -> entry.about() == Words.About.COLUMN && entry.code().equals(column))
            .findFirst()
            .map(Words.Entry::words)
            .orElse(List.of(column));
    String word = words.get(random.nextInt(words.size()));
    return switch (random.nextInt(5)) {
      case 0 -> column;
      case 1 -> "  " + word.toUpperCase(java.util.Locale.ROOT) + " ";
      case 2 -> word + " (" + column + ")";
      case 3 -> word + "\n" + column;
      default -> Words.folded(word);
    };
  }

  private void put(Cell cell, String column, Object value) {
    if (value instanceof LocalDate day) {
      switch (random.nextInt(3)) {
        case 0 -> cell.setCellValue(day.toString());
        case 1 -> cell.setCellValue(DateTimeFormatter.ofPattern("d/M/uuuu").format(day));
        default -> {
          cell.setCellValue(day);
          cell.setCellStyle(date);
        }
      }
    } else if (value instanceof LocalDateTime moment) {
      cell.setCellValue(moment);
      cell.setCellStyle(time);
    } else if (value instanceof Boolean flag) {
      switch (random.nextInt(3)) {
        case 0 -> cell.setCellValue(flag);
        case 1 -> cell.setCellValue(flag ? "Có" : "KHÔNG");
        default -> cell.setCellValue(flag ? "true" : "");
      }
    } else if (value instanceof Number number) {
      boolean exact = new BigDecimal(number.toString()).precision() <= 15;
      if (column.equals("percent") && random.nextInt(3) == 0) {
        cell.setCellValue(number.doubleValue() / 100);
        cell.setCellStyle(share);
      } else if (exact && random.nextBoolean()) {
        cell.setCellValue(number.doubleValue());
      } else {
        cell.setCellValue(
            number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString());
      }
    } else {
      cell.setCellValue(String.valueOf(value));
    }
  }

  private Map<String, Object> row(ProgressReport report, TaskLine task) {
    Map<String, Object> row = own(report);
    row.put("task", task.code());
    row.put("title", task.title());
    row.put("assigned_by", one(task.assignedBy(), "Bộ Chính trị", "bo chinh tri (POLITBURO)"));
    row.put("field", one(task.field(), "Công tác cán bộ", "CADRES"));
    row.put("status", status(task.status().name()));
    row.put("due_on", task.dueOn());
    row.put("completed_on", task.completedOn());
    row.put("percent", task.percent());
    row.put("note", task.note());
    return row;
  }

  private Map<String, Object> row(ProgressReport report, IndicatorValue indicator) {
    Map<String, Object> row = own(report);
    row.put("indicator", one(indicator.code(), "Số vụ (" + indicator.code() + ")"));
    row.put("value", indicator.value());
    return row;
  }

  private Map<String, Object> own(ProgressReport report) {
    Map<String, Object> row = new java.util.HashMap<>();
    String unit = report.unit();
    row.put("unit", unit.matches("0[0-9]") ? (Object) Integer.valueOf(unit) : unit);
    row.put("programme", report.programme());
    row.put("period", report.period());
    row.put("revision", report.revision());
    row.put("kind", report.kind() == ReportKind.SUBMIT ? "" : one("WITHDRAW", "Rút báo cáo"));
    row.put("as_of", report.asOf());
    row.put("test", report.test());
    row.put("nil", report.nil());
    row.put("submitted_by", report.submittedBy());
    row.put(
        "submitted_at",
        report.submittedAt() == null
            ? null
            : LocalDateTime.ofInstant(report.submittedAt(), ZoneOffset.ofHours(7)));
    return row;
  }

  private String status(String code) {
    List<String> words =
        Words.entries().stream()
            .filter(entry -> entry.about() == Words.About.STATUS && entry.code().equals(code))
            .findFirst()
            .orElseThrow()
            .words();
    String word = words.get(random.nextInt(words.size()));
    return one(code, word, word + " (" + code + ")", Words.folded(word));
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
