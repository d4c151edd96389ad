package vn.tonghop.producer.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of file a province sends, told apart by their ending. */
enum ReportFormat {
  JSON(JsonSource::document, ".json"),
  JSON_LINES(JsonSource::lines, ".jsonl", ".ndjson");

  private final Opener opener;
  private final List<String> endings;

  ReportFormat(Opener opener, String... endings) {
    this.opener = opener;
    this.endings = List.of(endings);
  }

  /** The format of a file by its name, whatever the case. */
  static Optional<ReportFormat> of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> format.endings.stream().anyMatch(name::endsWith))
        .findFirst();
  }

  /** All endings, for messages. */
  static String allEndings() {
    return Arrays.stream(values())
        .flatMap(format -> format.endings.stream())
        .collect(Collectors.joining(", "));
  }

  ReportSource open(Path file) throws IOException {
    return opener.open(file);
  }

  private interface Opener {
    ReportSource open(Path file) throws IOException;
  }
}
