package vn.tonghop.standalone;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** docker-compose.yml as docker-compose understands it, read by the parser that Kafka brings. */
final class Composed {

  static final Path ROOT = Path.of(System.getProperty("tonghop.root"));

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):-([^}]*)}|\\$\\$");

  private final Map<String, Map<String, Object>> services;
  private final Map<String, Object> all;

  private Composed(Map<String, Object> all) {
    this.all = all;
    this.services = nested(requireNonNull(all.get("services")));
  }

  /** Where nobody sets a variable. */
  static Composed read() throws IOException {
    return read(Map.of());
  }

  /**
   * With variables of the shell.
   *
   * @param set those that are not as by default
   */
  static Composed read(Map<String, String> set) throws IOException {
    String text =
        VARIABLE
            .matcher(Files.readString(ROOT.resolve("docker-compose.yml")))
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        found.group(1) == null
                            ? "$"
                            : set.getOrDefault(found.group(1), found.group(2))));
    return new Composed(new Yaml().load(text));
  }

  Set<String> services() {
    return services.keySet();
  }

  Map<String, Object> service(String name) {
    Map<String, Object> service = services.get(name);
    if (service == null) {
      throw new AssertionError("no service " + name);
    }
    return service;
  }

  Map<String, String> environment(String service) {
    Map<String, String> environment = new TreeMap<>();
    nested(service(service).getOrDefault("environment", Map.of()))
        .forEach((key, value) -> environment.put(key, String.valueOf(value)));
    return environment;
  }

  /** A list of a service, e.g. its ports; empty if it has none. */
  List<String> list(String service, String key) {
    return ((List<?>) service(service).getOrDefault(key, List.of()))
        .stream().map(String::valueOf).toList();
  }

  String text(String service, String key) {
    return String.valueOf(service(service).get(key));
  }

  /** The file that stands behind a secret. */
  String secret(String name) {
    return String.valueOf(
        Composed.<Map<String, Object>>nested(requireNonNull(all.get("secrets")))
            .getOrDefault(name, Map.of())
            .get("file"));
  }

  @SuppressWarnings("unchecked") // A mapping in YAML has names as keys here.
  private static <V> Map<String, V> nested(Object mapping) {
    return new LinkedHashMap<>((Map<String, V>) mapping);
  }
}
