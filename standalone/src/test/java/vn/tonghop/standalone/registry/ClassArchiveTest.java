package vn.tonghop.standalone.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that stand for jars and archives. */
class ClassArchiveTest {

  private static final String MAKES = "-XX:ArchiveClassesAtExit=";
  private static final String TAKES = "-XX:SharedArchiveFile=";

  private final Path runner;
  private final Path parentWatch;
  private final Path folder;

  ClassArchiveTest(@TempDir Path folder) throws IOException {
    this.folder = Files.createDirectory(folder.resolve("data"));
    runner = Files.createFile(folder.resolve("a-runner.jar"));
    parentWatch = Files.createFile(folder.resolve("watch.jar"));
    old(runner);
    old(parentWatch);
  }

  private static void old(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-01-01T00:00:00Z")));
  }

  private ClassArchive archive() {
    return ClassArchive.of(runner, parentWatch, folder);
  }

  private String option() {
    List<String> options = archive().options();
    return options.get(options.size() - 1);
  }

  private void one() throws IOException {
    ClassArchive first = archive();
    Files.writeString(folder.resolve("classes.jsa"), "classes");
    first.keep();
  }

  @Test
  void theFirstMakesWhatAllLaterOnesTake() throws IOException {
    assertEquals(MAKES + folder.resolve("classes.jsa"), option());
    one();
    Path kept = Path.of(option().substring(TAKES.length()));
    assertEquals(TAKES + kept, option());
    assertEquals("classes", Files.readString(kept));
    assertFalse(Files.exists(folder.resolve("classes.jsa")));
  }

  @Test
  void whoeverWasKilledLeavesNothing() throws IOException {
    archive().keep();
    assertTrue(option().startsWith(MAKES), option());
    Files.writeString(folder.resolve("classes.jsa"), "half of the cl");
    ClassArchive next = archive();
    next.clear();
    next.keep();
    assertTrue(option().startsWith(MAKES), option());
    assertFalse(Files.exists(folder.resolve("classes.jsa")));
  }

  @Test
  void otherJarsNeedTheirOwn() throws IOException {
    one();
    FileTime later = FileTime.from(Instant.now().plusSeconds(60));
    Files.setLastModifiedTime(parentWatch, later);
    assertTrue(option().startsWith(MAKES), option());
    old(parentWatch);
    assertTrue(option().startsWith(TAKES), option());
    Files.setLastModifiedTime(runner, later);
    assertTrue(option().startsWith(MAKES), option());
  }
}
