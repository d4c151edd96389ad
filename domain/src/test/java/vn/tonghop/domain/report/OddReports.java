package vn.tonghop.domain.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports at random, of any characters, dates and numbers that the records hold. */
final class OddReports {
  private static final List<String> PARTS =
      List.of(
          "a", "T", "0", "9", " ", "\"", "\\", "/", "\b", "\t", "\n", "\f", "\r", "\u0000",
          "\u000e", "\u001f", "\u007f", "\u0080", "\u00e9", "\u07ff", "\u0800", "ệ", "Đ", "\u2028",
          "\uffff", "😀", "\ud83d", "\ude00");

  private final Random random;

  OddReports(long seed) {
    this.random = new Random(seed);
  }

  ProgressReport report() {
    return new ProgressReport(
        text(),
        text(),
        text(),
        number(),
        oneOf(ReportKind.values()),
        date(),
        random.nextBoolean(),
        random.nextBoolean(),
        list(this::task),
        list(this::indicator),
        text(),
        null);
  }

  private TaskLine task() {
    return new TaskLine(
        text(),
        orNull(this::text),
        text(),
        text(),
        oneOf(TaskStatus.values()),
        orNull(this::date),
        orNull(this::date),
        number(),
        orNull(this::text));
  }

  private IndicatorValue indicator() {
    long thousandths = random.nextLong() % 1_000_000_000_000_000_000L >> random.nextInt(Long.SIZE);
    return new IndicatorValue(text(), BigDecimal.valueOf(thousandths, IndicatorValue.SCALE));
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int more = random.nextInt(8); more > 0; more--) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return text.toString();
  }

  private LocalDate date() {
    return random.nextInt(4) == 0
        ? LocalDate.ofEpochDay(random.nextInt())
        : LocalDate.ofEpochDay(random.nextInt(40_000));
  }

  /** Of any size, those about ten, a hundred and a thousand among them. */
  private int number() {
    return random.nextInt() >> random.nextInt(Integer.SIZE);
  }

  private <T> List<T> list(Supplier<T> item) {
    return Stream.generate(item).limit(random.nextInt(6)).toList();
  }

  private <T> @Nullable T orNull(Supplier<T> item) {
    return random.nextBoolean() ? item.get() : null;
  }

  private <T> T oneOf(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
