package vn.tonghop.producer.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** A part of a workbook, element by element; what no spreadsheet writes ends the reading. */
abstract class XlsxPart extends DefaultHandler {

  /** Names of elements and attributes: the parser keeps each for as long as it lives. */
  private static final int MAX_NAMES = 2_000;

  private static final int MAX_DEPTH = 100;
  private static final int MAX_TEXT = 1024 * 1024;
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final Set<String> names = new HashSet<>();
  private final StringBuilder text = new StringBuilder();
  private boolean gathering;
  private int depth;

  /**
   * Reads all of it.
   *
   * @throws SAXException if it is damaged
   */
  final void read(InputStream part) throws IOException, SAXException {
    try (part) {
      XMLReader reader = XMLHelper.newXMLReader();
      reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      reader.setContentHandler(this);
      reader.setErrorHandler(this);
      reader.parse(new InputSource(part));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK has an XML parser", e);
    }
  }

  /** An element begins; by its name without prefix. */
  abstract void start(String element, Attributes attributes) throws SAXException;

  /** An element ends. */
  void end(String element) throws SAXException {}

  /** Text is kept from now on. */
  final void gather() {
    text.setLength(0);
    gathering = true;
  }

  /** What was kept; nothing is kept from now on. */
  final String gathered() {
    gathering = false;
    return text.toString();
  }

  /** A text as people see it: Excel writes control characters as {@code _x000D_}. */
  static String unescaped(String written) {
    if (!written.contains("_x")) {
      return written;
    }
    Matcher escaped = ESCAPED.matcher(written);
    return escaped.replaceAll(
        found ->
            Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }

  /** An attribute that is a number, or what stands in for it. */
  static int number(@Nullable String attribute, int absent) throws SAXException {
    if (attribute == null) {
      return absent;
    }
    try {
      return Integer.parseInt(attribute.strip());
    } catch (NumberFormatException e) {
      throw new SAXException("no number", e);
    }
  }

  @Override
  public final void startElement(String uri, String local, String name, Attributes attributes)
      throws SAXException {
    know(name);
    for (int i = 0; i < attributes.getLength(); i++) {
      know(attributes.getQName(i));
    }
    if (++depth > MAX_DEPTH) {
      throw new SAXException("nested too deeply");
    }
    start(local, attributes);
  }

  @Override
  public final void endElement(String uri, String local, String name) throws SAXException {
    depth--;
    end(local);
  }

  @Override
  public final void characters(char[] chars, int start, int length) throws SAXException {
    if (gathering) {
      if (text.length() + length > MAX_TEXT) {
        throw new SAXException("a text is too long");
      }
      text.append(chars, start, length);
    }
  }

  @Override
  public final void processingInstruction(String target, String data) throws SAXException {
    know(target);
  }

  private void know(String name) throws SAXException {
    if (names.add(name) && names.size() > MAX_NAMES) {
      throw new SAXException("too many names");
    }
  }
}
