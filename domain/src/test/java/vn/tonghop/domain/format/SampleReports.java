package vn.tonghop.domain.format;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;

/** Reads the report files under samples/, in the order in which the commands would send them. */
final class SampleReports {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private SampleReports() {}

  /** The samples of one folder, by file name, then line. */
  static List<ProgressReport> read(String folder) {
    List<ProgressReport> reports = new ArrayList<>();
    files(folder).forEach(file -> reports.addAll(read(file)));
    return reports;
  }

  /** The JSON files of one folder, by name; those in CSV are for their own reader's tests. */
  static List<Path> files(String folder) {
    Path samples = Path.of(System.getProperty("tonghop.root"), "samples", folder);
    try (Stream<Path> files = Files.list(samples)) {
      return files.filter(file -> file.toString().matches(".*\\.jsonl?")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ProgressReport> read(Path file) {
    try (MappingIterator<JsonNode> documents =
        JSON.readerFor(new TypeReference<JsonNode>() {}).readValues(file.toFile())) {
      List<ProgressReport> reports = new ArrayList<>();
      documents.forEachRemaining(document -> reports.add(report(document)));
      return reports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProgressReport report(JsonNode json) {
    return new ProgressReport(
        json.required("unit").textValue(),
        json.required("programme").textValue(),
        json.required("period").textValue(),
        json.required("revision").intValue(),
        ReportKind.valueOf(json.path("kind").asText("SUBMIT")),
        LocalDate.parse(json.required("asOf").textValue()),
        json.path("test").booleanValue(),
        json.path("nil").booleanValue(),
        lines(json.path("tasks"), SampleReports::task),
        lines(json.path("indicators"), SampleReports::indicator),
        json.required("submittedBy").textValue(),
        OffsetDateTime.parse(json.required("submittedAt").textValue()).toInstant());
  }

  private static TaskLine task(JsonNode json) {
    return new TaskLine(
        json.required("code").textValue(),
        json.path("title").textValue(),
        json.required("assignedBy").textValue(),
        json.required("field").textValue(),
        TaskStatus.valueOf(json.required("status").textValue()),
        date(json.path("dueOn")),
        date(json.path("completedOn")),
        json.required("percent").intValue(),
        json.path("note").textValue());
  }

  private static IndicatorValue indicator(JsonNode json) {
    return new IndicatorValue(
        json.required("code").textValue(), new BigDecimal(json.required("value").asText()));
  }

  private static @Nullable LocalDate date(JsonNode json) {
    return json.isTextual() ? LocalDate.parse(json.textValue()) : null;
  }

  private static <T> List<T> lines(JsonNode array, Function<JsonNode, T> line) {
    return StreamSupport.stream(array.spliterator(), false).map(line).toList();
  }
}
