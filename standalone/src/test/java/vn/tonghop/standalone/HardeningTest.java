package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tonghop.streams.config.RollUpSettings;
import vn.tonghop.streams.config.StreamsProperties;

/** The hardening list says what is so. */
class HardeningTest {

  private static final Path ROOT = Path.of(System.getProperty("tonghop.root"));
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([^`]+)` \\| `([^`]+)` \\| (code|default|file|compose) \\|");
  private static final RollUpSettings SETTINGS = RollUpSettings.of(Map.of());
  private static final StreamsConfig STREAMS = StreamsProperties.of(SETTINGS);

  /** What is no setting of Kafka's and is asked of the code that has it. */
  private static final Map<String, String> OURS =
      Map.of("stop.timeout.ms", Integer.toString(SETTINGS.stopTimeout()));

  @Test
  void whatItSaysOfCodeAndDefaultsIsWhatKafkaIsGiven() throws IOException {
    Map<String, String> listed = listed(Set.of("code", "default"));
    assertTrue(listed.size() > 25, listed.toString());
    Map<String, String> found = new TreeMap<>();
    listed.keySet().forEach(key -> found.put(key, effective(key)));
    assertEquals(listed, found);
  }

  @Test
  void whatItSaysOfTheFileStandsThere() throws IOException {
    Properties properties = new Properties();
    try (var text = Files.newBufferedReader(ROOT.resolve("etc/roll-up.properties"))) {
      properties.load(text);
    }
    Map<String, String> listed = listed(Set.of("file"));
    assertTrue(listed.size() > 1, listed.toString());
    listed.forEach((key, value) -> assertEquals(value, properties.getProperty(key), key));
  }

  @Test
  void whatItSaysOfTheBrokersStandsInTheComposeFile() throws IOException {
    String compose = Files.readString(ROOT.resolve("docker-compose.yml"));
    Map<String, String> listed = listed(Set.of("compose"));
    assertTrue(listed.size() > 8, listed.toString());
    listed.forEach(
        (key, value) ->
            assertEquals(
                Set.of(value),
                values(Pattern.compile("(?m)^ +" + key + ": \"?([^\"\\n]*)\"?$"), compose),
                key));
  }

  private static Set<String> values(Pattern pattern, String text) {
    Set<String> values = new HashSet<>();
    pattern.matcher(text).results().forEach(found -> values.add(found.group(1)));
    return values;
  }

  private static Map<String, String> listed(Set<String> where) throws IOException {
    String document = Files.readString(ROOT.resolve("docs/decisions/0010-hardening.md"));
    Map<String, String> listed = new TreeMap<>();
    for (MatchResult row : ROW.matcher(document).results().toList()) {
      if (where.contains(row.group(3))) {
        listed.put(row.group(1), row.group(2));
      }
    }
    return listed;
  }

  private static String effective(String key) {
    if (key.startsWith("consumer.")) {
      return of(
          key.substring("consumer.".length()),
          STREAMS.getMainConsumerConfigs("group", "client", 0),
          ConsumerConfig.configDef().defaultValues());
    }
    if (key.startsWith("producer.")) {
      return of(
          key.substring("producer.".length()),
          STREAMS.getProducerConfigs("client"),
          ProducerConfig.configDef().defaultValues());
    }
    return of(key, STREAMS.originals(), all());
  }

  /** Kafka Streams' values, and settings of ours that it does not know. */
  private static Map<String, Object> all() {
    Map<String, Object> all = new HashMap<>(STREAMS.values());
    all.putAll(OURS);
    return all;
  }

  private static String of(String key, Map<String, ?> given, Map<String, ?> defaults) {
    @Nullable Object value = given.containsKey(key) ? given.get(key) : defaults.get(key);
    return value instanceof Class<?> type ? type.getName() : String.valueOf(value);
  }
}
