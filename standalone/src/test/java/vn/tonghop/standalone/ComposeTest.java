package vn.tonghop.standalone;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.tonghop.console.access.AccessException;
import vn.tonghop.console.access.AccessSettings;
import vn.tonghop.producer.settings.Setting;
import vn.tonghop.producer.settings.SettingsReader;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.security.ClusterPlan;
import vn.tonghop.standalone.security.Part;
import vn.tonghop.standalone.security.SettingsText;
import vn.tonghop.standalone.system.EvaluationSystem;
import vn.tonghop.streams.config.RollUpSettings;

/** Compares docker-compose.yml and what it uses with the code. */
class ComposeTest {

  private static final Path ROOT = Composed.ROOT;
  private static final Pattern VERSION = Pattern.compile("<(kafka|apicurio)\\.version>([^<]+)<");
  private static final List<String> BROKERS = List.of("broker-1", "broker-2", "broker-3");
  private static final List<String> OURS =
      List.of("setup", "roll-up-1", "roll-up-2", "monitor", "console");

  /** Commands of parts that a build may not have yet. */
  private static final Set<String> LATER = Set.of("monitor");

  private final Composed compose;

  ComposeTest() throws IOException {
    this.compose = Composed.read();
  }

  @Test
  void imagesHaveTheVersionsThatTheTestsRunWith() throws IOException {
    Map<String, String> versions = new HashMap<>();
    VERSION
        .matcher(read("pom.xml"))
        .results()
        .forEach(found -> versions.put(found.group(1), found.group(2)));

    Map<String, String> expected = new HashMap<>();
    BROKERS.forEach(each -> expected.put(each, "apache/kafka:" + versions.get("kafka")));
    expected.put("registry", "apicurio/apicurio-registry:" + versions.get("apicurio"));
    OURS.forEach(each -> expected.put(each, "tonghop:" + projectVersion()));
    expected.forEach((service, image) -> assertEquals(image, compose.text(service, "image")));
    for (String service : compose.services()) {
      assertTrue(
          compose.text(service, "image").matches("[a-z/-]+:v?[0-9][0-9A-Z.-]+"),
          "a version, and not whatever is the latest: " + service);
    }
  }

  @Test
  void everythingListensOnThisMachineAloneUnlessAskedForMore() throws IOException {
    assertEquals(
        ports(compose, each -> each.startsWith("127.0.0.1:")), ports(compose, each -> true));
    Composed open = Composed.read(Map.of("TONGHOP_BIND", "0.0.0.0"));
    assertEquals(
        Set.of("9092", "9094", "9096", "9192", "9194", "9196"),
        ports(open, each -> each.startsWith("0.0.0.0:")),
        "clients alone are let in from other machines");
    for (String service : compose.services()) {
      for (String port : compose.list(service, "ports")) {
        String[] parts = port.split(":", -1);
        assertEquals(parts[1], parts[2], "advertised as it is reached: " + port);
      }
    }
  }

  private static Set<String> ports(Composed compose, java.util.function.Predicate<String> which) {
    return compose.services().stream()
        .flatMap(each -> compose.list(each, "ports").stream())
        .filter(which)
        .map(port -> port.substring(port.lastIndexOf(':') + 1))
        .collect(Collectors.toSet());
  }

  @Test
  void secretsNameTheAddressesThatTheBrokersAdvertise() throws IOException {
    for (String host : List.of("127.0.0.1", "kafka.example.vn")) {
      ClusterPlan plan = ClusterPlan.composed(host);
      Composed composed = Composed.read(Map.of("TONGHOP_HOST", host));
      assertEquals(BROKERS, plan.brokers().stream().map(ClusterPlan.Broker::name).toList());
      assertEquals(advertised(composed, "PARTS"), addresses(plan, ClusterPlan.Broker::parts));
      assertEquals(advertised(composed, "CLIENT"), addresses(plan, ClusterPlan.Broker::clients));
      assertEquals(advertised(composed, "MUTUAL"), addresses(plan, ClusterPlan.Broker::mutual));
      for (ClusterPlan.Broker broker : plan.brokers()) {
        assertTrue(broker.hosts().containsAll(Set.of(broker.name(), host)), broker.toString());
      }
    }
    ClusterPlan local = ClusterPlan.composed("127.0.0.1");
    assertTrue(
        addresses(local, ClusterPlan.Broker::clients).contains(Setting.BOOTSTRAP.byDefault()));
    assertEquals(Setting.REGISTRY.byDefault(), local.registry());
  }

  private static List<String> advertised(Composed compose, String listener) {
    Pattern address = Pattern.compile(listener + "://([^,]+)");
    return BROKERS.stream()
        .map(
            broker -> {
              Matcher found =
                  address.matcher(
                      String.valueOf(
                          compose.environment(broker).get("KAFKA_ADVERTISED_LISTENERS")));
              assertTrue(found.find(), broker);
              return found.group(1);
            })
        .toList();
  }

  private static List<String> addresses(
      ClusterPlan plan, Function<ClusterPlan.Broker, String> kind) {
    return plan.brokers().stream().map(kind).toList();
  }

  @Test
  void everySecretIsMadeAndEachServiceGetsItsOwnAlone(@TempDir Path data) throws IOException {
    Path made = data.resolve("security");
    assertEquals(
        "secrets=" + made,
        Invocation.of("secrets", "--data", data.toString()).expecting(0).out().strip());
    Composed composed = Composed.read(Map.of("TONGHOP_SECRETS", made.toString()));
    Map<String, Set<String>> expected =
        Map.of(
            "setup",
            Stream.concat(
                    Arrays.stream(Part.values()).map(part -> part.id() + ".properties"),
                    Stream.of("setup.properties"))
                .collect(Collectors.toSet()),
            "roll-up-1",
            Set.of("roll-up.properties"),
            "roll-up-2",
            Set.of("roll-up.properties"),
            "monitor",
            Set.of("monitor.properties"),
            "console",
            Set.of("console.properties"),
            "grafana",
            Set.of("grafana-password"));
    for (String service : composed.services()) {
      Set<String> secrets = Set.copyOf(composed.list(service, "secrets"));
      assertEquals(expected.getOrDefault(service, Set.of()), secrets, service);
      for (String secret : secrets) {
        assertTrue(Files.isRegularFile(Path.of(composed.secret(secret))), secret);
      }
    }
    for (String broker : BROKERS) {
      assertTrue(
          composed
              .list(broker, "volumes")
              .contains(made.resolve(broker) + ":/mnt/shared/config:ro"));
      assertTrue(Files.isRegularFile(made.resolve(broker).resolve("server.properties")));
      assertTrue(Files.isRegularFile(made.resolve(broker).resolve("client.properties")));
    }
  }

  @Test
  void thePageIsReachedByTlsAloneAndOnlyByWhoHasAnAccount(@TempDir Path data) throws Exception {
    Invocation.of("secrets", "--data", data.toString(), "--host", "kafka.example.vn").expecting(0);
    Path page = data.resolve("security").resolve("page");
    Composed composed =
        Composed.read(Map.of("TONGHOP_SECRETS", data.resolve("security").toString()));
    assertEquals(List.of(page + ":/page:ro"), composed.list("console", "volumes"));
    Map<String, String> keys = SettingsText.read(Files.readString(page.resolve("page.properties")));
    String keystore = String.valueOf(keys.get("console.tls.keystore"));
    Path made = page.resolve(Path.of("/page").relativize(Path.of(keystore)));
    KeyStore store =
        KeyStore.getInstance(
            made.toFile(), String.valueOf(keys.get("console.tls.password")).toCharArray());
    X509Certificate certificate = (X509Certificate) store.getCertificate("own");
    assertEquals(
        Set.of("localhost", "127.0.0.1", "kafka.example.vn"),
        certificate.getSubjectAlternativeNames().stream()
            .map(name -> String.valueOf(name.get(1)))
            .collect(Collectors.toSet()));
    assertEquals(List.of("1.3.6.1.5.5.7.3.1"), certificate.getExtendedKeyUsage());
    keys.put("console.tls.keystore", made.toString());
    AccessException refused =
        assertThrows(
            AccessException.class,
            () -> AccessSettings.of(keys, page, "0.0.0.0"),
            "without accounts");
    assertTrue(String.valueOf(refused.getMessage()).contains("console-users"), refused.toString());
    Files.writeString(page.resolve("console-users"), "");
    AccessSettings.of(keys, page, "0.0.0.0");
    String check = composed.text("console", "healthcheck");
    assertTrue(check.contains("/page/ca.pem, https://127.0.0.1:8087/readyz"), check);
    assertTrue(composed.list("console", "command").containsAll(List.of("--port", "8087")));
    assertTrue(Files.isRegularFile(page.resolve("ca.pem")));
  }

  @Test
  void noServiceRunsAsRootOrMayWriteItsOwnImage() {
    for (String service : compose.services()) {
      assertEquals("true", compose.text(service, "read_only"), service);
      assertEquals(List.of("ALL"), compose.list(service, "cap_drop"), service);
      assertEquals(
          List.of("no-new-privileges:true"), compose.list(service, "security_opt"), service);
      assertFalse(compose.text(service, "user").startsWith("0"), service);
      boolean ends = service.equals("setup");
      assertEquals(ends, !compose.service(service).containsKey("healthcheck"), service);
    }
  }

  @Test
  void variablesAreThoseOfTheCodeAndTheirValuesAreAccepted() {
    for (String service : OURS) {
      Map<String, String> set = compose.environment(service);
      assertEquals(
          Arrays.stream(Setting.values()).map(Setting::variable).collect(Collectors.toSet()),
          set.keySet());
      assertEquals(
          set.get(Setting.BOOTSTRAP.variable()),
          SettingsReader.read(Map.of(), set, null).bootstrap());
      assertEquals(
          URI.create(Setting.REGISTRY.byDefault()).getPath(),
          URI.create(String.valueOf(set.get(Setting.REGISTRY.variable()))).getPath());
    }
    assertEquals(
        String.join(",", advertised(compose, "PARTS")),
        compose.environment("roll-up-1").get(Setting.BOOTSTRAP.variable()));
    assertEquals(
        String.join(",", advertised(compose, "INTERNAL")),
        compose.environment("setup").get(Setting.BOOTSTRAP.variable()),
        "the administrator comes by certificate");
  }

  @Test
  void threeBrokersHoldEachRecordAndTwoAcknowledgeIt() throws IOException {
    Map<String, String> set = compose.environment("broker-2");
    for (String factor :
        List.of(
            "KAFKA_DEFAULT_REPLICATION_FACTOR",
            "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR",
            "KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR")) {
      assertEquals("3", set.get(factor), factor);
    }
    assertEquals("2", set.get("KAFKA_MIN_INSYNC_REPLICAS"));
    assertEquals("2", set.get("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR"));
    assertEquals("2", properties("roll-up").get("topic.min.insync.replicas"));
    assertEquals(3, RollUpSettings.of(properties("roll-up")).replication());
    String setup = String.join(" ", compose.list("setup", "command"));
    assertTrue(setup.endsWith("--replication-factor 3 --min-insync 2"), setup);
  }

  @Test
  void brokersMakeNoTopicByThemselvesAndTakeTheLargestRecord() {
    Map<String, String> set = compose.environment("broker-3");
    assertEquals("false", set.get("KAFKA_AUTO_CREATE_TOPICS_ENABLE"));
    assertEquals(Integer.toString(Topics.RECORD_LIMIT), set.get("KAFKA_MESSAGE_MAX_BYTES"));
    assertEquals("-1", set.get("KAFKA_LOG_RETENTION_MS"));
    assertEquals(
        Integer.toString(Integer.MAX_VALUE),
        set.get("KAFKA_OFFSETS_RETENTION_MINUTES"),
        "a group at rest would begin anew");
  }

  @Test
  void twoRollUpsHaveNamesOfTheirOwnAndAStandbyEach() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String service : List.of("roll-up-1", "roll-up-2")) {
      Map<String, String> settings = properties("roll-up");
      settings.putAll(properties(service));
      RollUpSettings rollUp = RollUpSettings.of(settings);
      names.add(requireNonNull(rollUp.instance()));
      assertEquals("1", settings.get("num.standby.replicas"));
      assertEquals(EvaluationSystem.APPLICATION_ID, rollUp.applicationId());
      assertEquals("0.0.0.0", rollUp.healthHost(), "a published port leads to no loopback address");
      assertTrue(
          compose
              .text(service, "healthcheck")
              .contains("/opt/tonghop/etc/ready, " + rollUp.healthPort()));
      assertTrue(
          compose.list(service, "command").contains("/opt/tonghop/etc/" + service + ".properties"));
      assertTrue(compose.list(service, "volumes").contains(service + ":/data"));
    }
    assertEquals(Set.of("roll-up-1", "roll-up-2"), names);
  }

  @Test
  void commandsAndTheirOptionsAreThere() {
    for (String service : OURS) {
      List<String> words = compose.list(service, "command");
      CommandLine command =
          Tonghop.commandLine(System.out, System.err).getSubcommands().get(words.get(0));
      if (command == null && LATER.contains(words.get(0))) {
        continue;
      }
      requireNonNull(command, words.toString());
      for (String word : words) {
        assertTrue(
            !word.startsWith("--") || command.getCommandSpec().findOption(word) != null,
            words.toString());
      }
    }
  }

  @Test
  void theImageTakesWhatIsThereAndDoesNotRunAsRoot() throws IOException {
    String dockerfile = read("etc/docker/Dockerfile");
    assertTrue(dockerfile.contains("\nUSER 10001:0\n"));
    Matcher copied = Pattern.compile("(?m)^COPY ((?:etc/\\S+ )+)\\./etc/$").matcher(dockerfile);
    assertTrue(copied.find(), "files of etc");
    List<String> files = List.of(copied.group(1).strip().split(" ", -1));
    for (String file : files) {
      assertTrue(Files.isRegularFile(ROOT.resolve(file)), file);
    }
    for (String service : OURS) {
      for (String word : compose.list(service, "command")) {
        assertTrue(
            !word.startsWith("/opt/tonghop/") || files.contains(word.replace("/opt/tonghop/", "")),
            word);
      }
    }
    assertTrue(Files.isExecutable(ROOT.resolve("etc/ready")));
    assertTrue(Files.isExecutable(ROOT.resolve("tonghop")));
  }

  @Test
  void dockerComposeAcceptsTheFile() throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder("docker-compose", "config", "-q")
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

  private static String projectVersion() {
    try {
      Matcher version = Pattern.compile("<version>([^<]+)</version>").matcher(read("pom.xml"));
      assertTrue(version.find());
      return version.group(1);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, String> properties(String name) throws IOException {
    Properties properties = new Properties();
    try (var text = Files.newBufferedReader(ROOT.resolve("etc/" + name + ".properties"))) {
      properties.load(text);
    }
    Map<String, String> all = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
    return all;
  }
}
