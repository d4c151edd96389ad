package vn.tonghop.producer.file;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** The texts that cells share. */
final class XlsxStrings extends XlsxPart {

  private static final int MAX_STRINGS = 2_000_000;
  private static final long MAX_CHARS = CsvText.MAX_BYTES;

  private final List<String> strings = new ArrayList<>();
  private final StringBuilder string = new StringBuilder();
  private boolean phonetic;
  private long chars;

  @Override
  void start(String element, Attributes attributes) {
    switch (element) {
      case "si" -> string.setLength(0);
      case "rPh" -> phonetic = true;
      case "t" -> gather();
      default -> {}
    }
  }

  @Override
  void end(String element) throws SAXException {
    switch (element) {
      case "t" -> {
        String text = gathered();
        if (!phonetic) {
          string.append(text);
        }
        chars += text.length();
      }
      case "rPh" -> phonetic = false;
      case "si" -> strings.add(unescaped(string.toString()));
      default -> {}
    }
    if (chars > MAX_CHARS || strings.size() > MAX_STRINGS) {
      throw new XlsxTooLargeException();
    }
  }

  /**
   * One of them.
   *
   * @throws SAXException if there is none of this number
   */
  String get(String number) throws SAXException {
    int index = number(number, -1);
    if (index < 0 || index >= strings.size()) {
      throw new SAXException("no such string");
    }
    return strings.get(index);
  }
}
