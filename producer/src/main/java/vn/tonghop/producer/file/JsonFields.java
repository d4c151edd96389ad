package vn.tonghop.producer.file;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.Findings;
import vn.tonghop.domain.acceptance.Message;

/**
 * Reads the fields of one object by type and gathers what does not fit, one error a path. Where a
 * field does not fit, a stand-in is returned: the errors say that the result must not be used.
 */
final class JsonFields {

  private static final int DATE_LENGTH = "YYYY-MM-DD".length();
  private static final int MAX_INT_LENGTH = "-2147483648".length();
  private static final int LAST_YEAR = 9999;

  private final Json.Obj object;
  private final String prefix;
  private final Findings errors;
  private final Set<String> known = new HashSet<>();

  /**
   * @param prefix what comes before a field's name in its path
   */
  JsonFields(Json.Obj object, String prefix, Findings errors) {
    this.object = object;
    this.prefix = prefix;
    this.errors = errors;
  }

  /** A required text that may not be blank. */
  String code(String name) {
    @Nullable String text = string(name, true);
    if (text == null) {
      return "";
    }
    if (text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
      errors.add(Message.BLANK_CODE, prefix + name);
    }
    return text;
  }

  String requiredText(String name) {
    return Objects.requireNonNullElse(string(name, true), "");
  }

  @Nullable String text(String name) {
    return string(name, false);
  }

  int requiredInt(String name) {
    @Nullable Json value = value(name, true);
    @Nullable Integer number = value == null ? null : integer(value);
    if (value != null && number == null) {
      wrongType(name, Wanted.WHOLE_NUMBER, value);
    }
    return number == null ? 0 : number;
  }

  boolean flag(String name) {
    @Nullable Json value = value(name, false);
    if (value == null) {
      return false;
    }
    if (value instanceof Json.Bool bool) {
      return bool.value();
    }
    wrongType(name, Wanted.TRUE_OR_FALSE, value);
    return false;
  }

  /** One of a type's symbols; the first of them stands in where none is given. */
  <E extends Enum<E>> E symbol(String name, boolean required, E[] symbols) {
    @Nullable Json value = value(name, required);
    if (value == null) {
      return symbols[0];
    }
    for (E symbol : symbols) {
      if (value instanceof Json.Text text && text.value().equals(symbol.name())) {
        return symbol;
      }
    }
    String wanted = Arrays.stream(symbols).map(Enum::name).collect(Collectors.joining(" | "));
    wrongType(name, Wanted.symbols(wanted), value);
    return symbols[0];
  }

  LocalDate requiredDate(String name) {
    return Objects.requireNonNullElse(date(name, true), LocalDate.EPOCH);
  }

  @Nullable LocalDate date(String name) {
    return date(name, false);
  }

  @Nullable Instant instant(String name) {
    return parsed(name, false, Wanted.INSTANT, JsonFields::instantOf);
  }

  /** A required number of at most 15 digits before and 3 after the point. */
  BigDecimal requiredDecimal(String name) {
    @Nullable Json value = value(name, true);
    if (value == null) {
      return BigDecimal.ZERO;
    }
    @Nullable String written = written(value);
    if (written == null) {
      wrongType(name, Wanted.NUMBER, value);
      return BigDecimal.ZERO;
    }
    Optional<BigDecimal> number = Decimal.parse(written);
    if (number.isEmpty()) {
      errors.add(Message.OUT_OF_RANGE, prefix + name, written);
    }
    return number.orElse(BigDecimal.ZERO);
  }

  /** The objects of a list, each read by {@code line}. */
  <T> List<T> list(String name, Function<JsonFields, T> line) {
    @Nullable Json value = value(name, false);
    List<T> lines = new ArrayList<>();
    if (value instanceof Json.Arr array) {
      for (int i = 0; i < array.items().size(); i++) {
        String path = name + "[" + i + "]";
        if (array.items().get(i) instanceof Json.Obj item) {
          lines.add(line.apply(new JsonFields(item, prefix + path + ".", errors)));
        } else if (array.items().get(i) instanceof Json.Bad bad) {
          errors.add(bad.at(prefix + path));
        } else {
          wrongType(path, Wanted.OBJECT, array.items().get(i));
        }
      }
    } else if (value != null) {
      wrongType(name, Wanted.LIST, value);
    }
    return lines;
  }

  /** Adds an error for each field that was not asked for: call it last. */
  void rejectUnknown() {
    object.fields().keySet().stream()
        .filter(name -> !known.contains(name))
        .map(name -> prefix + Surrogates.replaced(Message.cut(name)))
        .forEach(path -> errors.add(Message.UNKNOWN_FIELD, path));
  }

  /** The whole number that a value is, or null. */
  static @Nullable Integer integer(@Nullable Json value) {
    if (value instanceof Json.Num number
        && number.whole()
        && number.written().length() <= MAX_INT_LENGTH) {
      long wide = Long.parseLong(number.written());
      return wide == (int) wide ? (Integer) (int) wide : null;
    }
    return null;
  }

  private @Nullable Json value(String name, boolean required) {
    known.add(name);
    @Nullable Json value = object.fields().get(name);
    if (value == null || value instanceof Json.Null) {
      if (required) {
        errors.add(Message.MISSING_FIELD, prefix + name);
      }
      return null;
    }
    if (value instanceof Json.Bad bad) {
      errors.add(bad.at(prefix + name));
      return null;
    }
    return value;
  }

  private @Nullable String string(String name, boolean required) {
    @Nullable Json value = value(name, required);
    if (value == null) {
      return null;
    }
    if (!(value instanceof Json.Text text)) {
      wrongType(name, Wanted.TEXT, value);
      return null;
    }
    if (Surrogates.anyLone(text.value())) {
      errors.add(Defect.LONE_SURROGATE.at(prefix + name));
      return null;
    }
    return text.value();
  }

  private @Nullable LocalDate date(String name, boolean required) {
    return parsed(name, required, Wanted.DATE, JsonFields::dateOf);
  }

  private <T> @Nullable T parsed(
      String name, boolean required, Wanted wanted, Function<String, @Nullable T> parse) {
    @Nullable Json value = value(name, required);
    if (value == null) {
      return null;
    }
    @Nullable T result = null;
    if (value instanceof Json.Text text) {
      try {
        result = parse.apply(text.value());
      } catch (DateTimeException e) {
        // Whatever the parser found wrong with it, the sender is told what is wanted.
        result = null;
      }
    }
    if (result == null) {
      wrongType(name, wanted, value);
    }
    return result;
  }

  private static @Nullable LocalDate dateOf(String text) {
    LocalDate date = LocalDate.parse(text);
    return text.length() == DATE_LENGTH && hasFourDigits(date.getYear()) ? date : null;
  }

  private static @Nullable Instant instantOf(String text) {
    OffsetDateTime time = OffsetDateTime.parse(text);
    return hasFourDigits(time.getYear()) ? time.toInstant() : null;
  }

  private static boolean hasFourDigits(int year) {
    return year >= 1 && year <= LAST_YEAR;
  }

  private static @Nullable String written(Json value) {
    if (value instanceof Json.Num number) {
      return number.written();
    }
    return value instanceof Json.Text text && Decimal.isNumber(text.value()) ? text.value() : null;
  }

  private void wrongType(String name, Wanted wanted, Json got) {
    String echo = Surrogates.replaced(Message.cut(got.echo()));
    errors.add(wanted.at(prefix + name, echo));
  }

  /** Marks what is wrong with the whole document. */
  static Findings ofDocument(Finding finding) {
    Findings findings = new Findings();
    findings.add(finding);
    return findings;
  }
}
