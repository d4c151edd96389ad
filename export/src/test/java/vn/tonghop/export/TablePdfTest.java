package vn.tonghop.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.OfficialTable;
import vn.tonghop.domain.format.SampleViews;
import vn.tonghop.domain.format.TableColumn;
import vn.tonghop.domain.format.TableDimension;
import vn.tonghop.domain.format.TextWidth;
import vn.tonghop.domain.table.TableView;

class TablePdfTest {

  /** More than 63 units, twelve authorities and as many fields need. */
  private static final int MANY_PAGES = 20;

  @Test
  void theFiguresOfEachRowAreThoseOfTheTable() throws IOException {
    for (TableView table : List.of(SampleViews.many(), SampleViews.restated())) {
      for (Language language : Language.values()) {
        OfficialTable official =
            OfficialTable.of(table, language, SampleViews.REFERENCE, SampleViews.MADE_ON);
        List<String> lines;
        try (PDDocument document = open(official, Breakdown.UNIT)) {
          lines = text(document).lines().toList();
        }
        for (OfficialTable.Row row : rows(official)) {
          String figures = figures(row, language);
          assertTrue(
              lines.stream().anyMatch(line -> line.contains(lastWord(row) + " " + figures)),
              () -> row.label() + " " + figures + " is not in\n" + String.join("\n", lines));
        }
      }
    }
  }

  @Test
  void everyPageHasItsNumberAndTheHeadersOfItsTable() throws IOException {
    OfficialTable official =
        OfficialTable.of(
            SampleViews.many(), Language.VI, SampleViews.REFERENCE, SampleViews.MADE_ON);
    try (PDDocument document = open(official, Breakdown.UNIT)) {
      int pages = document.getNumberOfPages();
      assertTrue(pages > 1, () -> pages + " pages");
      assertTrue(text(document, 1).contains("Tổng số"), "the first page has rows");
      for (int page = 1; page <= pages; page++) {
        String text = text(document, page);
        assertTrue(text.contains("Trang " + page + "/" + pages), text);
        boolean hasRows = text.lines().anyMatch(line -> line.matches("\\d+ \\p{Lu}.* Q1 .*"));
        assertEquals(hasRows, text.contains("Vùng, đơn vị"), text);
      }
      for (PDPage page : document.getPages()) {
        assertEquals(PDRectangle.A4.getHeight(), page.getMediaBox().getWidth(), 1);
        assertEquals(PDRectangle.A4.getWidth(), page.getMediaBox().getHeight(), 1);
      }
    }
  }

  @Test
  void itSaysWhatItIsOfWhichDaysWhoIsMissingAndWhoSigns() throws IOException {
    try (PDDocument document = open(SampleViews.many(), Language.VI)) {
      String text = text(document).replaceAll("\\s+", " ");
      for (String said :
          List.of(
              "BIỂU TỔNG HỢP TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ TOÀN QUỐC",
              "Chương trình công tác năm 2024 (CTCT-2024)",
              "Quý I năm 2024 (2024-Q1): 15/12/2023 – 14/03/2024",
              "Số liệu tính đến ngày 14/03/2024, sớm nhất là ngày 14/02/2024",
              "Đã có báo cáo: 57/63 đơn vị; còn thiếu 6",
              "Chưa báo cáo, quá hạn 8 ngày tính đến 02/04/2024 (6): Bạc Liêu, Bắc Ninh, Bến Tre, Hà Tĩnh, Kon Tum, Lạng Sơn",
              "* lấy theo báo cáo kỳ trước; † không phát sinh; ‡ gửi muộn",
              "Theo cấp giao",
              "Theo lĩnh vực",
              "NGƯỜI LẬP BIỂU",
              "THỦ TRƯỞNG ĐƠN VỊ")) {
        assertTrue(text.contains(said), () -> said + " is not in\n" + text);
      }
    }
  }

  @Test
  void indicatorsStandBesideTheirBaselines() throws IOException {
    TableView table = SampleViews.sample("reviews", "BTCTW-2021", "2021-Q3");
    try (PDDocument document = open(table, Language.EN)) {
      String text = text(document).replaceAll("\\s+", " ");
      assertTrue(text.contains("2,887,500 1/1 3,650,300 30 Apr 2015 −762,800 −20.9%"), text);
    }
  }

  @Test
  void itsFontsAreInItAndItSaysItsLanguageAndItsParts() throws IOException {
    for (Language language : Language.values()) {
      try (PDDocument document = open(SampleViews.succeeded(), language)) {
        List<PDFont> fonts = fonts(document);
        assertFalse(fonts.isEmpty());
        assertTrue(
            fonts.stream().allMatch(PDFont::isEmbedded),
            () -> fonts.stream().map(PDFont::getName).collect(Collectors.joining(", ")));
        assertTrue(fonts.stream().allMatch(font -> font.getName().contains("LiberationSerif")));
        assertEquals(language.tag(), document.getDocumentCatalog().getLanguage());
        assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
        assertNotNull(document.getDocumentCatalog().getStructureTreeRoot());
        String title = document.getDocumentInformation().getTitle();
        assertTrue(title.endsWith("2025-A1"), title);
      }
    }
  }

  @Test
  void whatIsMeantToDoHarmIsTextAsItStands() throws IOException {
    OfficialTable official =
        OfficialTable.of(
            HostileTable.table(), Language.VI, SampleViews.REFERENCE, SampleViews.MADE_ON);
    try (PDDocument document = open(official, Breakdown.UNIT)) {
      // Cells break long words wherever there is no room left.
      String text = text(document).replaceAll("\\s+", "");
      for (String name : HostileTable.NAMES) {
        if (name.length() < 100) {
          String shown =
              TextWidth.clean(name).replaceAll("\\s+", "").replace("\uFFFD", TablePdf.NO_LETTER);
          assertTrue(text.contains(shown), () -> shown + " is not there");
        }
      }
      assertFalse(document.getDocumentCatalog().getCOSObject().containsKey(COSName.OPEN_ACTION));
      assertFalse(text.matches("(?s).*[\u202e\u200f\u2066\u0007].*"));
    }
  }

  @Test
  void namesOfAnyLengthFillNoSheetsOfTheirOwn() throws IOException {
    OfficialTable official =
        OfficialTable.of(
            HostileTable.table(), Language.VI, SampleViews.REFERENCE, SampleViews.MADE_ON);
    try (PDDocument document = Loader.loadPDF(TablePdf.write(official, Breakdown.of(null)))) {
      int pages = document.getNumberOfPages();
      assertTrue(pages < MANY_PAGES, () -> pages + " pages");
      String text = text(document).replaceAll("\\s+", "");
      // Each of them is a unit, an authority and a field.
      assertEquals(3 * (PrintedTable.LETTERS - 1), ofRuns(text, "m", 20), "of the long word");
      assertEquals(3, text.split("mmm…", -1).length - 1);
    }
  }

  /** Letters in runs of at least so many; single ones are of other words. */
  private static int ofRuns(String text, String letter, int least) {
    return java.util.regex.Pattern.compile(letter + "{" + least + ",}")
        .matcher(text)
        .results()
        .mapToInt(run -> run.group().length())
        .sum();
  }

  @Test
  void oneBreakdownStandsAlone() throws IOException {
    byte[] bytes =
        TablePdf.write(
            new TableDocument(
                SampleViews.many(),
                TableDimension.REGION,
                Language.EN,
                true,
                SampleViews.MADE_ON,
                SampleViews.REFERENCE));
    try (PDDocument document = Loader.loadPDF(bytes)) {
      String text = text(document);
      assertTrue(text.contains("By region"), text);
      assertFalse(text.contains("By field"), text);
      assertFalse(text.contains("An Giang"), text);
      assertTrue(text.contains("ALL PROVINCIAL FIGURES HERE ARE INVENTED"), text);
    }
  }

  private static PDDocument open(TableView table, Language language) throws IOException {
    return Loader.loadPDF(
        TablePdf.write(
            new TableDocument(
                table, null, language, false, SampleViews.MADE_ON, SampleViews.REFERENCE)));
  }

  private static PDDocument open(OfficialTable table, Breakdown breakdown) throws IOException {
    return Loader.loadPDF(TablePdf.write(table, List.of(breakdown)));
  }

  private static String text(PDDocument document) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    return stripper.getText(document).replace('\u00a0', ' ');
  }

  private static String text(PDDocument document, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(document).replace('\u00a0', ' ');
  }

  private static List<PDFont> fonts(PDDocument document) throws IOException {
    List<PDFont> fonts = new ArrayList<>();
    for (PDPage page : document.getPages()) {
      for (COSName name : page.getResources().getFontNames()) {
        fonts.add(page.getResources().getFont(name));
      }
    }
    return fonts;
  }

  private static List<OfficialTable.Row> rows(OfficialTable table) {
    return Stream.concat(
            Stream.of(table.total()),
            table.byUnit().stream()
                .flatMap(region -> Stream.concat(Stream.of(region.sum()), region.units().stream())))
        .toList();
  }

  /** Names may stand on several lines, of which the middle one is beside the figures. */
  private static String lastWord(OfficialTable.Row row) {
    String[] words = row.label().replace('\u00a0', ' ').split(" ", -1);
    return words.length > 3 ? "" : words[words.length - 1];
  }

  private static String figures(OfficialTable.Row row, Language language) {
    Figures figures = new Figures(language);
    return Arrays.stream(TableColumn.values())
        .map(column -> column.text(row.measures(), figures))
        .collect(Collectors.joining(" ", "", " " + row.coverage()));
  }
}
