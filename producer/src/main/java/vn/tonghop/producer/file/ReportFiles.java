package vn.tonghop.producer.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the files a province sends (roll-up.md §2), whatever their size. */
public final class ReportFiles {

  private ReportFiles() {}

  /**
   * The documents of a file in order, read as the stream is; close it.
   *
   * @throws UnknownEndingException if the file's ending names no format
   * @throws IOException if the file cannot be opened; what fails later comes out of the stream as
   *     {@link UncheckedIOException}
   */
  public static Stream<FileReport> read(Path file) throws IOException {
    return read(file, notice -> {});
  }

  /**
   * The same.
   *
   * @param notices hears, while the file is read, what its sender should know of the reading
   */
  public static Stream<FileReport> read(Path file, Consumer<Notice> notices) throws IOException {
    ReportSource source = format(file).open(file, notices);
    return StreamSupport.stream(new Documents(source), false).onClose(() -> close(source));
  }

  /**
   * Fails unless {@link #read} would begin to read.
   *
   * @throws UnknownEndingException if the file's ending names no format
   * @throws IOException if the file cannot be opened
   */
  public static void probe(Path file) throws IOException {
    format(file).open(file, notice -> {}).close();
  }

  private static ReportFormat format(Path file) throws UnknownEndingException {
    return ReportFormat.of(file).orElseThrow(() -> new UnknownEndingException(file));
  }

  private static void close(ReportSource source) {
    try {
      source.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Documents extends Spliterators.AbstractSpliterator<FileReport> {

    private final ReportSource source;

    Documents(ReportSource source) {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
      this.source = source;
    }

    @Override
    public boolean tryAdvance(Consumer<? super FileReport> action) {
      @Nullable FileReport next;
      try {
        next = source.next();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (next != null) {
        action.accept(next);
      }
      return next != null;
    }
  }
}
