package vn.tonghop.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.oracle.Arrival;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.producer.file.FileReport;
import vn.tonghop.producer.file.ReportFiles;

/** One folder of the samples, as it stands in the checkout. */
record Folder(Path path) {

  private static final String REWRITE = "golden.rewrite";

  static Folder of(String name) {
    return new Folder(Path.of(System.getProperty("tonghop.root"), "samples", name));
  }

  /** The files by name, as a shell lists them. */
  List<Path> files() {
    try (Stream<Path> files = Files.list(path)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that its files hold, through the reader that every command uses. */
  List<FileReport> documents(Path file) {
    try (Stream<FileReport> documents = ReportFiles.read(file)) {
      return documents.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Its reports as {@code try} would send them: each to its unit's topic, when it was submitted.
   */
  List<Arrival> arrivals() {
    Map<String, Long> offsets = new HashMap<>();
    return files().stream()
        .flatMap(file -> documents(file).stream())
        .map(document -> ((FileReport.Legible) document).report())
        .map(report -> arrival(report, offsets.merge(report.unit(), 1L, Long::sum) - 1))
        .toList();
  }

  /** Fails unless the files are these, byte for byte; writes them first if it is asked for. */
  void check(SortedMap<String, String> expected) throws IOException {
    if (Boolean.getBoolean(REWRITE)) {
      Files.createDirectories(path);
      for (Path file : files()) {
        Files.delete(file);
      }
      for (Map.Entry<String, String> file : expected.entrySet()) {
        Files.writeString(path.resolve(file.getKey()), file.getValue());
      }
    }
    assertEquals(
        expected.keySet(), new TreeSet<>(files().stream().map(this::name).toList()), "files");
    for (Path file : files()) {
      assertTrue(
          Files.readString(file).equals(expected.get(name(file))),
          file + " is not what is made now; if that is meant, -D" + REWRITE + "=true");
    }
  }

  private String name(Path file) {
    return path.relativize(file).toString();
  }

  private static Arrival arrival(ProgressReport report, long offset) {
    return new Arrival(
        report,
        report.unit(),
        Objects.requireNonNull(report.submittedAt()),
        new SourceRecord("tonghop.reports." + report.unit(), 0, offset));
  }
}
