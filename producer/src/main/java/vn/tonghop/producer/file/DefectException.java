package vn.tonghop.producer.file;

import vn.tonghop.domain.acceptance.Finding;

/** A document of which nothing can be read. */
final class DefectException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  DefectException(Finding finding) {
    super(finding.en(), null, false, false);
    this.finding = finding;
  }

  Finding finding() {
    return finding;
  }
}
