package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The launcher for Windows, which no test can run, says what the tested one says. */
class LaunchersTest {

  private static final Path ROOT = Path.of(System.getProperty("tonghop.root"));
  private static final Path WINDOWS = ROOT.resolve("standalone/src/main/zip/tonghop.bat");

  @Test
  void bothGiveJavaTheSameOptions() throws IOException {
    String shell = Files.readString(ROOT.resolve("tonghop"));
    Set<String> expected = new TreeSet<>(words(shell, "(?ms)^options=\\(\n(.*?)^\\)"));
    expected.addAll(words(shell, "(?m)^ +options\\+=\\((--.*)\\)$"));
    // It is about folders and the terminal; the one of the folder is looked at below.
    expected.removeIf(word -> word.startsWith("\"-Dtonghop."));
    String batch =
        Files.readString(WINDOWS).replace("%LOG%", "-Dorg.slf4j.simpleLogger").replace("%%", "%");
    Set<String> actual = new TreeSet<>(words(batch, "(?m)set \"OPTIONS=([^%\\n]*)\"$"));
    actual.addAll(words(batch, "(?m)set \"OPTIONS=%OPTIONS% (.*)\"$"));
    assertEquals(expected, actual);
    assertTrue(expected.size() > 15, "options were found: " + expected);
  }

  @Test
  void theOneForWindowsSaysThatItIsNotTested() throws IOException {
    String batch = Files.readString(WINDOWS);
    assertTrue(batch.contains("NOT TESTED"));
    assertTrue(batch.contains("-Dtonghop.dist=%HERE%"));
    assertFalse(batch.chars().anyMatch(each -> each > '~'), "cmd reads it before chcp");
    assertTrue(Files.readString(ROOT.resolve("README.vi.md")).contains("chưa được chạy thử"));
  }

  private static Collection<String> words(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .flatMap(found -> found.group(1).lines())
        .map(String::strip)
        .filter(line -> !line.startsWith("#"))
        .flatMap(line -> List.of(line.split(" +")).stream())
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
