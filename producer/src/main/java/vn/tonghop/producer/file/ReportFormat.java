package vn.tonghop.producer.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A kind of file that a province sends, told apart by its ending. */
record ReportFormat(Opener opener, List<String> endings) {

  /** All kinds; a further one is one line here and its {@link ReportSource}. */
  private static final List<ReportFormat> ALL =
      List.of(
          new ReportFormat((file, notices) -> JsonSource.document(file), List.of(".json")),
          new ReportFormat((file, notices) -> JsonSource.lines(file), List.of(".jsonl", ".ndjson")),
          new ReportFormat(CsvSource::open, List.of(".csv")),
          new ReportFormat((file, notices) -> XlsxSource.open(file), List.of(".xlsx", ".xlsm")));

  /** The format of a file by its name, whatever the case. */
  static Optional<ReportFormat> of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(format -> format.endings.stream().anyMatch(name::endsWith))
        .findFirst();
  }

  /** All endings, for messages. */
  static String allEndings() {
    return ALL.stream()
        .flatMap(format -> format.endings.stream())
        .collect(Collectors.joining(", "));
  }

  ReportSource open(Path file, Consumer<Notice> notices) throws IOException {
    return opener.open(file, notices);
  }

  /** Opens a file of one kind. */
  interface Opener {
    ReportSource open(Path file, Consumer<Notice> notices) throws IOException;
  }
}
