package vn.tonghop.standalone.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.tonghop.standalone.alerts.AlertRules.Alert;

/** Every alert has its page, and what pages tell to type is there. */
class RunbooksTest {

  private static final Path RUNBOOKS = AlertRules.ROOT.resolve("docs/runbooks");

  /** What a page of a container's own programs may name. */
  private static final Set<String> KAFKAS =
      Set.of(
          "kafka-broker-api-versions.sh",
          "kafka-configs.sh",
          "kafka-consumer-groups.sh",
          "kafka-leader-election.sh",
          "kafka-metadata-quorum.sh",
          "kafka-topics.sh",
          "kafka-transactions.sh");

  private static final Set<String> PATHS =
      Set.of(
          "8085/livez",
          "8085/readyz",
          "8085/metrics",
          "8086/livez",
          "8086/readyz",
          "8086/metrics",
          "8081/apis/ccompat/v7/subjects");

  @Test
  void everyAlertHasAPageAndEveryPageAnAlert() throws IOException {
    Set<String> pages = new TreeSet<>();
    for (Path page : pages()) {
      pages.add(page.getFileName().toString().replace(".md", ""));
    }
    assertEquals(
        AlertRules.all().stream().map(Alert::name).collect(Collectors.toCollection(TreeSet::new)),
        pages);
    String index = Files.readString(RUNBOOKS.resolve("README.md"));
    pages.forEach(page -> assertTrue(index.contains("| [" + page + "](" + page + ".md) | "), page));
  }

  @Test
  void everyAlertSaysInBothLanguagesWhatIsWrongAndNamesItsPage() throws IOException {
    for (Alert alert : AlertRules.all()) {
      assertEquals(
          Set.of("summary", "summary_vi", "description", "description_vi", "runbook"),
          alert.annotations().keySet(),
          alert.name());
      alert.annotations().values().forEach(text -> assertTrue(!text.isBlank(), alert.name()));
      assertEquals("docs/runbooks/" + alert.name() + ".md", alert.annotations().get("runbook"));
      for (String vietnamese : List.of("summary_vi", "description_vi")) {
        assertTrue(
            String.valueOf(alert.annotations().get(vietnamese))
                .matches("(?s).*[ăâđêôơưàáảãạằắấầậếềệịọốộớờợủứừựỳ].*"),
            alert.name());
      }
      assertTrue(
          Set.of("critical", "warning", "business")
              .contains(String.valueOf(alert.labels().get("severity"))),
          alert.name());
    }
  }

  @Test
  void everyPageHasItsPartsAndTheSeverityOfItsAlert() throws IOException {
    for (Alert alert : AlertRules.all()) {
      String page = Files.readString(RUNBOOKS.resolve(alert.name() + ".md"));
      assertTrue(
          page.startsWith(
              "# %s\n\nSeverity: %s. ".formatted(alert.name(), alert.labels().get("severity"))),
          alert.name());
      for (String part :
          List.of(
              "\n**Tiếng Việt.** ",
              "\n## What it means\n",
              "\n## What to look at\n\n```sh\n",
              "\n## What to do\n")) {
        assertTrue(page.contains(part), alert.name() + part);
      }
    }
  }

  /** Those of this project are for {@code DocumentsTest}, which reads these pages as well. */
  @Test
  void servicesScriptsAndAddressesAreThere() throws IOException {
    Set<String> services = services();
    int named = 0;
    for (Path page : pages()) {
      for (MatchResult service : found("docker-compose (?:\\w+) ([^\\n`]*)", page)) {
        for (String word : service.group(1).replaceAll("--tail \\d+", "").split(" ", -1)) {
          if (word.startsWith("/") || word.equals("df") || word.equals("du")) {
            break;
          }
          if (!word.isEmpty() && !word.startsWith("-")) {
            named++;
            assertTrue(services.contains(word), page + ": " + word);
          }
        }
      }
      for (MatchResult script : found("\\bkafka-[a-z-]+\\.sh", page)) {
        assertTrue(KAFKAS.contains(script.group()), page + ": " + script.group());
      }
      for (MatchResult address : found("http://127\\.0\\.0\\.1:(\\d+/[\\w/]+)", page)) {
        assertTrue(PATHS.contains(address.group(1)), page + ": " + address.group());
      }
    }
    assertTrue(named > 20, "services were found: " + named);
  }

  private static Set<String> services() throws IOException {
    JsonNode compose = AlertRules.read(AlertRules.ROOT.resolve("docker-compose.yml"));
    Set<String> services = new TreeSet<>();
    compose.path("services").fieldNames().forEachRemaining(services::add);
    return services;
  }

  private static List<MatchResult> found(String pattern, Path page) throws IOException {
    return Pattern.compile(pattern).matcher(Files.readString(page)).results().toList();
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(RUNBOOKS)) {
      return files
          .filter(file -> file.toString().endsWith(".md") && !file.endsWith("README.md"))
          .sorted()
          .toList();
    }
  }
}
