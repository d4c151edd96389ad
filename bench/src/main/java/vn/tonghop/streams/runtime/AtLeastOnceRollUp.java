package vn.tonghop.streams.runtime;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import vn.tonghop.streams.config.RollUpSettings;
import vn.tonghop.streams.config.StreamsProperties;

/**
 * The roll-up without its guarantee, to measure what that costs: the same topology and settings but
 * for {@code processing.guarantee}. The roll-up refuses that setting, and has to: so this stands in
 * a package of the roll-up's name, where alone the way round is open, and in a module on which the
 * program does not depend.
 */
public final class AtLeastOnceRollUp {

  private AtLeastOnceRollUp() {}

  /**
   * Runs until the process is ended.
   *
   * @param arguments a file of settings, as of {@code tonghop run --config}
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Map<String, String> settings = new HashMap<>();
    Properties file = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
      file.load(reader);
    }
    file.stringPropertyNames().forEach(key -> settings.put(key, file.getProperty(key)));
    RollUpSettings rollUp = RollUpSettings.of(settings);
    Map<String, Object> config = new HashMap<>(StreamsProperties.of(rollUp).originals());
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    RollUpInstance instance = RollUpInstance.start(rollUp, new StreamsConfig(config));
    Throwable failure = instance.awaitEnd();
    if (failure != null) {
      throw new IllegalStateException(instance.explanation(), failure);
    }
  }
}
