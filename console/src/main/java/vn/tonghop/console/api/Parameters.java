package vn.tonghop.console.api;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.TableDimension;

/** What stands behind the question mark of an address; what is there and malformed is a problem. */
final class Parameters {

  private static final List<TableDimension> BREAKDOWNS =
      List.of(
          TableDimension.UNIT,
          TableDimension.REGION,
          TableDimension.FIELD,
          TableDimension.ASSIGNED_BY);

  private Parameters() {}

  /** ISO 8601 with an offset; null where it is not given. */
  static @Nullable Instant instant(Context request, String name) {
    String text = given(request, name);
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw ProblemException.malformed(
          name,
          "cần thời điểm như 2026-01-31T17:00:00Z",
          "give a time such as 2026-01-31T17:00:00Z");
    }
  }

  static @Nullable LocalDate date(Context request, String name) {
    String text = given(request, name);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw ProblemException.malformed(
          name, "cần ngày như 2025-07-01", "give a date such as 2025-07-01");
    }
  }

  /** Vietnamese unless asked otherwise. */
  static Language language(Context request, String name) {
    String text = given(request, name);
    return text == null
        ? Language.VI
        : Language.of(text)
            .orElseThrow(() -> ProblemException.malformed(name, "cần vi hoặc en", "give vi or en"));
  }

  /** Null where all breakdowns are wanted. */
  static @Nullable TableDimension breakdown(Context request, String name) {
    String text = given(request, name);
    if (text == null) {
      return null;
    }
    String ids = BREAKDOWNS.stream().map(TableDimension::id).collect(Collectors.joining("|"));
    return BREAKDOWNS.stream()
        .filter(each -> each.id().equals(text))
        .findFirst()
        .orElseThrow(() -> ProblemException.malformed(name, "cần " + ids, "give " + ids));
  }

  static boolean flag(Context request, String name) {
    String text = given(request, name);
    if (text != null && !Arrays.asList("true", "false").contains(text)) {
      throw ProblemException.malformed(name, "cần true hoặc false", "give true or false");
    }
    return "true".equals(text);
  }

  private static @Nullable String given(Context request, String name) {
    String text = request.queryParam(name);
    return text == null || text.isEmpty() ? null : text;
  }
}
