package vn.tonghop.producer.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The documents of a JSON or a JSON Lines file. */
final class JsonSource implements ReportSource {

  private final Path file;
  private final BoundedLines lines;
  private final boolean oneDocument;
  private long line;

  private JsonSource(Path file, boolean oneDocument) throws IOException {
    this.file = file;
    this.oneDocument = oneDocument;
    this.lines = new BoundedLines(Files.newInputStream(file));
  }

  /** A file that is one document, on as many lines as it likes. */
  static ReportSource document(Path file) throws IOException {
    return new JsonSource(file, true);
  }

  /** A file of one document a line; blank lines are skipped. */
  static ReportSource lines(Path file) throws IOException {
    return new JsonSource(file, false);
  }

  @Override
  public @Nullable FileReport next() throws IOException {
    if (oneDocument) {
      return line++ > 0 ? null : ReportDocument.read(new Place(file, 1), lines.rest());
    }
    @Nullable DocumentBytes next;
    do {
      next = lines.nextLine();
      line++;
    } while (next != null && next.isBlank());
    return next == null ? null : ReportDocument.read(new Place(file, line), next);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
