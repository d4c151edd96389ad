package vn.tonghop.standalone.lag;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.monitor.lag.Stage;
import vn.tonghop.monitor.lag.Verdict;

/** Durations, velocities and verdicts in words. */
final class Words {

  private static final String UNKNOWN = "?";
  private static final String NONE = "–";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final Language lang;

  Words(Language lang) {
    this.lang = lang;
  }

  String verdict(Verdict verdict) {
    return switch (verdict) {
      case OK -> lang.pick("ổn", "OK");
      case LAGGING -> lang.pick("đang trễ", "LAGGING");
      case STALLED -> lang.pick("kẹt", "STALLED");
      case STOPPED -> lang.pick("dừng", "STOPPED");
    };
  }

  String stage(Stage stage) {
    return switch (stage) {
      case INTAKE -> lang.pick("tiếp nhận", "intake");
      case TABLES -> lang.pick("bảng", "tables");
      case READER -> lang.pick("bên đọc", "reader");
    };
  }

  /** How long; a dash for zero: a column of zeros hides what is not. */
  String time(@Nullable Duration time) {
    if (time == null) {
      return UNKNOWN;
    }
    return time.isZero() ? NONE : duration(time);
  }

  String velocity(@Nullable Double velocity) {
    if (velocity == null) {
      return UNKNOWN;
    }
    return velocity == 0 ? NONE : String.format(Locale.ROOT, "%+.1f", velocity);
  }

  /** With the two largest units that it has: 45.2 s, 3 min 20 s, 2 h 5 min, 31 d 4 h. */
  String duration(Duration duration) {
    if (duration.toMinutes() == 0) {
      return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0)
          + lang.pick(" giây", " s");
    }
    if (duration.toHours() == 0) {
      return duration.toMinutes()
          + lang.pick(" phút ", " min ")
          + duration.toSecondsPart()
          + lang.pick(" giây", " s");
    }
    if (duration.toDays() == 0) {
      return duration.toHours()
          + lang.pick(" giờ ", " h ")
          + duration.toMinutesPart()
          + lang.pick(" phút", " min");
    }
    return duration.toDays()
        + lang.pick(" ngày ", " d ")
        + duration.toHoursPart()
        + lang.pick(" giờ", " h");
  }

  /** In the one zone of all deadlines. */
  static String time(Instant time) {
    return TIME.format(time.atOffset(Regime.ZONE));
  }
}
