package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A part of a document that a test knows: between two comments with its name. */
record Section(Path document, String name) {

  static Section of(Path document, String name) {
    return new Section(document, name);
  }

  /** Fails if it holds anything else; with {@code -Dgolden.rewrite=true} writes it. */
  void holds(List<String> lines) throws IOException {
    String text = Files.readString(document);
    String begin = "<!-- " + name + " -->\n";
    String end = "<!-- end of " + name + " -->\n";
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    assertTrue(from >= 0 && to > from, document + " has no part " + name);
    String wanted = String.join("\n", lines) + "\n";
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(
          document, text.substring(0, from + begin.length()) + wanted + text.substring(to));
      return;
    }
    assertEquals(wanted, text.substring(from + begin.length(), to), document + ", " + name);
  }
}
