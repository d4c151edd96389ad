package vn.tonghop.standalone.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import vn.tonghop.console.Console;
import vn.tonghop.console.ConsoleSettings;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.producer.ReportPublisher;
import vn.tonghop.producer.file.FileReport;
import vn.tonghop.producer.file.ReportFiles;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.system.TemporarySystem;
import vn.tonghop.standalone.table.CommittedTables;
import vn.tonghop.standalone.trial.Trial;

/**
 * What {@code demo} shows: broker, registry, roll-up and page in this process, with the samples of
 * 2024; and beside them a programme whose name, like all that is reported in it, means harm.
 */
final class Demonstration implements AutoCloseable {

  static final Regime REGIME = Regime.DECREE_09_2019;
  static final String HARMFUL = "HARMFUL";
  static final String HARMFUL_UNIT = "40";

  private static final Path SAMPLES = Path.of(System.getProperty("tonghop.root"), "samples");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TemporarySystem temporary;
  private final ReferenceData reference;
  private final String site;
  private Console console;

  private Demonstration(TemporarySystem temporary, ReferenceData reference, Console console) {
    this.temporary = temporary;
    this.reference = reference;
    this.console = console;
    this.site = console.url();
  }

  /**
   * Starts it, and waits until all is shown.
   *
   * @param folder for a file of reports
   */
  static Demonstration start(Path folder) throws IOException, InterruptedException {
    ReferenceRows rows = withHarmfulName();
    ReferenceData reference = ReferenceData.of(rows);
    List<Path> files = new ArrayList<>();
    for (String samples : List.of("provinces-2024", "reviews")) {
      try (Stream<Path> all = Files.list(SAMPLES.resolve(samples))) {
        all.sorted().forEach(files::add);
      }
    }
    files.add(harmful(folder));
    Set<String> units = Trial.unitsIn(files, reference, notice -> {});
    TemporarySystem temporary = TemporarySystem.start("browser", REGIME, rows, units);
    try {
      try (Trial trial = new Trial(temporary, reference, REGIME, units)) {
        trial.run(files);
      }
      Console console = page(temporary, 0);
      Await.until("all is shown", PATIENCE, () -> console.view().isCaughtUp());
      return new Demonstration(temporary, reference, console);
    } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
      temporary.close();
      throw e;
    }
  }

  /** Scheme, host and port of the page. */
  String site() {
    return site;
  }

  /** What happens while nobody answers. */
  @FunctionalInterface
  interface Meanwhile {
    void happens() throws IOException, InterruptedException;
  }

  /** Ends the page and starts it again at the same address. */
  void restartPage(Meanwhile meanwhile) throws IOException, InterruptedException {
    console.close();
    meanwhile.happens();
    console = page(temporary, URI.create(site).getPort());
  }

  private static Console page(TemporarySystem temporary, int port) throws IOException {
    return Console.start(
        ConsoleSettings.beside(temporary.system().consoleSettings(), port, true),
        InstantSource.system());
  }

  ReferenceData reference() {
    return reference;
  }

  /** The one record that is the table now, read from its topic. */
  NationalTable table(String programme, String period) {
    return CommittedTables.read(temporary.system().config())
        .table(programme, Period.parse(REGIME, period).orElseThrow())
        .orElseThrow();
  }

  /** What a unit has reported in the samples for a period. */
  static ObjectNode sample(String file, String period) throws IOException {
    for (String line : Files.readAllLines(SAMPLES.resolve("provinces-2024").resolve(file))) {
      if (JSON.readTree(line) instanceof ObjectNode report
          && report.path("period").asText().equals(period)) {
        return report;
      }
    }
    throw new AssertionError(file + " has no " + period);
  }

  /** Sends a report as its unit would, and waits until the broker has it. */
  void send(ObjectNode report, Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("sent.jsonl");
    Files.writeString(file, JSON.writeValueAsString(report) + "\n");
    try (ReportPublisher publisher = ReportPublisher.open(temporary.system().settings());
        Stream<FileReport> reports = ReportFiles.read(file)) {
      ProgressReport sent =
          reports.map(each -> ((FileReport.Legible) each).report()).findFirst().orElseThrow();
      var unused = publisher.publish(sent, Instant.now()).get();
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static ReferenceRows withHarmfulName() {
    Map<ReferenceKind, List<Map<String, String>>> rows =
        new HashMap<>(ReferenceRows.bundled().byKind());
    List<Map<String, String>> programmes =
        new ArrayList<>(rows.getOrDefault(ReferenceKind.PROGRAMME, List.of()));
    programmes.add(
        Map.of(
            "code",
            HARMFUL,
            "first_year",
            "2024",
            "last_year",
            "2024",
            "title_vi",
            Harm.NAME,
            "title_en",
            Harm.LONG_NAME,
            "expected",
            "PROVINCES"));
    rows.put(ReferenceKind.PROGRAMME, programmes);
    return new ReferenceRows(rows);
  }

  /** A task for each text, which is its title and its note. */
  private static Path harmful(Path folder) throws IOException {
    ObjectNode report = sample("40-nghe-an.jsonl", "2024-Q2");
    report.put("programme", HARMFUL);
    report.put("submittedBy", Harm.TEXTS.get(0));
    ObjectNode pattern = (ObjectNode) report.withArray("tasks").get(0).deepCopy();
    report.withArray("tasks").removeAll();
    for (String text : Harm.TEXTS) {
      ObjectNode task = pattern.deepCopy();
      task.put("code", "T" + report.withArray("tasks").size());
      task.put("title", text);
      task.put("note", text);
      report.withArray("tasks").add(task);
    }
    report.withArray("indicators").removeAll();
    Path file = folder.resolve("harmful.jsonl");
    Files.writeString(file, JSON.writeValueAsString(report) + "\n");
    return file;
  }

  @Override
  public void close() {
    try {
      console.close();
    } finally {
      temporary.close();
    }
  }
}
