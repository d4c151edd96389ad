package vn.tonghop.schemas.serde;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;
import vn.tonghop.schemas.serde.AvroCursor.Irregular;

/**
 * Nearly all reports are written by this program's own schema and fit their contract: these are
 * read straight from their bytes, without Avro's records between. It only ever accepts; what it
 * does not, Avro and {@code ReportReader} answer. May be shared between threads.
 */
final class OwnReportReader {
  private static final ReportKind[] KINDS = ReportKind.values();
  private static final TaskStatus[] STATUSES = TaskStatus.values();
  private static final int LAST_YEAR = 9999;

  /** Three codes of two bytes, six other fields of one. */
  private static final int SHORTEST_TASK = 12;

  /** A code and a value of two bytes each. */
  private static final int SHORTEST_INDICATOR = 4;

  /** The least number, in thousandths, of more than fifteen digits before the point. */
  private static final long TOO_LARGE = 1_000_000_000_000_000_000L;

  private final KnownTexts texts = new KnownTexts();
  private final KnownDates dates = new KnownDates();

  /** The report from that place to the end; null if it is anything but regular. */
  @Nullable ProgressReport read(byte[] bytes, int from) {
    AvroCursor in = new AvroCursor(bytes, from);
    try {
      ProgressReport report = report(in);
      return in.left() == 0 ? report : null;
    } catch (Irregular | IndexOutOfBoundsException e) {
      return null;
    }
  }

  private ProgressReport report(AvroCursor in) {
    return new ProgressReport(
        code(in),
        code(in),
        in.readText(texts),
        in.readInt(),
        KINDS[in.readIndex(KINDS.length)],
        date(in),
        in.readBoolean(),
        in.readBoolean(),
        tasks(in),
        indicators(in),
        textOrNull(in),
        in.readPresent() ? Instant.ofEpochMilli(in.readLong()) : null);
  }

  private List<TaskLine> tasks(AvroCursor in) {
    TaskLine[] tasks = new TaskLine[in.readCount(SHORTEST_TASK)];
    for (int i = 0; i < tasks.length; i++) {
      tasks[i] =
          new TaskLine(
              code(in),
              textOrNull(in),
              code(in),
              code(in),
              STATUSES[in.readIndex(STATUSES.length)],
              dateOrNull(in),
              dateOrNull(in),
              in.readInt(),
              textOrNull(in));
    }
    in.readEnd(tasks.length);
    return List.of(tasks);
  }

  private List<IndicatorValue> indicators(AvroCursor in) {
    IndicatorValue[] indicators = new IndicatorValue[in.readCount(SHORTEST_INDICATOR)];
    for (int i = 0; i < indicators.length; i++) {
      indicators[i] = new IndicatorValue(code(in), value(in));
    }
    in.readEnd(indicators.length);
    return List.of(indicators);
  }

  private String code(AvroCursor in) {
    String code = in.readText(texts);
    // One letter is enough: whether a code that begins with a blank is one is left to others.
    if (code.isEmpty() || isBlank(code.charAt(0))) {
      throw new Irregular();
    }
    return code;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private @Nullable String textOrNull(AvroCursor in) {
    return in.readPresent() ? in.readText(texts) : null;
  }

  private LocalDate date(AvroCursor in) {
    LocalDate date = dates.date(in.readInt());
    if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
      throw new Irregular();
    }
    return date;
  }

  private @Nullable LocalDate dateOrNull(AvroCursor in) {
    return in.readPresent() ? date(in) : null;
  }

  private static BigDecimal value(AvroCursor in) {
    long thousandths = in.readUnscaled();
    if (thousandths <= -TOO_LARGE || thousandths >= TOO_LARGE) {
      throw new Irregular();
    }
    return BigDecimal.valueOf(thousandths, IndicatorValue.SCALE);
  }
}
