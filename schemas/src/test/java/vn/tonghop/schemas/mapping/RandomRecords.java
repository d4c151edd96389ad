package vn.tonghop.schemas.mapping;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;

/** Domain records at random, whatever fits their types: mappings judge nothing. */
public class RandomRecords {

  private static final int SEEDS = 200;
  private static final String LETTERS = "aZ0-_. \t\"\\|ệĐ\u00A0\uFEFF";
  private static final List<String> RARE = List.of("\uD83C\uDDFB\uD83C\uDDF3", "\u0000", "Nghệ An");
  private static final int FIRST_DAY = (int) LocalDate.of(1, 1, 1).toEpochDay();
  private static final int LAST_DAY = (int) LocalDate.of(9999, 12, 31).toEpochDay();
  private static final long THOUSANDTHS = 1_000_000_000_000_000_000L;

  protected final Random random;

  /** The same records for the same seed. */
  public RandomRecords(long seed) {
    random = new Random(seed);
  }

  /** Runs a check on many seeds, and names the one that fails. */
  static <R extends RandomRecords> void forManySeeds(LongFunction<R> records, Consumer<R> check) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      try {
        check.accept(records.apply(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }

  /** A report that fits its contract, and otherwise makes no sense. */
  public ProgressReport report() {
    return new ProgressReport(
        code(),
        code(),
        text(),
        random.nextInt(),
        oneOf(ReportKind.values()),
        date(),
        random.nextBoolean(),
        random.nextBoolean(),
        list(this::task),
        list(this::indicatorValue),
        orNull(this::text),
        orNull(this::instant));
  }

  TaskLine task() {
    return new TaskLine(
        code(),
        orNull(this::text),
        code(),
        code(),
        oneOf(TaskStatus.values()),
        orNull(this::date),
        orNull(this::date),
        random.nextInt(),
        orNull(this::text));
  }

  IndicatorValue indicatorValue() {
    return new IndicatorValue(code(), value());
  }

  /** Never blank. */
  String code() {
    return "c" + text();
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return random.nextInt(4) == 0 ? text + RARE.get(random.nextInt(RARE.size())) : text.toString();
  }

  /** Of all sizes, the ends of the range among them. */
  BigDecimal value() {
    long thousandths = random.nextLong() % THOUSANDTHS >> random.nextInt(Long.SIZE);
    return BigDecimal.valueOf(
        switch (random.nextInt(8)) {
          case 0 -> THOUSANDTHS - 1;
          case 1 -> 1 - THOUSANDTHS;
          default -> thousandths;
        },
        IndicatorValue.SCALE);
  }

  LocalDate date() {
    return LocalDate.ofEpochDay(FIRST_DAY + random.nextInt(LAST_DAY - FIRST_DAY + 1));
  }

  /** To the millisecond, as far as a long of them reaches. */
  Instant instant() {
    return Instant.ofEpochMilli(random.nextLong() >> random.nextInt(Long.SIZE));
  }

  <T> List<T> list(Supplier<T> item) {
    return Stream.generate(item).limit(random.nextInt(5)).toList();
  }

  <T> @Nullable T orNull(Supplier<T> item) {
    return random.nextBoolean() ? item.get() : null;
  }

  <T> T oneOf(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
