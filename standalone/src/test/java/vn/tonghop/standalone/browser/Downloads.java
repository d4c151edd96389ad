package vn.tonghop.standalone.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.tonghop.domain.standing.Measures;

/** Downloaded files, read by the libraries with which others read them. */
final class Downloads {

  private static final int NAME = 1;
  private static final int FIRST_COUNT = 2;
  private static final int COUNTS = 6;

  private Downloads() {}

  /** The counts of each row of a workbook's first sheet by its name, without marks. */
  static Map<String, List<Long>> xlsx(Path file) throws IOException {
    Map<String, List<Long>> counts = new HashMap<>();
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      for (Row row : book.getSheetAt(0)) {
        if (isOfFigures(row)) {
          List<Long> was =
              counts.put(
                  name(row.getCell(NAME).getStringCellValue()),
                  IntStream.range(FIRST_COUNT, FIRST_COUNT + COUNTS)
                      .mapToObj(column -> (long) row.getCell(column).getNumericCellValue())
                      .toList());
          assertTrue(was == null, () -> "two rows of " + name(row.getCell(NAME).toString()));
        }
      }
    }
    return counts;
  }

  private static boolean isOfFigures(Row row) {
    Cell name = row.getCell(NAME);
    return name != null
        && name.getCellType() == CellType.STRING
        && IntStream.range(FIRST_COUNT, FIRST_COUNT + COUNTS)
            .mapToObj(row::getCell)
            .allMatch(cell -> cell != null && cell.getCellType() == CellType.NUMERIC);
  }

  private static String name(String cell) {
    return cell.replace('\u00a0', ' ').replaceAll("[*†‡§¶ ]+$", "");
  }

  /** Fails unless each line with a name and its counts stands in a document. */
  static void assertPdf(Path file, Map<String, Measures> expected) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      String text = stripper.getText(document).replace('\u00a0', ' ');
      assertTrue(document.getNumberOfPages() > 1, text);
      expected.forEach(
          (name, measures) -> {
            // A long name stands on several lines, and its figures beside one of them.
            String[] words = name.split(" ", -1);
            String end = words.length > 3 ? "" : words[words.length - 1] + "[*†‡§¶ ]*";
            String line = end + " " + counts(measures) + " ";
            assertTrue(
                Pattern.compile(line).matcher(text).find(), () -> line + " is not in " + text);
          });
    }
  }

  private static String counts(Measures measures) {
    return list(measures).stream().map(Object::toString).collect(Collectors.joining(" "));
  }

  /** In the order of the columns. */
  static List<Long> list(Measures measures) {
    return List.of(
        measures.assigned(),
        measures.completedOnTime(),
        measures.completedLate(),
        measures.openOnTrack(),
        measures.openOverdue(),
        measures.completedInPeriod());
  }
}
