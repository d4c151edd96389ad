package vn.tonghop.standalone;

import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import vn.tonghop.monitor.MonitorSettings;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.standalone.system.EvaluationSystem;
import vn.tonghop.streams.topology.InternalTopics;

/** Whose lag is looked at, as {@code lag} and {@code monitor} take it. */
final class MonitorOptions {

  @Option(
      names = "--group",
      paramLabel = "GROUP",
      description = {
        "A reader's consumer group, beside those that begin with reader- /",
        "nhóm đọc khác, ngoài các nhóm bắt đầu bằng reader-. May be repeated."
      })
  private Set<String> groups = new TreeSet<>();

  /**
   * The settings.
   *
   * @throws ParameterException if one of them is wrong
   */
  MonitorSettings settings(Settings settings, CommandSpec spec) {
    try {
      MonitorSettings read = of(settings);
      return read.with(groups, read.limits());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The settings where no option is given.
   *
   * @throws IllegalArgumentException if one of them is wrong
   */
  static MonitorSettings of(Settings settings) {
    String application =
        settings.kafka().getOrDefault("application.id", EvaluationSystem.APPLICATION_ID);
    return MonitorSettings.of(
        ClientConfig.of(settings),
        application,
        InternalTopics.sources(application),
        settings.regime());
  }
}
