package vn.tonghop.standalone;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.tonghop.standalone.log.LogFormat;

/** How a long-running command logs: a flag, a variable, a key of the file, in this order. */
final class LogOptions {

  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      description = "Log lines for people, or one JSON object a line / dạng nhật ký.")
  private @Nullable LogFormat format;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /**
   * Begins to log so. To be called before anything asks for a logger.
   *
   * @param file keys of the properties file
   * @throws ParameterException if variable or key name no format
   */
  void begin(Map<String, String> environment, Map<String, String> file) {
    String variable = environment.getOrDefault(LogFormat.VARIABLE, "").strip();
    String key = file.getOrDefault(LogFormat.KEY, LogFormat.text.name()).strip();
    LogFormat asked = format;
    if (asked == null) {
      asked = variable.isEmpty() ? named(LogFormat.KEY, key) : named(LogFormat.VARIABLE, variable);
    }
    asked.begin();
  }

  private LogFormat named(String where, String name) {
    return LogFormat.of(name)
        .orElseThrow(
            () ->
                new ParameterException(
                    command.commandLine(), "%s: \"%s\": text | json".formatted(where, name)));
  }
}
