package vn.tonghop.standalone.letters;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.producer.text.Text;

/** A dead letter in words; nothing of the sender's is written as it is. */
public final class LetterText {

  /** Longest text of a sender, or of a reason, in a line of a list. */
  private static final int MOST = 80;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(Regime.ZONE);

  private LetterText() {}

  /** One line: name, when, unit, the rejected record, codes, state. */
  public static String line(Letter letter, LetterState state, Language lang) {
    return "%-10s %s  %-6s %s  %s  %s"
        .formatted(
            letter.name(),
            time(letter.at()),
            unit(letter),
            letter.origin() == null ? "?" : place(letter.origin()),
            codes(letter),
            state(state, lang));
  }

  static String time(Instant at) {
    return TIME.format(at);
  }

  static String unit(Letter letter) {
    return letter.unit().orElse("?");
  }

  /** {@code tonghop.reports.40-0@12}; only a topic of the roll-up's has a harmless name. */
  public static String place(SourceRecord record) {
    return Escaped.of(
        "%s-%d@%d".formatted(cut(record.topic()), record.partition(), record.offset()));
  }

  /** In both languages: an operator passes a line on as it is. */
  static String codes(Letter letter) {
    return letter.codes().stream()
        .map(
            code ->
                CodeWords.of(code)
                    .map(words -> "%s %s / %s".formatted(code, words.vi(), words.en()))
                    .orElseGet(() -> Escaped.quoted(code, MOST)))
        .collect(Collectors.joining("; "));
  }

  /** What has become of it, in a few words. */
  public static String state(LetterState state, Language lang) {
    if (state instanceof LetterState.Replayed replayed) {
      return lang.pick("đã gửi lại: ", "replayed: ") + place(replayed.to());
    }
    if (state instanceof LetterState.Dropped dropped) {
      return lang.pick("đã đóng, người đóng: %s, lý do: %s", "dropped by %s: %s")
          .formatted(Escaped.quoted(dropped.by(), MOST), Escaped.quoted(dropped.reason(), MOST));
    }
    return lang.pick("chưa xử lý", "open");
  }

  /** What helps, each thing once. */
  static List<Text> advice(Letter letter) {
    List<Text> advice = new ArrayList<>();
    letter.codes().stream()
        .map(CodeWords::advice)
        .flatMap(Optional::stream)
        .filter(each -> !advice.contains(each))
        .forEach(advice::add);
    return advice;
  }

  private static String cut(String text) {
    return text.length() > MOST ? text.substring(0, MOST) + "…" : text;
  }
}
