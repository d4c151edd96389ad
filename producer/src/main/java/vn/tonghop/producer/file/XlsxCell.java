package vn.tonghop.producer.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import vn.tonghop.domain.report.IndicatorValue;

/**
 * A cell of a workbook, read as the text that CSV would have for it: what the clerk sees there, the
 * dates and numbers in the contract's form.
 *
 * @param type as the file has it: {@code n}, {@code s}, {@code str}, {@code inlineStr}, {@code b},
 *     {@code e}, {@code d}
 * @param formula whether it is computed
 */
record XlsxCell(String type, int style, String written, boolean formula) {

  /** What is needed of a workbook to read its cells. */
  record Context(XlsxStrings strings, XlsxStyles styles, boolean from1904) {}

  /** The text of a cell, and why it must not be used, or null. */
  record Read(String text, Json.@Nullable Bad flaw) {}

  private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
  private static final DateTimeFormatter FOR_PEOPLE =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

  /** Of a number's size: what binary arithmetic makes of decimal places, such as 0.1 + 0.2. */
  private static final BigDecimal NOISE = new BigDecimal("1e-14");

  private static final int DATE_LENGTH = "YYYY-MM-DD".length();
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * The cell as a column wants it.
   *
   * @param column null for a cell of the header, or outside all columns
   * @throws SAXException if the file is damaged
   */
  Read read(@Nullable SheetColumn column, Context context) throws SAXException {
    return switch (type) {
      case "s" -> text(written.isBlank() ? "" : context.strings().get(written));
      case "str", "inlineStr" -> text(XlsxPart.unescaped(written));
      case "b" -> text(written.strip().equals("1") ? "true" : "false");
      case "e" -> flawed(written, Defect.ERROR_CELL, written);
      case "d" -> isoDate(column);
      default -> {
        if (written.isBlank()) {
          yield formula ? flawed("", Defect.NOT_COMPUTED) : text("");
        }
        yield number(column, context);
      }
    };
  }

  /** A date in words, as only few programs write it. */
  private Read isoDate(@Nullable SheetColumn column) {
    String time = written.strip().replaceFirst("Z$", "");
    try {
      return date(
          LocalDateTime.parse(time.length() == DATE_LENGTH ? time + "T00:00" : time), column);
    } catch (DateTimeParseException e) {
      return flawed(time, Defect.BAD_DATE_CELL, time);
    }
  }

  private Read number(@Nullable SheetColumn column, Context context) throws SAXException {
    double value;
    try {
      value = Double.parseDouble(written.strip());
    } catch (NumberFormatException e) {
      throw new SAXException("no number", e);
    }
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new SAXException("no number");
    }
    BigDecimal exact = new BigDecimal(Double.toString(value));
    return switch (context.styles().shown(style)) {
      case NUMBER -> text(plain(exact));
      case PERCENTAGE ->
          column == SheetColumn.PERCENT
              ? text(plain(exact.multiply(HUNDRED)))
              : flawed(plain(exact), Defect.PERCENT_CELL, plain(exact.multiply(HUNDRED)) + "%");
      case DATE ->
          DateUtil.isValidExcelDate(value)
              ? date(DateUtil.getLocalDateTime(value, context.from1904()), column)
              : flawed(plain(exact), Defect.BAD_DATE_CELL, plain(exact));
    };
  }

  private static Read date(LocalDateTime time, @Nullable SheetColumn column) {
    if (column == null) {
      return text(FOR_PEOPLE.format(time));
    }
    return switch (column.type()) {
      case DATE -> text(time.toLocalDate().toString());
      case INSTANT -> text(time.truncatedTo(ChronoUnit.MILLIS).atOffset(VIETNAM).toString());
      case TEXT -> text(FOR_PEOPLE.format(time));
      default -> flawed(FOR_PEOPLE.format(time), Defect.DATE_CELL);
    };
  }

  /** A number without exponent; what only binary arithmetic added to its places is taken off. */
  private static String plain(BigDecimal exact) {
    BigDecimal round = exact.setScale(IndicatorValue.SCALE, RoundingMode.HALF_UP);
    BigDecimal noise = NOISE.multiply(exact.abs().max(BigDecimal.ONE));
    BigDecimal meant = exact.subtract(round).abs().compareTo(noise) <= 0 ? round : exact;
    return meant.signum() == 0 ? "0" : meant.stripTrailingZeros().toPlainString();
  }

  private static Read text(String text) {
    return new Read(text, null);
  }

  private static Read flawed(String text, Defect defect, String... found) {
    return new Read(text, new Json.Bad(defect, found));
  }
}
