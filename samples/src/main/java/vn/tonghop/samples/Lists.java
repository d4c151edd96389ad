package vn.tonghop.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The lists beside this class: cells parted by bars, remarks after a hash. */
final class Lists {

  private Lists() {}

  /** The rows of one list; empty cells at the end are kept. */
  static List<List<String>> rows(String name) {
    try (InputStream in = Objects.requireNonNull(Lists.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split("\\|", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
