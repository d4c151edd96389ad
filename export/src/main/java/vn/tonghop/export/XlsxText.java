package vn.tonghop.export;

import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import vn.tonghop.domain.format.TextWidth;

/** Text as a cell shows it, whoever wrote it. */
final class XlsxText {

  private static final int MOST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
  private static final String CUT = "…";

  /** A workbook reads this as the character of that number: ECMA-376, ST_Xstring. */
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private XlsxText() {}

  /** Without what steers the reader's program; cut where a cell ends. */
  static String of(String text) {
    String clean = TextWidth.clean(text);
    String whole = literal(clean);
    return whole.length() <= MOST ? whole : literal(head(clean)) + CUT;
  }

  /** An escape makes seven characters thirteen, so that half always fits. */
  private static String head(String text) {
    int end = MOST / 2 - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  private static String literal(String text) {
    return ESCAPE.matcher(text).replaceAll("_x005F_");
  }
}
