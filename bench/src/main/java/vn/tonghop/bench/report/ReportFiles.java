package vn.tonghop.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The report as files: all raw samples for programs, Markdown and plots for people. */
public final class ReportFiles {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ReportFiles() {}

  /** Writes {@code bench.json} into a folder, which is made when missing. */
  public static void write(Report report, Path folder) throws IOException {
    Files.createDirectories(folder);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("wrong", report.wrongs());
    json.put("machine", report.machine());
    json.put("settings", report.settings());
    json.put("goals", report.goals());
    json.put("raw", report.raws());
    JSON.writeValue(folder.resolve("bench.json").toFile(), json);
  }
}
