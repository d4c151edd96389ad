package vn.tonghop.producer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.tonghop.domain.format.Language;
import vn.tonghop.producer.file.FileReport;
import vn.tonghop.producer.file.Notice;
import vn.tonghop.producer.file.ReportFiles;
import vn.tonghop.producer.file.UnknownEndingException;

/**
 * The files of a command line, in their order.
 *
 * @param err hears how a file was read, where its sender should know
 */
record InputFiles(List<Path> files, Language lang, PrintWriter err) {

  InputFiles {
    files = List.copyOf(files);
  }

  /**
   * Fails before anything is done if any file cannot be read.
   *
   * @throws UsageException with all such files
   */
  void probe() throws UsageException {
    List<String> problems = new ArrayList<>();
    for (Path file : files) {
      try {
        ReportFiles.probe(file);
      } catch (IOException e) {
        problems.add(problem(file, e));
      }
    }
    if (!problems.isEmpty()) {
      throw new UsageException(problems);
    }
  }

  /**
   * Gives each report in order.
   *
   * @throws UsageException if a file cannot be read to its end
   */
  void forEach(Consumer<FileReport> action) throws UsageException {
    for (Path file : files) {
      try (Stream<FileReport> reports = ReportFiles.read(file, this::tell)) {
        reports.forEachOrdered(action);
      } catch (IOException e) {
        throw new UsageException(List.of(problem(file, e)));
      } catch (UncheckedIOException e) {
        IOException cause = Objects.requireNonNull(e.getCause());
        throw new UsageException(List.of(problem(file, cause)));
      }
    }
  }

  private void tell(Notice notice) {
    err.println(line(notice, lang));
  }

  static String line(Notice notice, Language lang) {
    return OneLine.of(notice.file() + ": " + lang.pick(notice.vi(), notice.en()));
  }

  private String problem(Path file, IOException e) {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".xls")) {
      return lang.pick(
              "%s: tệp Excel đời cũ (.xls); hãy lưu lại dạng .xlsx",
              "%s: a file of an old Excel (.xls); save it as .xlsx")
          .formatted(file);
    }
    if (e instanceof UnknownEndingException) {
      return lang.pick("%s: tệp báo cáo có đuôi %s", "%s: a report file ends in one of %s")
          .formatted(file, UnknownEndingException.accepted());
    }
    if (e instanceof NoSuchFileException) {
      return lang.pick("%s: không có tệp này", "%s: no such file").formatted(file);
    }
    return lang.pick("%s: không đọc được tệp (%s)", "%s: the file cannot be read (%s)")
        .formatted(file, e.getMessage());
  }
}
