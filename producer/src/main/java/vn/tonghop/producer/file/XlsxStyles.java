package vn.tonghop.producer.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** What the formats of cells make of their numbers: dates, percentages, or numbers. */
final class XlsxStyles extends XlsxPart {

  enum Shown {
    NUMBER,
    DATE,
    PERCENTAGE
  }

  /** Excel takes no more of either. */
  private static final int MAX_STYLES = 65_536;

  /** Letters of a format, at most; Excel takes no more. */
  private static final int MAX_FORMAT = 255;

  private final Map<Integer, String> formats = new HashMap<>();
  private final List<Integer> styles = new ArrayList<>();
  private final Map<Integer, Shown> shown = new HashMap<>();
  private boolean ofCells;

  @Override
  void start(String element, Attributes attributes) throws SAXException {
    switch (element) {
      case "numFmt" -> {
        @Nullable String code = attributes.getValue("formatCode");
        if (code != null && code.length() <= MAX_FORMAT) {
          formats.put(number(attributes.getValue("numFmtId"), 0), code);
        }
      }
      case "cellXfs" -> ofCells = true;
      case "xf" -> {
        if (ofCells) {
          styles.add(number(attributes.getValue("numFmtId"), 0));
        }
      }
      default -> {}
    }
    if (styles.size() > MAX_STYLES || formats.size() > MAX_STYLES) {
      throw new XlsxTooLargeException();
    }
  }

  @Override
  void end(String element) {
    ofCells &= !element.equals("cellXfs");
  }

  /** What cells of a style show. */
  Shown shown(int style) {
    return style < 0 || style >= styles.size()
        ? Shown.NUMBER
        : shown.computeIfAbsent(styles.get(style), this::ofFormat);
  }

  private Shown ofFormat(int id) {
    @Nullable String builtIn = id < 0 || id > 49 ? null : BuiltinFormats.getBuiltinFormat(id);
    @Nullable String code = formats.getOrDefault(id, builtIn);
    if (DateUtil.isADateFormat(id, code)) {
      return Shown.DATE;
    }
    return code != null && code.contains("%") ? Shown.PERCENTAGE : Shown.NUMBER;
  }
}
