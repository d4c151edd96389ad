package vn.tonghop.standalone.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** etc/prometheus as it stands, and copies of it with every rule changed in one way. */
final class AlertRules {

  static final Path ROOT = Path.of(System.getProperty("tonghop.root"));
  static final Path FOLDER = ROOT.resolve("etc/prometheus");
  private static final String FILE = "rules/tonghop.yml";
  private static final YAMLMapper YAML = new YAMLMapper();

  private AlertRules() {}

  /**
   * One rule.
   *
   * @param delay how long it must hold, as Prometheus writes it; empty if it fires at once
   */
  record Alert(
      String name,
      String expression,
      String delay,
      Map<String, String> labels,
      Map<String, String> annotations) {}

  static List<Alert> all() throws IOException {
    List<Alert> alerts = new ArrayList<>();
    for (ObjectNode rule : rules(read(FOLDER.resolve(FILE)))) {
      alerts.add(
          new Alert(
              rule.path("alert").asText(),
              rule.path("expr").asText(),
              rule.path("for").asText(),
              texts(rule.path("labels")),
              texts(rule.path("annotations"))));
    }
    return alerts;
  }

  /** All of etc/prometheus in a folder of its own, each rule changed. */
  static Path copy(Path folder, Consumer<ObjectNode> change) throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(FOLDER.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    JsonNode rules = read(FOLDER.resolve(FILE));
    rules(rules).forEach(change);
    YAML.writeValue(folder.resolve(FILE).toFile(), rules);
    return folder;
  }

  static JsonNode read(Path yaml) throws IOException {
    return YAML.readTree(yaml.toFile());
  }

  static void write(Path yaml, JsonNode content) throws IOException {
    YAML.writeValue(yaml.toFile(), content);
  }

  private static List<ObjectNode> rules(JsonNode file) {
    List<ObjectNode> rules = new ArrayList<>();
    for (JsonNode group : file.path("groups")) {
      group.path("rules").forEach(rule -> rules.add((ObjectNode) rule));
    }
    return rules;
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new TreeMap<>();
    object.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
    return texts;
  }
}
