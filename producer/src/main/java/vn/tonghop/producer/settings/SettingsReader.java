package vn.tonghop.producer.settings;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.producer.text.Text;

/**
 * Reads the settings of a command in the order of precedence flag, environment, properties file,
 * default, and finds all that is wrong with them at once. An empty variable counts as not set.
 */
public final class SettingsReader {

  private static final Pattern SERVER =
      Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):([0-9]{1,5})");
  private static final int LAST_PORT = 65_535;

  private final Map<Setting, String> flags;
  private final Map<String, String> environment;
  private final Map<String, String> file = new HashMap<>();
  private final List<Text> problems = new ArrayList<>();

  private SettingsReader(Map<Setting, String> flags, Map<String, String> environment) {
    this.flags = flags;
    this.environment = environment;
  }

  /**
   * Reads the settings.
   *
   * @param flags those that the command line gives
   * @param environment usually {@link System#getenv()}
   * @param config properties file in UTF-8; null for none
   * @throws SettingsException with every problem found
   */
  public static Settings read(
      Map<Setting, String> flags, Map<String, String> environment, @Nullable Path config) {
    return readAll(flags, environment, config == null ? List.of() : List.of(config));
  }

  /**
   * The same with any number of files; a key of a later one wins.
   *
   * @throws SettingsException with every problem found
   */
  public static Settings readAll(
      Map<Setting, String> flags, Map<String, String> environment, List<Path> configs) {
    SettingsReader reader = new SettingsReader(flags, environment);
    configs.forEach(reader::load);
    return reader.settings();
  }

  private Settings settings() {
    String bootstrap = servers(found(Setting.BOOTSTRAP));
    String registry = url(found(Setting.REGISTRY));
    Regime regime = regime(found(Setting.REGIME));
    Path data = path(found(Setting.DATA));
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    Map<String, String> kafka = new HashMap<>(file);
    Arrays.stream(Setting.values()).map(Setting::key).forEach(kafka::remove);
    return new Settings(bootstrap, registry, regime, data, kafka);
  }

  private void load(Path config) {
    Properties properties = new Properties();
    try (Reader text = Files.newBufferedReader(config)) {
      properties.load(text);
    } catch (IOException | IllegalArgumentException e) {
      problems.add(
          new Text(
              "--config %s: không đọc được tệp cấu hình (%s)".formatted(config, e),
              "--config %s: not a readable properties file (%s)".formatted(config, e)));
    }
    properties.stringPropertyNames().forEach(key -> file.put(key, properties.getProperty(key)));
  }

  private Found found(Setting setting) {
    @Nullable String flag = flags.get(setting);
    if (flag != null) {
      return new Found(setting.flag(), flag.strip());
    }
    @Nullable String variable = environment.get(setting.variable());
    if (variable != null && !variable.isBlank()) {
      return new Found(setting.variable(), variable.strip());
    }
    return new Found(setting.key(), file.getOrDefault(setting.key(), setting.byDefault()).strip());
  }

  private String servers(Found found) {
    boolean right =
        Arrays.stream(found.value().split(",", -1))
            .map(server -> SERVER.matcher(server.strip()))
            .allMatch(match -> match.matches() && isPort(match.group(1)));
    if (!right) {
      wrong(found, "HOST:PORT, HOST:PORT,…");
    }
    return found.value();
  }

  private static boolean isPort(String digits) {
    int port = Integer.parseInt(digits);
    return port > 0 && port <= LAST_PORT;
  }

  private String url(Found found) {
    if (!Arrays.stream(found.value().split(",", -1)).allMatch(SettingsReader::isHttp)) {
      wrong(found, "http://HOST:PORT/…, https://HOST/…");
    }
    return found.value();
  }

  private static boolean isHttp(String url) {
    try {
      URI uri = new URI(url.strip());
      return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private Regime regime(Found found) {
    return Regime.of(found.value())
        .orElseGet(
            () -> {
              wrong(found, Regime.ids());
              return Regime.DECREE_09_2019;
            });
  }

  private Path path(Found found) {
    try {
      if (!found.value().isEmpty()) {
        return Path.of(found.value());
      }
    } catch (InvalidPathException e) {
      // Told below, together with what is accepted.
    }
    wrong(found, "FOLDER");
    return Path.of(Setting.DATA.byDefault());
  }

  private void wrong(Found found, String accepted) {
    problems.add(
        new Text(
            "%s: giá trị \"%s\" không hợp lệ; chấp nhận: %s"
                .formatted(found.where(), found.value(), accepted),
            "%s: \"%s\" is not accepted; accepted: %s"
                .formatted(found.where(), found.value(), accepted)));
  }

  /** A value and who set it, by the name under which the user will look for it. */
  private record Found(String where, String value) {}
}
