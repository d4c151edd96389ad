package vn.tonghop.producer.file;

import org.xml.sax.SAXException;
import vn.tonghop.domain.acceptance.Finding;

/** A defect found while a part of a workbook is read. */
final class XlsxDefectException extends SAXException {

  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  XlsxDefectException(Finding finding) {
    super(finding.en());
    this.finding = finding;
  }

  Finding finding() {
    return finding;
  }
}
