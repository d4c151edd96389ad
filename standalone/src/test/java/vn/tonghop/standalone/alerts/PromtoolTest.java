package vn.tonghop.standalone.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.standalone.OtherProgram;
import vn.tonghop.standalone.alerts.AlertRules.Alert;

/**
 * Rules by promtool of Debian's package prometheus: their form, their tests, and these tests'
 * worth.
 */
class PromtoolTest {

  /**
   * {@code == 3}, {@code > 4 * 1024 * 1024}, {@code < 5 * 86400}, but no comparison with time().
   */
  private static final Pattern THRESHOLD =
      Pattern.compile("(==|>=|<=|>|<) (\\d+(?: \\* \\d+)*)(?![\\w(])");

  /** A failed query of a test: what was expected of it, and what came. */
  private static final Pattern FAILED = Pattern.compile("exp: ?(.*)\\n\\s*got: ?(.*)\\n");

  private static final Pattern NAME = Pattern.compile("alertname=\\\\?\"(\\w+)");

  private final Path folder;

  PromtoolTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void promtool() throws IOException, InterruptedException {
    assumeTrue(
        OtherProgram.runs("promtool", "--version"),
        "promtool (Debian's package prometheus) is not installed: rules were not tested");
  }

  @Test
  void theSettingsAreAcceptedWithTheirRules() throws Exception {
    String settings = AlertRules.FOLDER.resolve("prometheus.yml").toString();
    promtool("check", "config", settings).expecting(0);
  }

  @Test
  void theTestsPass() throws Exception {
    test(AlertRules.FOLDER).expecting(0);
  }

  @Test
  void everyAlertIsExpectedToFireSomewhere() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (String file : tests(AlertRules.FOLDER)) {
      Pattern.compile("labels: '?(?:ALERTS)?\\{alertname=\"(\\w+)\", alertstate=\"firing\"")
          .matcher(Files.readString(Path.of(file)))
          .results()
          .forEach(found -> expected.add(found.group(1)));
    }
    assertEquals(names(AlertRules.all()), expected);
  }

  @Test
  void withoutItsThresholdEveryAlertIsNoticedToBeWrong() throws Exception {
    Path without =
        AlertRules.copy(
            folder,
            rule ->
                rule.put("expr", THRESHOLD.matcher(rule.get("expr").asText()).replaceAll(any())));
    Set<String> with = new TreeSet<>();
    for (Alert each : AlertRules.all()) {
      if (THRESHOLD.matcher(each.expression()).find()) {
        with.add(each.name());
      }
    }
    assertEquals(names(AlertRules.all()), with, "each has a threshold");
    assertEquals(with, wrong(test(without).expecting(1)));
  }

  @Test
  void withoutItsWaitingTimeEveryAlertThatHasOneIsNoticedToBeWrong() throws Exception {
    Path without = AlertRules.copy(folder, rule -> rule.remove("for"));
    Set<String> waiting = new TreeSet<>();
    for (Alert each : AlertRules.all()) {
      if (!each.delay().isEmpty()) {
        waiting.add(each.name());
      }
    }
    assertTrue(waiting.size() > 20, "some wait: " + waiting);
    assertEquals(waiting, wrong(test(without).expecting(1)));
  }

  /** A comparison that any number passes. */
  private static String any() {
    return ">= -Inf";
  }

  /** Names that came more or less often than was expected. */
  private static Set<String> wrong(OtherProgram test) {
    Set<String> wrong = new TreeSet<>();
    List<MatchResult> failed = FAILED.matcher(test.out() + test.err()).results().toList();
    assertTrue(!failed.isEmpty(), "failed queries are told: " + test);
    for (MatchResult each : failed) {
      List<String> names = new ArrayList<>(named(each.group(1)));
      List<String> got = new ArrayList<>(named(each.group(2)));
      for (String name : List.copyOf(names)) {
        if (got.remove(name)) {
          names.remove(name);
        }
      }
      wrong.addAll(names);
      wrong.addAll(got);
    }
    return wrong;
  }

  private static List<String> named(String samples) {
    return NAME.matcher(samples).results().map(found -> found.group(1)).toList();
  }

  private static Set<String> names(List<Alert> alerts) {
    return alerts.stream().map(Alert::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private OtherProgram test(Path prometheus) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("test", "rules"));
    arguments.addAll(tests(prometheus));
    return promtool(arguments.toArray(String[]::new));
  }

  private static List<String> tests(Path prometheus) throws IOException {
    try (Stream<Path> files = Files.list(prometheus.resolve("tests"))) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  private OtherProgram promtool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("promtool"));
    command.addAll(List.of(arguments));
    return OtherProgram.run(Files.createTempDirectory(folder, "said"), command);
  }
}
