package vn.tonghop.standalone;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.standalone.letters.CodeWords;
import vn.tonghop.standalone.letters.LetterFilter;

/** Which dead letters are meant, as a picocli mixin; all of them unless something is said. */
final class LetterSelection {

  private static final String TIME = "2026-07-01|2026-07-01T08:30";

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      description = "That came by this unit's topic / gửi vào kênh của đơn vị này.")
  private @Nullable String unit;

  @Option(
      names = "--code",
      paramLabel = "E01…E13",
      split = ",",
      converter = CodeConverter.class,
      description = {
        "With one of these error codes, parted by commas /",
        "có một trong các mã lỗi này, cách nhau bằng dấu phẩy."
      })
  private List<Rule> codes = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = TIME,
      converter = MomentConverter.class,
      description = "That came in then or later (+07:00) / nhận từ lúc này.")
  private @Nullable Moment from;

  @Option(
      names = "--to",
      paramLabel = TIME,
      converter = MomentConverter.class,
      description = {
        "That came in before, on a day or the days before it /",
        "nhận trước lúc này; với ngày: đến hết ngày."
      })
  private @Nullable Moment to;

  boolean isEmpty() {
    return unit == null && codes.isEmpty() && from == null && to == null;
  }

  LetterFilter filter() {
    Set<Rule> wanted = EnumSet.noneOf(Rule.class);
    wanted.addAll(codes);
    return new LetterFilter(
        unit, wanted, from == null ? null : from.first(), to == null ? null : to.end());
  }

  /**
   * A time, or a day.
   *
   * @param end behind the day; of a time, the same
   */
  record Moment(Instant first, Instant end) {}

  static final class MomentConverter implements ITypeConverter<Moment> {
    @Override
    public Moment convert(String value) {
      try {
        if (!value.contains("T")) {
          LocalDate day = LocalDate.parse(value);
          return new Moment(start(day), start(day.plusDays(1)));
        }
        boolean zoned = value.matches(".*(Z|[+-]\\d{2}:\\d{2})");
        Instant time =
            zoned
                ? OffsetDateTime.parse(value).toInstant()
                : LocalDateTime.parse(value).atZone(Regime.ZONE).toInstant();
        return new Moment(time, time);
      } catch (DateTimeException e) {
        throw new TypeConversionException("'" + value + "': " + TIME);
      }
    }

    private static Instant start(LocalDate day) {
      return day.atStartOfDay(Regime.ZONE).toInstant();
    }
  }

  static final class CodeConverter implements ITypeConverter<Rule> {
    @Override
    public Rule convert(String value) {
      return CodeWords.errors().stream()
          .filter(each -> each.name().equals(value))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("'" + value + "': E01…E13"));
    }
  }
}
