package vn.tonghop.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.monitor.lag.Limits;
import vn.tonghop.monitor.lag.Target;

/**
 * What is looked at, how often, and what counts as long.
 *
 * @param interval from one look to the next
 * @param clients everything else, passed through to Kafka's clients and the registry's
 */
public record MonitorSettings(
    Target target, Limits limits, Regime regime, Duration interval, Map<String, Object> clients) {

  private static final String INTERVAL_MS = "monitor.interval.ms";
  private static final String FRESH_MS = "monitor.fresh.ms";
  private static final String STALL_MS = "monitor.stall.ms";
  private static final String GROUPS = "monitor.groups";

  public MonitorSettings {
    clients = Map.copyOf(clients);
  }

  /**
   * Reads the settings by their keys (docs/configuration.md); what is not ours goes to the clients.
   *
   * @param internal topics that the roll-up itself reads, behind the reports topics
   * @throws IllegalArgumentException with every key that is wrong, one a line
   */
  public static MonitorSettings of(
      Map<String, Object> settings, String application, List<String> internal, Regime regime) {
    Map<String, Object> rest = new HashMap<>(settings);
    List<String> problems = new ArrayList<>();
    Duration interval = millis(rest, INTERVAL_MS, 5_000, 100, problems);
    Duration fresh = millis(rest, FRESH_MS, Limits.DEFAULT.fresh().toMillis(), 0, problems);
    Duration stall = millis(rest, STALL_MS, Limits.DEFAULT.stall().toMillis(), 1_000, problems);
    if (interval.compareTo(stall) > 0) {
      problems.add(
          "%s: %d is more than %s, %d: no look would ever find a stall"
              .formatted(INTERVAL_MS, interval.toMillis(), STALL_MS, stall.toMillis()));
    }
    Set<String> groups = names(rest.remove(GROUPS));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
    }
    Duration window = longer(Limits.DEFAULT.window(), stall);
    return new MonitorSettings(
        new Target(application, internal, groups),
        new Limits(fresh, stall, window),
        regime,
        interval,
        rest);
  }

  /** The same with more groups, and with other limits. */
  public MonitorSettings with(Set<String> more, Limits other) {
    Set<String> groups = new TreeSet<>(target.groups());
    groups.addAll(more);
    return new MonitorSettings(
        new Target(target.application(), target.internal(), groups),
        other,
        regime,
        interval,
        clients);
  }

  private static Duration millis(
      Map<String, Object> settings, String key, long byDefault, long least, List<String> problems) {
    Object value = settings.remove(key);
    if (value == null) {
      return Duration.ofMillis(byDefault);
    }
    String text = value.toString().strip();
    if (text.matches("[0-9]{1,8}") && Long.parseLong(text) >= least) {
      return Duration.ofMillis(Long.parseLong(text));
    }
    problems.add("%s: \"%s\" is not a whole number of at least %d".formatted(key, text, least));
    return Duration.ofMillis(byDefault);
  }

  private static Set<String> names(@Nullable Object value) {
    Set<String> names = new TreeSet<>();
    for (String name : value == null ? new String[0] : value.toString().split(",", -1)) {
      if (!name.isBlank()) {
        names.add(name.strip());
      }
    }
    return names;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
