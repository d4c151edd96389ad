package vn.tonghop.producer.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.tonghop.domain.format.Language;

/** The flags that every command has, as a picocli mixin. */
public final class SettingsOptions {

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = {"Kafka broker(s) / máy chủ Kafka. 127.0.0.1:9092"})
  private @Nullable String bootstrap;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description = {
        "Schema registry / kho lược đồ dữ liệu.",
        "http://127.0.0.1:8081/apis/ccompat/v7"
      })
  private @Nullable String registry;

  @Option(
      names = "--regime",
      paramLabel = "REGIME",
      description = {"Reporting year / chế độ kỳ báo cáo:", "decree-09-2019 (default), calendar"})
  private @Nullable String regime;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = {"Durable folder / thư mục dữ liệu. ./data"})
  private @Nullable String data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "Properties file for these and for any Kafka client setting; may be repeated, the later",
        "one wins / tệp cấu hình, kể cả cấu hình Kafka; có thể lặp lại, tệp sau được ưu tiên."
      })
  private List<Path> config = new ArrayList<>();

  @Option(
      names = AskedLanguage.OPTION,
      paramLabel = AskedLanguage.LABEL,
      converter = AskedLanguage.Converter.class,
      description = AskedLanguage.DESCRIPTION)
  private @Nullable Language lang;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /** The language asked for, behind the command's name or before it, or the locale's. */
  public Language lang() {
    return lang == null ? AskedLanguage.before(command) : lang;
  }

  /**
   * The settings.
   *
   * @param environment usually {@link System#getenv()}
   * @throws SettingsException with every problem found
   */
  public Settings settings(Map<String, String> environment) {
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    put(flags, Setting.BOOTSTRAP, bootstrap);
    put(flags, Setting.REGISTRY, registry);
    put(flags, Setting.REGIME, regime);
    put(flags, Setting.DATA, data);
    return SettingsReader.readAll(flags, environment, config);
  }

  /**
   * The settings of an administrator: unless {@code --config} names a file, that of the data
   * folder.
   *
   * @param inFolder where a data folder keeps it; it need not be there
   * @throws SettingsException with every problem found
   */
  public Settings settings(Map<String, String> environment, UnaryOperator<Path> inFolder) {
    Settings found = settings(environment);
    Path file = inFolder.apply(found.data());
    if (!config.isEmpty() || !Files.exists(file)) {
      return found;
    }
    config.add(file);
    return settings(environment);
  }

  private static void put(Map<Setting, String> flags, Setting setting, @Nullable String value) {
    if (value != null) {
      flags.put(setting, value);
    }
  }
}
