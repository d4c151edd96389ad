package vn.tonghop.producer.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook part by part, for what no library would write. */
final class RawXlsx {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final Map<String, String> parts = new LinkedHashMap<>();

  /** One sheet of this name, whose rows are written as XML. */
  RawXlsx(String sheet, String rows) {
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
            + "relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + type("/xl/workbook.xml", "sheet.main")
            + type("/xl/worksheets/sheet1.xml", "worksheet")
            + type("/xl/sharedStrings.xml", "sharedStrings")
            + type("/xl/styles.xml", "styles")
            + "</Types>");
    parts.put("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
    parts.put("xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml"));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"%s\" sheetId=\"1\" r:id=\"r1\"/>"
                .formatted(MAIN, RELATIONS, sheet)
            + "</sheets></workbook>");
    parts.put("xl/sharedStrings.xml", "<sst xmlns=\"%s\"/>".formatted(MAIN));
    parts.put("xl/styles.xml", "<styleSheet xmlns=\"%s\"/>".formatted(MAIN));
    parts.put("xl/worksheets/sheet1.xml", sheet(rows));
  }

  static String sheet(String rows) {
    return "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows);
  }

  /** A row of texts. */
  static String row(int line, Iterable<String> cells) {
    StringBuilder row = new StringBuilder("<row r=\"" + line + "\">");
    cells.forEach(cell -> row.append("<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>"));
    return row.append("</row>").toString();
  }

  RawXlsx with(String part, String xml) {
    parts.put(part, xml);
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPES + type + "+xml\"/>";
  }

  private static String relations(String type, String target) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"r1\" Type=\"%s/%s\" Target=\"%s\"/></Relationships>"
            .formatted(RELATIONS, type, target);
  }
}
