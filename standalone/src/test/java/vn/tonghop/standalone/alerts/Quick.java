package vn.tonghop.standalone.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * etc/prometheus for tests: targets of this machine, looked at every {@value #LOOK}, and every
 * waiting time of a rule divided by {@value #FACTOR}. What rules look back over (an hour, ten
 * minutes) stays.
 */
final class Quick {

  /** 5m to be down become 10 s. */
  private static final int FACTOR = 30;

  /** Also how long an answer may take: a busy machine must not look like one that is down. */
  private static final String LOOK = "3s";

  private static final Pattern WAIT = Pattern.compile("(\\d+)([smh])");

  private Quick() {}

  /**
   * Writes them into the folder and says where the settings are.
   *
   * @param targets by job; every job of ours must be there
   */
  static Path settings(Path folder, Map<String, List<String>> targets) throws IOException {
    Path copy = AlertRules.copy(folder, Quick::hurry);
    Path file = copy.resolve("prometheus.yml");
    ObjectNode settings = (ObjectNode) AlertRules.read(file);
    ObjectNode global = (ObjectNode) settings.path("global");
    global
        .put("scrape_interval", LOOK)
        .put("scrape_timeout", LOOK)
        .put("evaluation_interval", "1s");
    for (JsonNode job : settings.path("scrape_configs")) {
      List<String> ofJob = targets.get(job.path("job_name").asText());
      if (ofJob == null) {
        throw new AssertionError("no target for " + job);
      }
      ArrayNode addresses = ((ObjectNode) job.at("/static_configs/0")).putArray("targets");
      ofJob.forEach(addresses::add);
    }
    AlertRules.write(file, settings);
    return file;
  }

  private static void hurry(ObjectNode rule) {
    if (rule.has("for")) {
      rule.put("for", seconds(rule.get("for").asText()) / FACTOR + "s");
    }
  }

  private static long seconds(String wait) {
    MatchResult parts =
        WAIT.matcher(wait)
            .results()
            .findFirst()
            .orElseThrow(() -> new AssertionError("not a waiting time: " + wait));
    long number = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "h" -> Duration.ofHours(number).toSeconds();
      case "m" -> Duration.ofMinutes(number).toSeconds();
      default -> number;
    };
  }
}
