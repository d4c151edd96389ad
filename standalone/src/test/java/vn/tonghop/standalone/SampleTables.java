package vn.tonghop.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.tonghop.producer.file.FileReport;
import vn.tonghop.producer.file.ReportFiles;

/** The samples of the checkout and what is expected of them. */
final class SampleTables {

  static final Path SAMPLES = Path.of(System.getProperty("tonghop.root"), "samples");
  private static final ObjectMapper JSON = new ObjectMapper();

  private SampleTables() {}

  static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES.resolve(folder))) {
      return files.sorted().toList();
    }
  }

  /** How many reports the files of a folder hold. */
  static long reports(String folder) throws IOException {
    long count = 0;
    for (Path file : files(folder)) {
      try (Stream<FileReport> reports = ReportFiles.read(file)) {
        count += reports.count();
      }
    }
    return count;
  }

  /** The table as the oracle has it, without {@code movedBy}. */
  static JsonNode expected(String folder, String table) throws IOException {
    return JSON.readTree(line(folder, table));
  }

  /** The same as the one line that it is. */
  static String line(String folder, String table) throws IOException {
    return Files.readString(SAMPLES.resolve("expected").resolve(folder).resolve(table + ".json"))
        .strip();
  }
}
