package vn.tonghop.domain.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.report.TaskStatus;

/** Every message once, with findings of the types that the checks give it. */
public final class MessageSamples {

  private static final LocalDate DAY = LocalDate.parse("2024-03-31");
  private static final Period PERIOD = Period.parse(Regime.CALENDAR, "2024-M02").orElseThrow();

  private MessageSamples() {}

  /**
   * All of them, in the order of their codes.
   *
   * @param text what stands wherever a document's own text is echoed
   */
  public static List<Finding> all(String text) {
    return Arrays.stream(Message.values()).map(message -> of(message, text)).toList();
  }

  /** The longest finding of a rule, in both languages together. */
  public static Finding longest(Rule rule, String text) {
    return all(text).stream()
        .filter(finding -> finding.rule() == rule)
        .max(Comparator.comparingInt(each -> each.vi().length() + each.en().length()))
        .orElseThrow();
  }

  /** A finding of one message. */
  public static Finding of(Message message, String text) {
    return switch (message) {
      case UNREADABLE, UNKNOWN_SCHEMA, NOT_A_PROGRESS_REPORT -> at(message, "$", text);
      case NO_VALUE, NOT_WIRE_FORMAT -> at(message, "$");
      case TOO_LARGE -> at(message, "$", Integer.MAX_VALUE, 512 * 1024);
      case TOO_LARGE_TO_SEND -> at(message, "$", Integer.MAX_VALUE);
      case UNKNOWN_FIELD -> at(message, "tasks[0]." + text);
      case MISSING_FIELD -> at(message, "asOf");
      case BLANK_CODE -> at(message, "unit");
      case WRONG_TYPE -> at(message, "tasks[0].percent", "int", text);
      case OUT_OF_RANGE -> at(message, "indicators[0].value", text);
      case UNIT_UNKNOWN -> at(message, "unit", text);
      case UNIT_NOT_IN_FORCE -> at(message, "unit", text, DAY);
      case WRONG_UNIT -> at(message, "unit", text, "38");
      case PROGRAMME_UNKNOWN -> at(message, "programme", text);
      case PROGRAMME_NOT_RUNNING -> at(message, "programme", text, 2025, 2024, 2024);
      case PERIOD_MALFORMED -> at(message, "period", text);
      case REVISION_BELOW_ONE -> at(message, "revision", Integer.MIN_VALUE);
      case AS_OF_OUTSIDE -> at(message, "asOf", DAY, PERIOD.firstDay(), PERIOD.lastDay());
      case DUPLICATE_TASK -> at(message, "tasks[3].code", text);
      case DUPLICATE_INDICATOR -> at(message, "indicators[3].code", text);
      case COMPLETED_WITHOUT_DATE -> at(message, "tasks[3].completedOn");
      case COMPLETED_AFTER_AS_OF -> at(message, "tasks[3].completedOn", DAY.plusDays(1), DAY);
      case DATE_WITHOUT_COMPLETED -> at(message, "tasks[3].completedOn", TaskStatus.IN_PROGRESS);
      case PERCENT_OUTSIDE -> at(message, "tasks[3].percent", Integer.MIN_VALUE);
      case PERCENT_CONTRADICTS ->
          at(message, "tasks[3].percent", 100, TaskStatus.IN_PROGRESS, "0–99");
      case NIL_WITH_LINES, NOTHING_REPORTED -> at(message, "nil");
      case INDICATOR_UNKNOWN -> at(message, "indicators[3].code", text);
      case INDICATOR_NEGATIVE -> at(message, "indicators[3].value", text, "-0.001");
      case AUTHORITY_UNKNOWN -> at(message, "tasks[3].assignedBy", text);
      case FIELD_UNKNOWN -> at(message, "tasks[3].field", text);
      case LATE -> at(message, "$", DAY.plusDays(10));
      case TASK_GONE -> at(message, "tasks", text, Integer.MAX_VALUE);
      case FEWER_COMPLETED -> at(message, "tasks", 2, PERIOD, 3);
      case SENT_IN_THE_FUTURE ->
          at(
              message,
              "submittedAt",
              Instant.parse("2024-04-02T01:30:00Z").atOffset(Regime.ZONE),
              Instant.parse("2024-04-02T01:00:00Z").atOffset(Regime.ZONE));
      case OVERDUE_UNTOUCHED -> at(message, "tasks[3].percent", DAY);
      case AS_OF_EARLY -> at(message, "asOf", DAY.minusDays(1), DAY);
      case EARLIER_TASK_GONE -> at(message, "tasks", text, PERIOD);
    };
  }

  private static Finding at(Message message, String path, @Nullable Object... found) {
    return message.at(path, found);
  }
}
