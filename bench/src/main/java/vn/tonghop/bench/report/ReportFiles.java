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

  private static final String BEGIN = "<!-- measured: begin -->";
  private static final String END = "<!-- measured: end -->";

  private ReportFiles() {}

  /**
   * Writes {@code bench.json}, {@code bench.md}, {@code bench.txt} and the plots; the folder is
   * made when missing.
   */
  public static void write(Report report, Path folder) throws IOException {
    Files.createDirectories(folder);
    JSON.writeValue(folder.resolve("bench.json").toFile(), json(report));
    Files.writeString(folder.resolve("bench.md"), ReportMarkdown.of(report, ""));
    Files.writeString(folder.resolve("bench.txt"), ReportText.of(report));
    plots(report, folder);
  }

  /**
   * Puts the report between the marks of a document whose other parts are written by hand; the
   * plots go to a folder of the document's name beside it.
   *
   * @throws IOException also if the marks are not there
   */
  public static void intoDocument(Report report, Path document) throws IOException {
    String text = Files.readString(document);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(document + ": no " + BEGIN + " … " + END);
    }
    String name = document.getFileName().toString().replaceFirst("\\.md$", "");
    String measured = ReportMarkdown.of(report, name + "/");
    plots(report, document.resolveSibling(name));
    Files.writeString(
        document,
        text.substring(0, begin + BEGIN.length()) + "\n\n" + measured + "\n" + text.substring(end));
  }

  private static void plots(Report report, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Section section : report.sections()) {
      for (Plot plot : section.plots()) {
        Files.writeString(folder.resolve(plot.name() + ".svg"), Svg.of(plot));
      }
    }
  }

  private static Map<String, Object> json(Report report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("wrong", report.wrongs());
    json.put("doubtful", report.doubts());
    json.put("machine", report.machine());
    json.put("settings", report.settings());
    json.put("goals", report.goals());
    json.put("raw", report.raws());
    return json;
  }
}
