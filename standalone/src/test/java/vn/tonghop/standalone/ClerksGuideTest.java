package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.reference.ReferenceData;

/** The guide for clerks shows the form as it is, and errors as they are printed. */
class ClerksGuideTest {

  private static final Path DOCS = Path.of(System.getProperty("tonghop.root"), "docs", "vi");
  private static final int HEADER = 3;

  /** {@code | `J5=…`; `M5=…` | `message` | …}; a bar within a cell is escaped. */
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[A-Z]\\d=.*?) \\| `(.+?)` \\| .+");

  private static final Pattern ENTRY = Pattern.compile("`([A-Z]\\d)=([^`]*)`");

  /** {@code | từ (word) | …}. */
  private static final Pattern TERM_ROW = Pattern.compile("(?m)^\\| ([^|(`]+) \\(([^|)]+)\\) \\|");

  /** The first two columns; of the first, quotes stand around commas. */
  private static final Pattern GLOSSARY_ROW = Pattern.compile("^(\"[^\"]+\"|[^,]+),([^,]+),");

  private static final Pattern SVG_TEXT = Pattern.compile("<text[^>]*>([^<]*)</text>");

  /** What the first picture shows, as a clerk types it. */
  private static final Map<String, String> FILLED =
      Map.ofEntries(
          Map.entry("F5", "NV-01"),
          Map.entry("G5", "Rà soát thủ tục"),
          Map.entry("H5", "Bộ Chính trị (POLITBURO)"),
          Map.entry("I5", "Công tác cán bộ (CADRES)"),
          Map.entry("J5", "Đang thực hiện (IN_PROGRESS)"),
          Map.entry("K5", "30/04/2024"),
          Map.entry("M5", "60"),
          Map.entry("F6", "NV-02"),
          Map.entry("G6", "Sắp xếp tổ chức bộ máy"),
          Map.entry("H6", "Cấp ủy địa phương (PROVINCIAL_COMMITTEE)"),
          Map.entry("I6", "Tổ chức bộ máy và biên chế (ORGANISATION)"),
          Map.entry("J6", "Hoàn thành (COMPLETED)"),
          Map.entry("K6", "20/03/2024"),
          Map.entry("L6", "12/03/2024"),
          Map.entry("M6", "100"));

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static Path form;

  /** With nobody to ask for earlier tasks. */
  @BeforeAll
  static void makeTheForm() throws IOException {
    form = folder.resolve("form.xlsx");
    Path hurry = Files.writeString(folder.resolve("p"), "default.api.timeout.ms=1000\n");
    Invocation.of(
            "template",
            "40",
            "CTCT-2024",
            "2024-Q1",
            "--out",
            form.toString(),
            "--bootstrap",
            "127.0.0.1:1",
            "--config",
            hurry.toString())
        .expecting(0);
  }

  @Test
  void thePicturesShowTheFormAsItIsMade() throws IOException {
    String shown = textOf("bieu-mau.svg");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(form))) {
      XSSFSheet sheet = book.getSheet("tasks");
      assertTrue(shown.contains(sheet.getRow(0).getCell(0).getStringCellValue()), shown);
      assertTrue(shown.contains(sheet.getRow(1).getCell(0).getStringCellValue()), shown);
      List<String> headers = new ArrayList<>();
      for (Cell cell : sheet.getRow(HEADER)) {
        if (!sheet.isColumnHidden(cell.getColumnIndex())) {
          headers.add(cell.getStringCellValue().replace('\n', ' '));
        }
      }
      assertTrue(shown.contains(String.join(" ", headers)), () -> headers + "\n" + shown);
    }
    FILLED.values().forEach(value -> assertTrue(shown.contains(value), value));
  }

  @Test
  void theFormFilledInAsInThePictureIsRight() throws IOException {
    assertTrue(validated(Map.of()).contains("1 báo cáo, 0 lỗi, 0 cảnh báo"));
  }

  @Test
  void eachErrorIsPrintedAsTheGuideHasIt() throws IOException {
    Matcher row = ROW.matcher(Files.readString(DOCS.resolve("huong-dan-can-bo.md")));
    int rows = 0;
    while (row.find()) {
      rows++;
      Map<String, String> entries =
          ENTRY
              .matcher(row.group(1))
              .results()
              .collect(Collectors.toMap(entry -> entry.group(1), entry -> entry.group(2)));
      String said = validated(entries);
      assertTrue(said.contains(row.group(2).replace("\\|", "|")), () -> row.group(1) + "\n" + said);
    }
    assertTrue(rows > 15, "rows were found: " + rows);
  }

  @Test
  void thePictureOfAnErrorHasItsMessage() throws IOException {
    String message = "E10 Tỷ lệ 150 nằm ngoài khoảng 0–100; hãy sửa tỷ lệ";
    assertTrue(textOf("o-sai.svg").contains("tasks!M5: " + message));
    assertTrue(validated(Map.of("M5", "150")).contains(message + " (tasks!M5)"));
  }

  @Test
  void theTextsOfReceiptsInTheGuideAreThose() throws IOException {
    String source =
        Files.readString(
            Path.of(
                System.getProperty("tonghop.root"),
                "domain/src/main/java/vn/tonghop/domain/format/ReceiptText.java"));
    List<String> unknown =
        Pattern.compile("(?m)^\\| `(\\p{Lu}{2}[^`]*)`")
            .matcher(Files.readString(DOCS.resolve("huong-dan-can-bo.md")))
            .results()
            .map(MatchResult::group)
            .map(text -> text.replaceAll("^\\| `|`$", ""))
            .flatMap(text -> Pattern.compile("lần \\d+(?: ngày [\\d/]+)?").splitAsStream(text))
            .map(part -> part.replaceAll("^, | ?\\(.*\\)$", "").strip())
            .filter(part -> !part.isEmpty() && !source.contains(part))
            .toList();
    assertEquals(List.of(), unknown);
  }

  @Test
  void theWordsOfTheGuideAreThoseOfTheGlossary() throws IOException {
    Map<String, String> glossary = new HashMap<>();
    try (InputStream csv = ReferenceData.class.getResourceAsStream("glossary.csv")) {
      new String(Objects.requireNonNull(csv).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(GLOSSARY_ROW::matcher)
          .filter(Matcher::find)
          .forEach(row -> glossary.put(row.group(1).replace("\"", ""), row.group(2)));
    }
    String guide = Files.readString(DOCS.resolve("huong-dan-can-bo.md"));
    Matcher row = TERM_ROW.matcher(guide.substring(guide.indexOf("## Từ dùng")));
    int terms = 0;
    while (row.find()) {
      String[] vietnamese = row.group(1).split(", ", -1);
      String[] english = row.group(2).split(", ", -1);
      assertEquals(vietnamese.length, english.length, row::group);
      for (int i = 0; i < vietnamese.length; i++) {
        assertEquals(english[i], glossary.get(vietnamese[i]), vietnamese[i]);
        terms++;
      }
    }
    assertTrue(terms > 10, "terms were found: " + terms);
  }

  /** A revision has one name, whether the form, a receipt or the guide speaks of it. */
  @Test
  void aRevisionHasOneName() throws IOException {
    Pattern others = Pattern.compile("(?iu)lần (gửi|sửa)\\b|bản sửa|phiên bản");
    String guide = Files.readString(DOCS.resolve("huong-dan-can-bo.md"));
    assertEquals(List.of(), others.matcher(guide).results().map(MatchResult::group).toList());
    assertTrue(guide.contains("lần báo cáo"));
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(form))) {
      for (Sheet sheet : book) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            assertFalse(others.matcher(cell.toString()).find(), cell::toString);
          }
        }
      }
      assertEquals(
          "Lần báo cáo\n(revision)", book.getSheet("tasks").getRow(HEADER).getCell(3).toString());
    }
  }

  private static String validated(Map<String, String> changes) throws IOException {
    Map<String, String> entries = new TreeMap<>(FILLED);
    entries.putAll(changes);
    Path file = folder.resolve("filled.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(form))) {
      XSSFSheet sheet = book.getSheet("tasks");
      entries.forEach((name, text) -> type(sheet, new CellReference(name), text));
      try (OutputStream out = Files.newOutputStream(file)) {
        book.write(out);
      }
    }
    Invocation run = Invocation.of("validate", "--lang", "vi", file.toString());
    return run.out() + run.err();
  }

  private static void type(XSSFSheet sheet, CellReference place, String text) {
    Cell cell = sheet.getRow(place.getRow()).getCell(place.getCol());
    if (cell == null) {
      cell = sheet.getRow(place.getRow()).createCell(place.getCol());
    }
    if (text.isEmpty()) {
      cell.setBlank();
    } else {
      cell.setCellValue(text);
    }
  }

  private static String textOf(String picture) throws IOException {
    return SVG_TEXT
        .matcher(Files.readString(DOCS.resolve(picture)))
        .results()
        .map(text -> text.group(1))
        .collect(Collectors.joining(" "));
  }
}
