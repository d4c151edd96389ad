package vn.tonghop.console;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.tonghop.producer.settings.Settings;

/**
 * What the page is started with.
 *
 * @param common broker, registry, regime, and settings of Kafka's clients
 * @param own the keys of the properties file that begin with {@code console.}
 * @param host address to listen on
 * @param port 0 for a free one
 * @param samples whether the figures are samples, which every page must say
 */
public record ConsoleSettings(
    Settings common, Map<String, String> own, String host, int port, boolean samples) {

  public static final String HOST_VARIABLE = "TONGHOP_CONSOLE_HOST";
  public static final String PORT_VARIABLE = "TONGHOP_CONSOLE_PORT";
  public static final int DEFAULT_PORT = 8087;
  public static final String LOCAL = "127.0.0.1";

  private static final String PREFIX = "console.";
  private static final String HOST_KEY = "console.host";
  private static final String PORT_KEY = "console.port";
  private static final int LAST_PORT = 65_535;

  public ConsoleSettings {
    own = Map.copyOf(own);
  }

  /** For this machine alone, beside a system that runs in the same process. */
  public static ConsoleSettings beside(Settings system, int port, boolean samples) {
    return new ConsoleSettings(system, Map.of(), LOCAL, port, samples);
  }

  /**
   * Reads what stands in flags, else in the environment, else in the properties file.
   *
   * @param settings of every command, with the rest of the file
   * @param host flag; null where it is not given, like the port
   * @throws IllegalArgumentException with the name of what is wrong and what is accepted
   */
  public static ConsoleSettings of(
      Settings settings,
      Map<String, String> environment,
      @Nullable String host,
      @Nullable Integer port) {
    Map<String, String> own = new TreeMap<>();
    Map<String, String> clients = new HashMap<>();
    settings
        .kafka()
        .forEach((key, value) -> (key.startsWith(PREFIX) ? own : clients).put(key, value));
    Settings common =
        new Settings(
            settings.bootstrap(), settings.registry(), settings.regime(), settings.data(), clients);
    return new ConsoleSettings(
        common, own, host(environment, own, host), port(environment, own, port), false);
  }

  private static String host(
      Map<String, String> environment, Map<String, String> file, @Nullable String flag) {
    if (flag != null) {
      return flag.strip();
    }
    String variable = environment.getOrDefault(HOST_VARIABLE, "").strip();
    return variable.isEmpty() ? file.getOrDefault(HOST_KEY, LOCAL).strip() : variable;
  }

  private static int port(
      Map<String, String> environment, Map<String, String> file, @Nullable Integer flag) {
    if (flag != null) {
      return port("--port", flag.toString());
    }
    String variable = environment.getOrDefault(PORT_VARIABLE, "").strip();
    return variable.isEmpty()
        ? port(PORT_KEY, file.getOrDefault(PORT_KEY, "" + DEFAULT_PORT).strip())
        : port(PORT_VARIABLE, variable);
  }

  private static int port(String where, String text) {
    if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= LAST_PORT) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException(
        "%s: \"%s\": give a whole number from 0 (a free port) to %d / cần số nguyên từ 0 (cổng còn trống bất kỳ) đến %d"
            .formatted(where, text, LAST_PORT, LAST_PORT));
  }
}
