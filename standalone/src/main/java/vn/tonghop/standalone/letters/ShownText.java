package vn.tonghop.standalone.letters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.ReceiptText;
import vn.tonghop.domain.format.TextStyle;

/** All of a dead letter for a person: what it is, why it was rejected, what helps, what it says. */
public final class ShownText {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int A_LINE = 76;
  private static final int MOST_NAME = 100;

  private final Shown shown;
  private final Language lang;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  private ShownText(Shown shown, Language lang, int width) {
    this.shown = shown;
    this.lang = lang;
    this.width = width;
  }

  /**
   * Lines without their ends.
   *
   * @param width columns of a receipt's lines
   */
  public static List<String> lines(Shown shown, Language lang, int width) {
    ShownText text = new ShownText(shown, lang, width);
    text.head();
    text.headers();
    text.history();
    text.receipt();
    text.content();
    return text.lines;
  }

  private void head() {
    Letter letter = shown.letter();
    add(letter.name() + "  " + LetterText.state(shown.state(), lang));
    field("nhận lúc", "came in", LetterText.time(letter.at()) + " (+07:00)");
    field("đơn vị", "unit", LetterText.unit(letter));
    field("bản ghi", "record", letter.origin() == null ? "?" : LetterText.place(letter.origin()));
    field("lỗi", "codes", LetterText.codes(letter));
    LetterText.advice(letter).forEach(each -> field("cách xử lý", "what helps", each.in(lang)));
    field("khóa", "key", Excerpt.inWords(letter.key()));
  }

  private void headers() {
    int all = shown.letter().headers().toArray().length;
    field("tiêu đề", "headers", Integer.toString(all));
    int listed = 0;
    for (Header each : shown.letter().headers()) {
      if (listed++ == Shown.MOST_HEADERS) {
        add("  … " + (all - Shown.MOST_HEADERS));
        return;
      }
      add("  " + Escaped.quoted(each.key(), MOST_NAME) + " = " + Excerpt.inWords(each.value()));
    }
  }

  private void history() {
    for (AuditedLetter each : shown.history()) {
      String by = each.doneBy().isEmpty() ? "" : " " + Escaped.quoted(each.doneBy(), MOST_NAME);
      field(
          "đã làm",
          "done",
          LetterText.time(each.doneAt()) + by + ": " + LetterText.state(each.state(), lang));
    }
  }

  private void receipt() {
    @Nullable Receipt receipt = shown.receipt();
    field("biên nhận", "receipt", receipt == null ? lang.pick("không tìm thấy", "not found") : "");
    if (receipt != null) {
      ReceiptText.write(receipt, lang, Math.max(width - 2, TextStyle.MIN_WIDTH))
          .lines()
          .forEach(line -> add("  " + line));
    }
  }

  private void content() {
    byte[] value = shown.letter().value();
    if (value == null) {
      field("nội dung", "value", lang.pick("không có", "none"));
      return;
    }
    field("nội dung", "value", value.length + " bytes");
    Content content = shown.content();
    if (content.document() != null) {
      pretty(content.document()).lines().forEach(line -> add("  " + Escaped.of(line)));
    } else if (content.unfit() != null) {
      add("  " + Escaped.of(content.unfit()));
    } else {
      bytes(value);
    }
  }

  private void bytes(byte[] value) {
    Excerpt.dump(value).forEach(line -> add("  " + line));
    more(value, Excerpt.HEX);
    String base64 = Excerpt.base64(value);
    add("  base64:");
    for (int at = 0; at < base64.length(); at += A_LINE) {
      add("  " + base64.substring(at, Math.min(base64.length(), at + A_LINE)));
    }
    more(value, Excerpt.BASE64);
  }

  private void more(byte[] value, int shownBytes) {
    if (value.length > shownBytes) {
      add(
          "  … "
              + lang.pick("còn %d byte (--raw TỆP: tất cả)", "%d bytes more (--raw FILE: all)")
                  .formatted(value.length - shownBytes));
    }
  }

  private static String pretty(String json) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was just written can be read", e);
    }
  }

  private void field(String vi, String en, String value) {
    add("%-12s %s".formatted(lang.pick(vi, en) + ":", value));
  }

  private void add(String line) {
    lines.add(line);
  }
}
