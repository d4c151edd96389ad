package vn.tonghop.standalone;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import vn.tonghop.producer.settings.Setting;
import vn.tonghop.producer.settings.SettingsReader;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.system.EvaluationSystem;
import vn.tonghop.streams.config.RollUpSettings;

/**
 * Compares docker-compose.yml and what it uses with the code. It reads lines, since the project has
 * no YAML parser; the file's form is for docker-compose to judge.
 */
class ComposeTest {

  private static final Path ROOT = Path.of(System.getProperty("tonghop.root"));
  private static final Pattern VERSION = Pattern.compile("<(kafka|apicurio)\\.version>([^<]+)<");
  private static final Pattern SERVICE = Pattern.compile("  ([a-z0-9-]+):(?: &[a-z]+)?");
  private static final Pattern SET = Pattern.compile(" +([A-Z][A-Z0-9_]+): \"?([^\"]*)\"?");
  private static final Pattern PORT = Pattern.compile(" +- \"([0-9.]+):([0-9]+):([0-9]+)\"");
  private static final Pattern COMMAND = Pattern.compile(" +command: \\[(.*)]");

  @Test
  void imagesHaveTheVersionsThatTheTestsRunWith() throws IOException {
    Map<String, String> versions = new HashMap<>();
    VERSION
        .matcher(read("pom.xml"))
        .results()
        .forEach(found -> versions.put(found.group(1), found.group(2)));

    assertEquals(
        Set.of(
            "apache/kafka:" + versions.get("kafka"),
            "apicurio/apicurio-registry:" + versions.get("apicurio"),
            "tonghop:" + projectVersion()),
        new TreeSet<>(matches(Pattern.compile(" +image: (\\S+)"))));
  }

  @Test
  void everythingListensOnThisMachineAlone() throws IOException {
    List<Matcher> ports = lines(PORT);
    assertEquals(5, ports.size());
    for (Matcher port : ports) {
      assertEquals("127.0.0.1", port.group(1), port.group());
      assertEquals(port.group(2), port.group(3), "advertised as it is reached: " + port.group());
    }
    assertEquals(
        Set.of("9092", "9094", "9096", "8081", properties().get("health.port")),
        ports.stream().map(port -> port.group(2)).collect(Collectors.toSet()));
  }

  @Test
  void theBrokersOnTheHostAreThoseThatCommandsLookForByDefault() throws IOException {
    Set<String> advertised = new TreeSet<>();
    Matcher external = Pattern.compile("EXTERNAL://(127[0-9.]+:[0-9]+)").matcher(compose());
    external.results().forEach(found -> advertised.add(found.group(1)));

    assertEquals(Set.of("127.0.0.1:9092", "127.0.0.1:9094", "127.0.0.1:9096"), advertised);
    assertTrue(advertised.contains(Setting.BOOTSTRAP.byDefault()));
    assertTrue(Setting.REGISTRY.byDefault().startsWith("http://127.0.0.1:8081/"));
  }

  @Test
  void variablesAreThoseOfTheCodeAndTheirValuesAreAccepted() throws IOException {
    Map<String, String> set = variables();
    Map<String, String> ours = new TreeMap<>(set);
    ours.keySet().removeIf(name -> !name.startsWith("TONGHOP_"));

    assertEquals(
        Arrays.stream(Setting.values()).map(Setting::variable).collect(Collectors.toSet()),
        ours.keySet());
    assertEquals(
        ours.get(Setting.BOOTSTRAP.variable()),
        SettingsReader.read(Map.of(), ours, null).bootstrap());
    assertEquals(
        URI.create(Setting.REGISTRY.byDefault()).getPath(),
        URI.create(String.valueOf(ours.get(Setting.REGISTRY.variable()))).getPath());
  }

  @Test
  void addressesNameServicesThatAreThere() throws IOException {
    Set<String> services = services();
    assertTrue(services.containsAll(Set.of("registry", "setup", "roll-up", "submitter")));
    Set<String> named = new TreeSet<>();
    Pattern.compile("(broker-[0-9]|registry):[0-9]+")
        .matcher(compose())
        .results()
        .forEach(found -> named.add(found.group(1)));
    assertEquals(Set.of("broker-1", "broker-2", "broker-3", "registry"), named);
    assertTrue(services.containsAll(named), services.toString());
  }

  @Test
  void threeBrokersHoldEachRecordAndTwoAcknowledgeIt() throws IOException {
    Map<String, String> set = variables();
    for (String factor :
        List.of(
            "KAFKA_DEFAULT_REPLICATION_FACTOR",
            "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR",
            "KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR")) {
      assertEquals("3", set.get(factor), factor);
    }
    assertEquals("2", set.get("KAFKA_MIN_INSYNC_REPLICAS"));
    assertEquals("2", set.get("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR"));
    assertEquals("2", properties().get("topic.min.insync.replicas"));
    assertEquals(3, RollUpSettings.of(properties()).replication());
    assertTrue(
        commands().contains("setup --replication-factor 3 --min-insync 2"), commands().toString());
  }

  @Test
  void brokersMakeNoTopicByThemselvesAndTakeTheLargestRecord() throws IOException {
    Map<String, String> set = variables();
    assertEquals("false", set.get("KAFKA_AUTO_CREATE_TOPICS_ENABLE"));
    assertEquals(Integer.toString(Topics.RECORD_LIMIT), set.get("KAFKA_MESSAGE_MAX_BYTES"));
    assertEquals("-1", set.get("KAFKA_LOG_RETENTION_MS"), "the registry's topics have no other");
    assertEquals(
        Integer.toString(Integer.MAX_VALUE),
        set.get("KAFKA_OFFSETS_RETENTION_MINUTES"),
        "a group at rest would begin anew");
  }

  @Test
  void theRollUpsSettingsAreAcceptedAndItsHealthIsLookedForWhereItIs() throws IOException {
    RollUpSettings rollUp = RollUpSettings.of(properties());
    assertEquals(EvaluationSystem.APPLICATION_ID, rollUp.applicationId());
    assertEquals("0.0.0.0", rollUp.healthHost(), "a published port leads to no loopback address");
    assertTrue(
        compose()
            .contains("[\"CMD\", \"/opt/tonghop/etc/ready\", \"" + rollUp.healthPort() + "\"]"));
  }

  @Test
  void commandsAndTheirOptionsAreThere() throws IOException {
    assertEquals(3, commands().size());
    for (String line : commands()) {
      String[] words = line.replaceFirst("^/opt/tonghop/tonghop ", "").split(" ", -1);
      CommandLine command =
          requireNonNull(
              Tonghop.commandLine(System.out, System.err).getSubcommands().get(words[0]), line);
      for (String word : words) {
        assertTrue(
            !word.startsWith("--") || command.getCommandSpec().findOption(word) != null, line);
      }
    }
  }

  @Test
  void theImageTakesWhatIsThereAndDoesNotRunAsRoot() throws IOException {
    String dockerfile = read("etc/docker/Dockerfile");
    assertTrue(dockerfile.contains("\nUSER tonghop\n"));
    Matcher copied = Pattern.compile("(?m)^COPY ((?:etc/\\S+ )+)\\./etc/$").matcher(dockerfile);
    assertTrue(copied.find(), "files of etc");
    for (String file : copied.group(1).strip().split(" ", -1)) {
      assertTrue(Files.isRegularFile(ROOT.resolve(file)), file);
    }
    assertTrue(Files.isExecutable(ROOT.resolve("etc/ready")));
    assertTrue(Files.isExecutable(ROOT.resolve("tonghop")));
  }

  @Test
  void dockerComposeAcceptsTheFile() throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder("docker-compose", "--profile", "submit", "config", "-q")
              .directory(ROOT.toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      assumeTrue(false, "docker-compose is not installed: the form was not checked");
      return;
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }

  private static String read(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }

  private static String compose() throws IOException {
    return read("docker-compose.yml");
  }

  private static String projectVersion() throws IOException {
    Matcher version = Pattern.compile("<version>([^<]+)</version>").matcher(read("pom.xml"));
    assertTrue(version.find());
    return version.group(1);
  }

  private static List<Matcher> lines(Pattern pattern) throws IOException {
    return compose().lines().map(pattern::matcher).filter(Matcher::matches).toList();
  }

  private static List<String> matches(Pattern pattern) throws IOException {
    return lines(pattern).stream().map(line -> line.group(1)).toList();
  }

  private static Map<String, String> variables() throws IOException {
    Map<String, String> variables = new HashMap<>();
    lines(SET).forEach(line -> variables.put(line.group(1), line.group(2)));
    return variables;
  }

  private static Set<String> services() throws IOException {
    String compose = compose();
    String services =
        compose.substring(compose.indexOf("\nservices:"), compose.indexOf("\nvolumes:"));
    return services
        .lines()
        .map(SERVICE::matcher)
        .filter(Matcher::matches)
        .map(line -> line.group(1))
        .collect(Collectors.toSet());
  }

  private static List<String> commands() throws IOException {
    return matches(COMMAND).stream()
        .map(words -> words.replace("\", \"", " ").replace("\"", ""))
        .toList();
  }

  private static Map<String, String> properties() throws IOException {
    Properties properties = new Properties();
    try (var text = Files.newBufferedReader(ROOT.resolve("etc/roll-up.properties"))) {
      properties.load(text);
    }
    Map<String, String> all = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
    return all;
  }
}
