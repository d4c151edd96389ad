package vn.tonghop.producer.file;

/** What is kept of a workbook, which is what its reading costs: all sheets together. */
final class XlsxBudget {

  private int rows;
  private long chars;

  /**
   * Counts a text.
   *
   * @throws XlsxTooLargeException if there are too many
   */
  String kept(String text) throws XlsxTooLargeException {
    chars += text.length();
    if (chars > CsvText.MAX_BYTES) {
      throw new XlsxTooLargeException();
    }
    return text;
  }

  /** Counts a row. */
  void row() throws XlsxTooLargeException {
    if (++rows > CsvRows.MAX_ROWS) {
      throw new XlsxTooLargeException();
    }
  }
}
