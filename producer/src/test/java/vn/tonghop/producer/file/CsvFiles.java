package vn.tonghop.producer.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;

/** Writes reports as a spreadsheet might: columns and rows in any order, commas or semicolons. */
final class CsvFiles {

  private static final List<String> COLUMNS =
      List.of(
          "unit,programme,period,revision,as_of,task,title,assigned_by,field,status,due_on,"
              .concat("completed_on,percent,note,indicator,value,kind,test,nil,submitted_by,")
              .concat("submitted_at")
              .split(","));

  private final Random random;

  CsvFiles(Random random) {
    this.random = random;
  }

  /** The reports in the order in which their first rows stand; a report's lines keep theirs. */
  String write(List<ProgressReport> reports) {
    List<String> columns = new ArrayList<>(COLUMNS);
    Collections.shuffle(columns, random);
    char delimiter = random.nextBoolean() ? ',' : ';';
    String end = random.nextBoolean() ? "\n" : "\r\n";
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter).setRecordSeparator(end).get();
    StringBuilder out = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
    try {
      format.printRecord(out, columns.stream().map(this::spelled).toArray());
      for (Map<String, String> row : interleaved(reports)) {
        format.printRecord(out, columns.stream().map(each -> row.getOrDefault(each, "")).toArray());
        if (random.nextInt(5) == 0) {
          out.append(String.valueOf(delimiter).repeat(random.nextInt(25))).append(end);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private String spelled(String column) {
    String spelled = random.nextBoolean() ? column : column.toUpperCase(Locale.ROOT);
    return random.nextBoolean() ? spelled : "  " + spelled + " ";
  }

  private List<Map<String, String>> interleaved(List<ProgressReport> reports) {
    List<List<Map<String, String>>> left = new ArrayList<>();
    List<Map<String, String>> rows = new ArrayList<>();
    for (ProgressReport report : reports) {
      List<Map<String, String>> own = rows(report);
      rows.add(own.remove(0));
      left.add(own);
      int some = random.nextInt(4);
      for (int i = 0; i < some; i++) {
        takeOne(left, rows);
      }
    }
    while (left.stream().anyMatch(own -> !own.isEmpty())) {
      takeOne(left, rows);
    }
    return rows;
  }

  private void takeOne(List<List<Map<String, String>>> left, List<Map<String, String>> rows) {
    List<Map<String, String>> own = left.get(random.nextInt(left.size()));
    if (!own.isEmpty()) {
      rows.add(own.remove(0));
    }
  }

  private List<Map<String, String>> rows(ProgressReport report) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (TaskLine task : report.tasks()) {
      Map<String, String> row = ownFields(report);
      put(row, "task", task.code());
      put(row, "title", task.title());
      put(row, "assigned_by", task.assignedBy());
      put(row, "field", task.field());
      put(row, "status", task.status());
      put(row, "due_on", task.dueOn());
      put(row, "completed_on", task.completedOn());
      put(row, "percent", task.percent());
      put(row, "note", task.note());
      rows.add(row);
    }
    for (IndicatorValue indicator : report.indicators()) {
      Map<String, String> row = ownFields(report);
      put(row, "indicator", indicator.code());
      put(row, "value", indicator.value().toPlainString());
      rows.add(row);
    }
    if (rows.isEmpty()) {
      rows.add(ownFields(report));
    }
    return rows;
  }

  private Map<String, String> ownFields(ProgressReport report) {
    Map<String, String> row = new HashMap<>();
    boolean oneDigit = report.unit().matches("0[0-9]");
    put(row, "unit", oneDigit && random.nextBoolean() ? report.unit().substring(1) : report.unit());
    put(row, "programme", report.programme());
    put(row, "period", report.period());
    put(row, "revision", report.revision());
    put(row, "kind", report.kind());
    put(row, "as_of", report.asOf());
    put(row, "test", flag(report.test()));
    put(row, "nil", flag(report.nil()));
    put(row, "submitted_by", report.submittedBy());
    put(row, "submitted_at", report.submittedAt());
    return row;
  }

  private @Nullable String flag(boolean flag) {
    String word = flag ? "true" : "false";
    List<String> spellings = Arrays.asList(word, word.toUpperCase(Locale.ROOT), flag ? word : null);
    return spellings.get(random.nextInt(spellings.size()));
  }

  private static void put(Map<String, String> row, String column, @Nullable Object value) {
    row.put(column, value == null ? "" : value.toString());
  }
}
