package vn.tonghop.domain.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells whether two reports say the same, whatever their order of lines: SHA-256 of the canonical
 * JSON (RFC 8785) of a report's content (roll-up.md §3).
 */
public final class ReportDigest {
  /** A digest a report: the array and the hash function are worth keeping. */
  private static final ThreadLocal<ReportDigest> MINE = ThreadLocal.withInitial(ReportDigest::new);

  /** What a report of some thousand tasks takes; a longer array is not kept. */
  private static final int KEPT_BYTES = 1 << 20;

  private static final byte[] AS_OF = json("{\"asOf\":");
  private static final byte[] INDICATORS = json(",\"indicators\":");
  private static final byte[] KIND = json(",\"kind\":");
  private static final byte[] NIL = json(",\"nil\":true,\"period\":");
  private static final byte[] NOT_NIL = json(",\"nil\":false,\"period\":");
  private static final byte[] PROGRAMME = json(",\"programme\":");
  private static final byte[] REVISION = json(",\"revision\":");
  private static final byte[] TASKS = json(",\"tasks\":");
  private static final byte[] UNIT = json(",\"unit\":");

  private static final byte[] INDICATOR_CODE = json("{\"code\":");
  private static final byte[] VALUE = json(",\"value\":");

  private static final byte[] ASSIGNED_BY = json("{\"assignedBy\":");
  private static final byte[] TASK_CODE = json(",\"code\":");
  private static final byte[] COMPLETED_ON = json(",\"completedOn\":");
  private static final byte[] DUE_ON = json(",\"dueOn\":");
  private static final byte[] FIELD = json(",\"field\":");
  private static final byte[] NOTE = json(",\"note\":");
  private static final byte[] PERCENT = json(",\"percent\":");
  private static final byte[] STATUS = json(",\"status\":");
  private static final byte[] TITLE = json(",\"title\":");

  private final JsonBytes out = new JsonBytes();
  private final MessageDigest hash = sha256();

  private ReportDigest() {}

  /** The digest in 64 lower-case hexadecimal digits. */
  public static String of(ProgressReport report) {
    ReportDigest mine = written(report);
    mine.hash.update(mine.out.bytes(), 0, mine.out.length());
    return HexFormat.of().formatHex(mine.hash.digest());
  }

  /**
   * The canonical JSON: keys in RFC 8785 order, lines by code, defaults filled in, no {@code
   * submittedBy}, {@code submittedAt} and {@code test}.
   */
  public static String canonicalJson(ProgressReport report) {
    JsonBytes json = written(report).out;
    return new String(json.bytes(), 0, json.length(), StandardCharsets.UTF_8);
  }

  private static ReportDigest written(ProgressReport report) {
    ReportDigest mine = MINE.get();
    mine.out.clear();
    mine.report(report);
    if (mine.out.length() > KEPT_BYTES) {
      MINE.remove();
    }
    return mine;
  }

  private void report(ProgressReport report) {
    out.raw(AS_OF);
    out.string(report.asOf());
    out.raw(INDICATORS);
    indicators(byCode(report.indicators(), Comparator.comparing(IndicatorValue::code)));
    out.raw(KIND);
    out.string(report.kind().name());
    out.raw(report.nil() ? NIL : NOT_NIL);
    out.string(report.period());
    out.raw(PROGRAMME);
    out.string(report.programme());
    out.raw(REVISION);
    out.number(report.revision());
    out.raw(TASKS);
    tasks(byCode(report.tasks(), Comparator.comparing(TaskLine::code)));
    out.raw(UNIT);
    out.string(report.unit());
    out.raw('}');
  }

  private void indicators(List<IndicatorValue> indicators) {
    char separator = '[';
    for (IndicatorValue indicator : indicators) {
      out.raw(separator);
      out.raw(INDICATOR_CODE);
      out.string(indicator.code());
      out.raw(VALUE);
      out.string(indicator.value().toPlainString());
      out.raw('}');
      separator = ',';
    }
    end(indicators);
  }

  private void tasks(List<TaskLine> tasks) {
    char separator = '[';
    for (TaskLine task : tasks) {
      out.raw(separator);
      task(task);
      separator = ',';
    }
    end(tasks);
  }

  private void task(TaskLine task) {
    out.raw(ASSIGNED_BY);
    out.string(task.assignedBy());
    out.raw(TASK_CODE);
    out.string(task.code());
    out.raw(COMPLETED_ON);
    out.string(task.completedOn());
    out.raw(DUE_ON);
    out.string(task.dueOn());
    out.raw(FIELD);
    out.string(task.field());
    out.raw(NOTE);
    out.string(task.note());
    out.raw(PERCENT);
    out.number(task.percent());
    out.raw(STATUS);
    out.string(task.status().name());
    out.raw(TITLE);
    out.string(task.title());
    out.raw('}');
  }

  private void end(List<?> list) {
    if (list.isEmpty()) {
      out.raw('[');
    }
    out.raw(']');
  }

  /** Mostly they stand by code already: then nothing is copied. */
  private static <T> List<T> byCode(List<T> lines, Comparator<T> order) {
    for (int i = 1; i < lines.size(); i++) {
      if (order.compare(lines.get(i - 1), lines.get(i)) > 0) {
        return lines.stream().sorted(order).toList();
      }
    }
    return lines;
  }

  private static byte[] json(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
