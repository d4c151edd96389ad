package vn.tonghop.producer.file;

import org.xml.sax.SAXException;

/** A workbook that would take too much memory. */
final class XlsxTooLargeException extends SAXException {

  private static final long serialVersionUID = 1L;

  XlsxTooLargeException() {
    super("too large");
  }
}
