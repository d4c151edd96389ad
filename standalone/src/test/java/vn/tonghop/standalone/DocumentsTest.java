package vn.tonghop.standalone;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import vn.tonghop.console.ConsoleSettings;
import vn.tonghop.producer.settings.Setting;
import vn.tonghop.schemas.topic.Topic;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.log.LogFormat;

/** Documents name what the code has, and name all of it. */
class DocumentsTest {

  private static final Path ROOT = Path.of(System.getProperty("tonghop.root"));
  private static final int LONGEST_README = 150;
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern KEY = Pattern.compile("[a-z]+(?:\\.[a-z]+)+");
  private static final Pattern READ_KEY =
      Pattern.compile("reader\\s*\\.(?:text|one|name|number|optional)\\(\\s*\"([a-z.]+)\"");

  /** Paths of somebody's own machine. */
  private static final Pattern OWN_PATH =
      Pattern.compile("(?<![\\w.~-])/(?:home|root|Users|tmp|work)/|~/|C:\\\\");

  @Test
  void theReadmeIsShortAndBeginsWithTheTwoCommands() throws IOException {
    List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));
    assertTrue(lines.size() <= LONGEST_README, lines.size() + " lines");
    List<String> firstScreen = lines.subList(0, 30);
    assertTrue(firstScreen.contains("./tonghop demo"));
    assertTrue(firstScreen.contains("mvn verify"));
  }

  @Test
  void theVietnameseReadmeIsShortNamesAllCommandsAndIsLinked() throws IOException {
    String vietnamese = read("README.vi.md");
    assertTrue(vietnamese.lines().count() <= LONGEST_README);
    assertTrue(read("README.md").contains("](README.vi.md)"));
    for (String command : commands().getSubcommands().keySet()) {
      assertTrue(
          Pattern.compile("`[^`\\n]*\\b" + command + "\\b").matcher(vietnamese).find(), command);
    }
  }

  @Test
  void samplesInVietnameseDocumentsAreThere() throws IOException {
    int samples = 0;
    for (Path document : documents()) {
      if (document.endsWith("README.vi.md") || document.resolveSibling("").endsWith("vi")) {
        for (MatchResult sample : found(Pattern.compile("\\bsamples/[\\w./-]+\\w"), document)) {
          samples++;
          assertTrue(Files.exists(ROOT.resolve(sample.group())), document + ": " + sample.group());
        }
      }
    }
    assertTrue(samples > 2, "samples were found");
  }

  @Test
  void linksLeadSomewhere() throws IOException {
    int links = 0;
    for (Path document : documents()) {
      for (MatchResult link : found(LINK, document)) {
        if (!link.group(1).contains("://")) {
          links++;
          Path target = document.resolveSibling(link.group(1));
          assertTrue(Files.exists(target), document + ": " + link.group(1));
        }
      }
    }
    assertTrue(links > 10, "links were found");
  }

  @Test
  void commandsAndOptionsInDocumentsAreThere() throws IOException {
    // The bench is a module of its own, that nothing here knows; the archive is the launcher's.
    Pattern line =
        Pattern.compile("\\./tonghop (?!bench|class-archive)([a-z]+(?:-[a-z]+)*)([^`\\n]*)");
    for (Path document : documents()) {
      for (MatchResult used : found(line, document)) {
        CommandLine command =
            requireNonNull(
                commands().getSubcommands().get(used.group(1)),
                () -> document + ": " + used.group());
        for (String word : used.group(2).split("[\\s\\[\\]]+", -1)) {
          command = command.getSubcommands().getOrDefault(word, command);
          assertTrue(
              !word.startsWith("--") || command.getCommandSpec().findOption(word) != null,
              document + ": " + used.group());
        }
      }
    }
  }

  @Test
  void topicsInDocumentsAreThoseOfTheCode() throws IOException {
    Set<String> shared = Topics.shared().stream().map(Topic::name).collect(Collectors.toSet());
    shared.add(Topics.AUDIT.name());
    Set<String> named = new TreeSet<>();
    for (Path document : documents()) {
      found(
              Pattern.compile(
                  "`(tonghop\\.(?!(?:properties|jar|bat|replay-of)`)[a-z.-]+?[a-z])(\\.[0-9<][^`]*)?`"),
              document)
          .forEach(
              name -> {
                named.add(name.group(1));
                boolean ofUnit =
                    name.group(2) != null
                        && (isUnits(name.group(1), Topics.reports("40"))
                            || isUnits(name.group(1), Topics.receipts("40")));
                assertTrue(
                    ofUnit || shared.contains(name.group(1)), document + ": " + name.group());
              });
    }
    assertTrue(named.containsAll(shared), named + " lack some of " + shared);
  }

  private static boolean isUnits(String name, Topic topic) {
    return topic.name().equals(name + ".40");
  }

  @Test
  void everySettingStandsInItsDocument() throws IOException {
    String document = read("docs/configuration.md");
    for (Setting setting : Setting.values()) {
      assertTrue(
          document.contains(
              "| `%s` | `%s` | `%s` | `%s` |"
                  .formatted(
                      setting.flag(), setting.variable(), setting.key(), setting.byDefault())),
          setting.name());
    }
    Set<String> keys = keysOfTheRollUp();
    assertTrue(keys.contains("application.id") && keys.size() > 8, "keys were found: " + keys);
    keys.forEach(key -> assertTrue(document.contains("| `" + key + "` |"), key));
    assertTrue(document.contains("| `max.request.size` | `" + Topics.MAX_REQUEST_BYTES + "` |"));
  }

  @Test
  void everyKeyInTheSettingsDocumentExists() throws IOException {
    Predicate<String> known = knownKeys();
    List<String> unknown = new ArrayList<>();
    for (MatchResult code : found(CODE, ROOT.resolve("docs/configuration.md"))) {
      String key = code.group(1).replaceFirst("=.*", "");
      if (KEY.matcher(key).matches() && !known.test(key)) {
        unknown.add(key);
      }
    }
    assertEquals(List.of(), unknown);
    assertFalse(known.test("no.such.key"));
  }

  @Test
  void everyFlagAndVariableInTheSettingsDocumentExists() throws IOException {
    Path document = ROOT.resolve("docs/configuration.md");
    Set<String> flags = new TreeSet<>();
    commands()
        .getSubcommands()
        .values()
        .forEach(
            command ->
                command
                    .getCommandSpec()
                    .options()
                    .forEach(option -> flags.addAll(Set.of(option.names()))));
    String launcher = read("tonghop");
    found(Pattern.compile("`(--[a-z-]+)`"), document)
        .forEach(flag -> assertTrue(flags.contains(flag.group(1)), flag.group()));
    found(Pattern.compile("`((?:TONGHOP|JAVA)_[A-Z_]+)`"), document)
        .forEach(
            variable ->
                assertTrue(
                    launcher.contains(variable.group(1))
                        || variable.group(1).equals(LogFormat.VARIABLE)
                        || variable.group(1).equals(ConsoleSettings.HOST_VARIABLE)
                        || variable.group(1).equals(ConsoleSettings.PORT_VARIABLE)
                        || Stream.of(Setting.values())
                            .anyMatch(each -> each.variable().equals(variable.group(1))),
                    variable.group()));
  }

  @Test
  void noDocumentNamesAMachine() throws IOException {
    List<Path> texts = new ArrayList<>(documents());
    texts.add(ROOT.resolve("docker-compose.yml"));
    texts.add(ROOT.resolve("etc/docker/Dockerfile"));
    texts.add(ROOT.resolve("etc/roll-up.properties"));
    for (Path text : texts) {
      assertEquals(List.of(), found(OWN_PATH, text).stream().map(MatchResult::group).toList());
    }
  }

  private static CommandLine commands() {
    return Tonghop.commandLine(System.out, System.err);
  }

  /** The keys that the roll-up reads, as its source has them. */
  private static Set<String> keysOfTheRollUp() throws IOException {
    Path source =
        ROOT.resolve("streams-app/src/main/java/vn/tonghop/streams/config/RollUpSettings.java");
    return found(READ_KEY, source).stream()
        .map(key -> key.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Kafka's keys, the roll-up's, and those that stand as a text in the sources of settings. */
  private static Predicate<String> knownKeys() throws IOException {
    Set<String> known = new TreeSet<>(keysOfTheRollUp());
    known.addAll(StreamsConfig.configDef().names());
    known.addAll(ConsumerConfig.configNames());
    known.addAll(ProducerConfig.configNames());
    for (Setting setting : Setting.values()) {
      known.add(setting.key());
    }
    for (String folder :
        List.of(
            "schemas/src/main/java",
            "streams-app/src/main/java",
            "producer/src/main/java",
            "monitor/src/main/java",
            "console/src/main/java",
            "standalone/src/main/java/vn/tonghop/standalone/log",
            "standalone/src/main/java/vn/tonghop/standalone/broker")) {
      try (Stream<Path> sources = Files.walk(ROOT.resolve(folder))) {
        for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
          found(Pattern.compile("\"([a-z]+(?:\\.[a-z]+)+)\""), source)
              .forEach(key -> known.add(key.group(1)));
        }
      }
    }
    Set<String> ofTopics = Topics.createTimeVariant(Topics.reports("40")).configs().keySet();
    return key ->
        known.contains(key)
            || known.contains(key.replaceFirst("^(consumer|producer|schema\\.registry)\\.", ""))
            || key.equals("topic.min.insync.replicas")
            || (key.startsWith("topic.") && ofTopics.contains(key.substring("topic.".length())));
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (String name : List.of("README.md", "README.vi.md", "CONTRIBUTING.md", "CHANGELOG.md")) {
      documents.add(ROOT.resolve(name));
    }
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
    }
    for (String module :
        List.of(
            "domain",
            "schemas",
            "export",
            "producer",
            "monitor",
            "console",
            "streams-app",
            "standalone",
            "samples")) {
      documents.add(ROOT.resolve(module).resolve("README.md"));
    }
    return documents;
  }

  private static List<MatchResult> found(Pattern pattern, Path file) throws IOException {
    return pattern.matcher(Files.readString(file)).results().toList();
  }

  private static String read(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }
}
