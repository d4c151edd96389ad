package vn.tonghop.producer.file;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import vn.tonghop.domain.acceptance.Finding;

/** The sheets of a workbook, and from when on it counts its days. */
final class XlsxWorkbook extends XlsxPart {

  /** A sheet by its name and the relationship that leads to its part. */
  record Sheet(String name, String relation) {}

  private final List<Sheet> sheets = new ArrayList<>();
  private boolean from1904;

  @Override
  void start(String element, Attributes attributes) {
    if (element.equals("workbookPr")) {
      @Nullable String base = attributes.getValue("date1904");
      from1904 = "1".equals(base) || "true".equals(base);
    } else if (element.equals("sheet")) {
      @Nullable String name = attributes.getValue("name");
      @Nullable String relation = relation(attributes);
      if (name != null && relation != null) {
        sheets.add(new Sheet(name, relation));
      }
    }
  }

  private static @Nullable String relation(Attributes attributes) {
    for (int i = 0; i < attributes.getLength(); i++) {
      if (attributes.getLocalName(i).equals("id") && !attributes.getURI(i).isEmpty()) {
        return attributes.getValue(i);
      }
    }
    return null;
  }

  /** Whether day 0 is 1904-01-01, as on old Macintoshes. */
  boolean from1904() {
    return from1904;
  }

  /**
   * The sheets of reports: those named so, tasks before indicators; or the only one.
   *
   * @throws DefectException if there is none
   */
  List<Sheet> reports() throws DefectException {
    List<Sheet> named = new ArrayList<>();
    for (String kind : List.of("tasks", "indicators", "report")) {
      sheets.stream()
          .filter(sheet -> Words.codes(Words.About.SHEET, sheet.name()).contains(kind))
          .filter(sheet -> !named.contains(sheet))
          .forEach(named::add);
    }
    if (!named.isEmpty()) {
      return named;
    }
    if (sheets.size() == 1) {
      return sheets;
    }
    String names =
        sheets.stream()
            .limit(20)
            .map(sheet -> '"' + sheet.name() + '"')
            .collect(Collectors.joining(", "));
    throw new DefectException(Defect.NO_SHEET.at(Finding.DOCUMENT, names.isEmpty() ? "–" : names));
  }
}
