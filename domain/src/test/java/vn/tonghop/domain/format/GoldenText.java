package vn.tonghop.domain.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Texts that must not change by accident; {@code -Dgolden.rewrite=true} writes them anew, on
 * purpose. A file that no test asked for fails.
 */
final class GoldenText {

  private final Path folder;
  private final Set<String> asked = new TreeSet<>();

  GoldenText(String folder) {
    this.folder =
        Path.of(System.getProperty("tonghop.root"), "domain", "src", "test", "resources", folder);
  }

  void check(String name, String text) {
    asked.add(name);
    Path file = folder.resolve(name);
    try {
      if (Boolean.getBoolean("golden.rewrite")) {
        Files.createDirectories(folder);
        Files.writeString(file, text);
      }
      assertEquals(Files.readString(file), text, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void checkThatAllAreUsed() {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          asked,
          files
              .map(file -> folder.relativize(file).toString())
              .collect(Collectors.toCollection(TreeSet::new)),
          "files of " + folder.getFileName() + " that no test asks for");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
