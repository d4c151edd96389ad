package vn.tonghop.standalone.lag;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.TextWidth;
import vn.tonghop.monitor.lag.Lag;
import vn.tonghop.monitor.lag.Limits;
import vn.tonghop.monitor.lag.Place;
import vn.tonghop.monitor.lag.Seen;
import vn.tonghop.monitor.lag.UnreadReason;
import vn.tonghop.monitor.lag.Verdict;
import vn.tonghop.standalone.table.Terminal;

/** Lag for people: one line a partition. */
public final class LagText {

  private static final String RED = "\u001b[1;31m";
  private static final String YELLOW = "\u001b[33m";
  private static final String PLAIN = "\u001b[0m";

  private final Language lang;
  private final Terminal terminal;
  private final Limits limits;
  private final Words words;

  public LagText(Language lang, Terminal terminal, Limits limits) {
    this.lang = lang;
    this.terminal = terminal;
    this.limits = limits;
    this.words = new Words(lang);
  }

  /**
   * The lines.
   *
   * @param over time between the looks from which velocity was worked out
   */
  public List<String> lines(Seen seen, LagOrder order, Duration over) {
    List<String> lines = new ArrayList<>();
    StringJoiner groups = new StringJoiner("; ");
    seen.members()
        .forEach(
            (group, members) ->
                groups.add(
                    TextWidth.clean(group)
                        + ": "
                        + members
                        + lang.pick(" tiến trình đọc", " member(s)")));
    lines.add(groups.toString());
    lines.add(
        lang.pick("Tốc độ tính từ các lần xem trong ", "Velocity is from looks within ")
            + words.duration(over));
    lines.add("");
    lines.addAll(grid(seen).lines(order.sorted(seen), terminal.width(), this::ink));
    return lines;
  }

  private Grid<Seen.At> grid(Seen seen) {
    return new Grid<Seen.At>()
        .text(lang.pick("kết luận", "verdict"), at -> words.verdict(at.lag().verdict()))
        .text(lang.pick("công đoạn", "stage"), at -> words.stage(at.place().stage()))
        .text(lang.pick("đơn vị / kênh", "unit / topic"), LagText::name)
        .number(lang.pick("chờ", "lag"), at -> Long.toString(at.lag().records()))
        .number(lang.pick("đã chờ", "waits"), at -> words.time(at.lag().age()))
        .spare(lang.pick("mỗi giây", "per s"), at -> words.velocity(at.lag().velocity()))
        .number(lang.pick("bắt kịp", "to go"), at -> words.time(at.lag().toCatchUp()))
        .spare(lang.pick("đã ghi nhận", "committed"), at -> "" + at.look().committed())
        .spare(lang.pick("ổn định", "stable"), at -> "" + at.look().stable())
        .spare(lang.pick("cuối", "end"), at -> "" + at.look().end())
        .text("", at -> note(at, seen));
  }

  /** A unit's code where it has but one partition, else the partition's name. */
  private static String name(Seen.At at) {
    Place place = at.place();
    boolean isUnits = !place.unit().isEmpty() && place.partition().partition() == 0;
    return switch (place.stage()) {
      case INTAKE -> isUnits ? place.unit() : place.partition().toString();
      case TABLES -> place.partition().toString().substring(place.group().length() + 1);
      case READER -> TextWidth.clean(place.group()) + " " + place.partition();
    };
  }

  private String note(Seen.At at, Seen seen) {
    Place place = at.place();
    StringJoiner notes = new StringJoiner("; ");
    UnreadReason reason = seen.unread().get(place.partition().topic());
    if (reason != null) {
      notes.add(lang.pick("không được đọc: " + reason.vi(), "not read: " + reason.en()));
    }
    if (isOpenForLong(at.lag(), limits)) {
      Long producer = seen.producers().get(place.partition());
      notes.add(
          "OPEN_TRANSACTION "
              + words.time(at.lag().open())
              + (producer == null ? "" : ", producer " + producer));
    }
    return notes.toString();
  }

  /** Whether a sender's transaction is open for longer than one in its course. */
  static boolean isOpenForLong(Lag lag, Limits limits) {
    return lag.open() != null && lag.open().compareTo(limits.fresh()) > 0;
  }

  private UnaryOperator<String> ink(Seen.At at) {
    Verdict verdict = at.lag().verdict();
    boolean warned = verdict != Verdict.OK || isOpenForLong(at.lag(), limits);
    if (!terminal.colours() || !warned) {
      return line -> line;
    }
    return line -> (verdict.isTrouble() ? RED : YELLOW) + line + PLAIN;
  }
}
