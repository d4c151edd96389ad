package vn.tonghop.producer.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskStatus;
import vn.tonghop.producer.file.Words.About;

/** The words that people may write for codes. */
class WordsTest {

  private static final Path ROOT = Path.of(System.getProperty("tonghop.root"));

  /** Ambiguous on purpose: an error that names the cell is better than a guess. */
  private static final Set<String> AMBIGUOUS = Set.of("ma", "code", "ngay", "date");

  @ParameterizedTest
  @CsvSource({
    "COLUMN,Mã nhiệm vụ,task",
    "COLUMN,'  mã  NHIỆM\tvụ: ',task",
    "COLUMN,ma nhiem vu,task",
    "COLUMN,Mã (task),task",
    "COLUMN,task / Mã,task",
    "COLUMN,Ngày hoàn thành (completed_on),completed_on",
    "COLUMN,Hạn (dd/mm/yyyy),due_on",
    "COLUMN,AS OF,as_of",
    "STATUS,hoan thanh,COMPLETED",
    "STATUS,ĐANG THỰC HIỆN,IN_PROGRESS",
    "STATUS,in progress,IN_PROGRESS",
    "BOOLEAN,Không,false",
    "ASSIGNED_BY,bộ chính trị,POLITBURO",
    "FIELD,'kiểm tra, giám sát',INSPECTION",
    "SHEET,NHIỆM VỤ,tasks",
  })
  void aWordStandsForItsCode(About about, String word, String code) {
    assertEquals(Set.of(code), Words.codes(about, word));
  }

  @Test
  void whatIsNoWordStandsForNothing() {
    for (String text : List.of("", "()", "tasks2", "x".repeat(300), "quá hạn")) {
      assertEquals(Set.of(), Words.codes(About.STATUS, text), text);
    }
    assertEquals(
        Set.of("completed_on", "due_on"), Words.codes(About.COLUMN, "Hạn / Ngày hoàn thành"));
  }

  @Test
  void noWordIsAmbiguousByAccident() {
    for (Words.Entry entry : Words.entries()) {
      for (String word : entry.words()) {
        if (!AMBIGUOUS.contains(Words.folded(word))) {
          assertEquals(Set.of(entry.code()), Words.codes(entry.about(), word), word);
        }
        assertTrue(
            entry.about() != About.COLUMN || !word.matches(".*[,;].*"),
            "would be taken for several columns of CSV: " + word);
      }
    }
  }

  @Test
  void everyCodeHasItsWords() throws IOException {
    assertEquals(names(SheetColumn.values(), true), codes(About.COLUMN));
    assertEquals(names(TaskStatus.values(), false), codes(About.STATUS));
    assertEquals(names(ReportKind.values(), false), codes(About.KIND));
    for (String[] catalogue :
        new String[][] {{"authorities", "ASSIGNED_BY"}, {"fields", "FIELD"}}) {
      List<String> rows =
          Files.readAllLines(
              ROOT.resolve("domain/src/main/resources/vn/tonghop/domain/reference")
                  .resolve(catalogue[0] + ".csv"));
      for (String row : rows.subList(1, rows.size())) {
        String code = row.substring(0, row.indexOf(','));
        String rest = row.substring(code.length() + 1);
        // A name with a comma is quoted.
        boolean quoted = rest.startsWith("\"");
        String vietnamese =
            quoted ? rest.substring(1, rest.indexOf('"', 1)) : rest.substring(0, rest.indexOf(','));
        assertEquals(Set.of(code), Words.codes(About.valueOf(catalogue[1]), vietnamese), row);
      }
    }
  }

  private static Set<String> names(Enum<?>[] values, boolean spelled) {
    Set<String> names = new HashSet<>();
    Arrays.stream(values).map(each -> spelled ? each.toString() : each.name()).forEach(names::add);
    return names;
  }

  private static Set<String> codes(About about) {
    Set<String> codes = new HashSet<>();
    Words.entries().stream()
        .filter(entry -> entry.about() == about)
        .forEach(entry -> codes.add(entry.code()));
    return codes;
  }

  @Test
  void theDocumentHasTheWholeTableAndNothingElse() throws IOException {
    List<String> documented =
        Files.readAllLines(ROOT.resolve("docs/files.md")).stream()
            .dropWhile(line -> !line.equals("## Words"))
            .filter(line -> line.startsWith("| `"))
            .toList();
    assertEquals(
        Words.entries().stream()
            .map(each -> "| `%s` | %s |".formatted(each.code(), String.join(" · ", each.words())))
            .toList(),
        documented);
  }
}
