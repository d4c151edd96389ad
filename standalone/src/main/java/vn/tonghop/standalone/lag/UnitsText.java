package vn.tonghop.standalone.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.TextWidth;
import vn.tonghop.monitor.business.Deadline;
import vn.tonghop.monitor.lag.UnreadReason;
import vn.tonghop.standalone.table.Terminal;

/** The business view for people: what is due next and who is silent, then one line a unit. */
public final class UnitsText {

  private static final int INDENT = 2;

  private final Language lang;
  private final Terminal terminal;
  private final Words words;

  public UnitsText(Language lang, Terminal terminal) {
    this.lang = lang;
    this.terminal = terminal;
    this.words = new Words(lang);
  }

  public List<String> lines(
      List<Deadline> deadlines,
      List<UnitLine> units,
      SortedMap<String, UnreadReason> unread,
      Instant now) {
    List<String> lines = new ArrayList<>();
    for (Deadline each : deadlines) {
      lines.addAll(TextWidth.wrap(due(each, now), terminal.width(), INDENT));
      if (!each.silent().isEmpty()) {
        lines.addAll(TextWidth.wrap(silent(each), terminal.width(), INDENT));
      }
    }
    unread.forEach(
        (topic, reason) ->
            lines.add(
                topic
                    + lang.pick(": không được đọc, ", ": not read, ")
                    + lang.pick(reason.vi(), reason.en())));
    lines.add("");
    lines.addAll(
        new Grid<UnitLine>()
            .text(lang.pick("đơn vị", "unit"), UnitLine::unit)
            .text(
                lang.pick("báo cáo gần nhất", "last report"),
                unit -> unit.lastReport() == null ? "–" : Words.time(unit.lastReport()))
            .number(
                lang.pick("bị từ chối liền", "rejected in a row"),
                unit -> unit.inARow() == 0 ? "–" : Integer.toString(unit.inARow()))
            .text(lang.pick("đã từ chối", "rejects"), UnitsText::rejects)
            .lines(units, terminal.width(), unit -> line -> line));
    return lines;
  }

  private String due(Deadline each, Instant now) {
    return lang.pick(
            "%s %s: hạn trước %s (còn %s); %d trong %d đơn vị chưa báo cáo",
            "%s %s: due before %s (in %s); %d of %d units have not reported")
        .formatted(
            each.programme(),
            each.period().label(),
            Words.time(each.dueAt()),
            words.duration(Duration.between(now, each.dueAt())),
            each.silent().size(),
            each.expected());
  }

  private String silent(Deadline each) {
    return " ".repeat(INDENT)
        + each.silent().stream()
            .map(unit -> unit.code() + " " + lang.pick(unit.nameVi(), unit.nameEn()))
            .collect(Collectors.joining(", "));
  }

  private static String rejects(UnitLine unit) {
    return unit.rejects().entrySet().stream()
        .map(each -> each.getKey() + " × " + each.getValue())
        .collect(Collectors.joining(", "));
  }
}
