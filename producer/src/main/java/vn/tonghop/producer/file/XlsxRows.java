package vn.tonghop.producer.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.xml.sax.SAXException;
import vn.tonghop.domain.acceptance.Finding;

/** The rows of the sheets of a workbook, in memory that does not depend on what it claims. */
final class XlsxRows {

  static final int MAX_MIB = CsvText.MAX_BYTES / 1024 / 1024;

  /** Unpacked: 200,000 rows take about as much. */
  static final int MAX_UNPACKED_MIB = 192;

  /** Of the parts that say where the others are: the library builds trees of them. */
  private static final long MAX_DIRECTORY = 4L * 1024 * 1024;

  private static final byte[] ZIP = {'P', 'K'};
  private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final String ENCRYPTED = "EncryptedPackage";

  private XlsxRows() {}

  /**
   * Reads them, tasks first.
   *
   * @throws DefectException if there are none, or the file is none that can be read
   */
  static List<SheetRow> read(byte[] bytes) throws DefectException {
    requireZip(bytes);
    try (BoundedZip zip = new BoundedZip(bytes, MAX_DIRECTORY)) {
      try {
        return read(zip);
      } catch (XlsxTooLargeException e) {
        throw tooLarge();
      } catch (XlsxDefectException e) {
        throw new DefectException(e.finding());
      } catch (SAXException | IOException e) {
        // A damaged part; what is wrong with it would tell no clerk anything.
        throw zip.exceeded() ? tooLarge() : damaged();
      }
    } catch (IOException e) {
      throw damaged();
    }
  }

  private static List<SheetRow> read(BoundedZip zip)
      throws IOException, SAXException, DefectException {
    OPCPackage workbook = asked(() -> OPCPackage.open(zip));
    try {
      XSSFReader reader = asked(() -> new XSSFReader(workbook, true));
      XlsxWorkbook book = new XlsxWorkbook();
      book.read(asked(reader::getWorkbookData));
      zip.allow(MAX_UNPACKED_MIB * 1024L * 1024);
      XlsxStrings strings = new XlsxStrings();
      readAll(workbook, XSSFRelation.SHARED_STRINGS, strings);
      XlsxStyles styles = new XlsxStyles();
      readAll(workbook, XSSFRelation.STYLES, styles);
      XlsxCell.Context context = new XlsxCell.Context(strings, styles, book.from1904());
      XlsxBudget budget = new XlsxBudget();
      List<SheetRow> rows = new ArrayList<>();
      for (XlsxWorkbook.Sheet each : book.reports()) {
        XlsxSheet sheet = new XlsxSheet(new XlsxNames(each.name()), context, budget);
        sheet.read(asked(() -> reader.getSheet(each.relation())));
        rows.addAll(sheet.rows());
      }
      return rows;
    } finally {
      workbook.revert();
    }
  }

  private static void readAll(OPCPackage workbook, XSSFRelation kind, XlsxPart into)
      throws IOException, SAXException {
    for (PackagePart part : asked(() -> workbook.getPartsByContentType(kind.getContentType()))) {
      into.read(asked(part::getInputStream));
    }
  }

  /** What is asked of the library. */
  private interface Question<T> {
    T answer() throws IOException, OpenXML4JException;
  }

  /** The library's answer: of a damaged package it throws whatever it stumbles over. */
  private static <T> T asked(Question<T> question) throws IOException {
    try {
      return question.answer();
    } catch (OpenXML4JException | RuntimeException e) {
      throw new IOException("the package is damaged", e);
    }
  }

  private static void requireZip(byte[] bytes) throws DefectException {
    if (bytes.length == 0) {
      throw new DefectException(Defect.EMPTY.at(Finding.DOCUMENT));
    }
    if (begins(bytes, OLE2)) {
      // Directory entries of such files have their names in UTF-16.
      String text = new String(bytes, StandardCharsets.UTF_16LE);
      throw new DefectException(
          (text.contains(ENCRYPTED) ? Defect.PASSWORD : Defect.OLD_EXCEL).at(Finding.DOCUMENT));
    }
    if (!begins(bytes, ZIP)) {
      throw damaged();
    }
  }

  private static boolean begins(byte[] bytes, byte[] with) {
    return Arrays.equals(Arrays.copyOf(bytes, with.length), with);
  }

  private static DefectException damaged() {
    return new DefectException(Defect.NOT_XLSX.at(Finding.DOCUMENT));
  }

  /** Of a file that would take too much memory. */
  static DefectException tooLarge() {
    return new DefectException(
        Defect.XLSX_TOO_LARGE.at(Finding.DOCUMENT, MAX_MIB, MAX_UNPACKED_MIB, CsvRows.MAX_ROWS));
  }
}
