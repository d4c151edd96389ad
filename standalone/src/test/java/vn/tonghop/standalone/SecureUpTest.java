package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.schemas.topic.TopicEnd;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.security.Admission;
import vn.tonghop.standalone.security.Part;
import vn.tonghop.standalone.security.Rights;
import vn.tonghop.standalone.system.EvaluationSystem;

/** One {@code up --secure} that everybody tries: first as it is meant, then not. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class SecureUpTest {

  private static final Path ROOT = Path.of(System.getProperty("tonghop.root"));
  private static final Path DOCUMENT = ROOT.resolve("docs/security.md");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SOON_MS = "4000";
  private static final String ANSWER_MS = "60000";
  private static final int BAD_REQUEST = 400;

  private static SecureUp up;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    up = SecureUp.start(folder);
  }

  @AfterAll
  static void end() {
    up.close();
  }

  @Test
  @Order(1)
  void whatIsSecretIsReadByItsOwnerAlone() throws IOException {
    Path security = up.data().resolve("security");
    assertEquals("rwx------", mode(security));
    try (Stream<Path> files = Files.list(security)) {
      List<Path> all = files.toList();
      assertTrue(all.size() >= 6, all.toString());
      for (Path file : all) {
        assertEquals("rw-------", mode(file), file.toString());
      }
    }
    assertEquals(
        security.resolve("administrator.properties").toUri().toString(), up.administratorFile());
  }

  /** docs/first-unit.md, line by line. */
  @Test
  @Order(2)
  void theFirstUnitsReportChangesTheNationalTable() throws IOException {
    Map<String, List<String>> said = new HashMap<>();
    int commands = 0;
    for (String line : Files.readAllLines(ROOT.resolve("docs/first-unit.md"))) {
      if (line.startsWith("./tonghop ") && !line.startsWith("./tonghop up")) {
        boolean refused = line.contains("submit --config unit-70");
        Invocation done = up.run(words(line)).expecting(refused ? 1 : 0);
        if (line.contains(" template ")) {
          assertEquals(
              "using the bundled reference data\nthe form is empty, without tasks\n", done.err());
          FilledForm.fill(up.file("bao-cao.xlsx"), 60);
        }
        said.computeIfAbsent(line, each -> new ArrayList<>()).add(done.out() + done.err());
        commands++;
        if (line.contains("--wait")) {
          awaitNgheAn();
        }
      }
    }
    assertEquals(10, commands, "commands of the document");
    List<String> tables =
        said.getOrDefault(
            "./tonghop table 2024-Q1 CTCT-2024 --config so-lieu.properties", List.of());
    assertNotEquals(tables.get(0), tables.get(1));
    assertTrue(tables.get(1).contains("\nNghe An ‡ "), tables.get(1));
    String refused =
        said.getOrDefault("./tonghop submit --config unit-70.properties bao-cao.xlsx", List.of())
            .get(0);
    assertTrue(refused.contains("The broker does not allow it"), refused);
    awaitLog("refused: .* User:unit-70 DESCRIBE TOPIC tonghop\\.reports\\.40 .*");
    // Who does what it is there for leaves nothing in the operator's log.
    assertEquals(
        List.of(), up.log().stream().filter(line -> line.contains("User:unit-40")).toList());
    assertEquals("rw-------", mode(up.file("unit-40.properties")));
  }

  @Test
  @Order(3)
  void addingTwiceChangesNothingAndLeavesNoTrace() throws InterruptedException {
    Invocation again = up.run("unit", "add", "40").expecting(0);
    assertEquals("", again.out());
    assertTrue(again.err().contains("nothing was changed"), again.err());
    assertEquals(
        List.of("add unit-40", "add reader-so-lieu", "add unit-70"), trace().stream().toList());
  }

  @Test
  @Order(3)
  void whatAdministratorsDidIsToldOfAllAndOfOneUnit() {
    assertEquals(3, up.run("audit").expecting(0).lines().size());
    String of40 = up.run("audit", "--unit", "40").expecting(0).out();
    assertTrue(
        of40.matches(
            "20[-0-9]{8} [:0-9]{8}  administrator \\(.*\\)  unit-40  access given: "
                + ".*rights given: .*WRITE tonghop\\.reports\\.40.*; new password\n"),
        of40);
    String vietnamese =
        Invocation.of("audit", "--unit", "40", "--lang", "vi", "--data", up.data().toString())
            .expecting(0)
            .out();
    assertTrue(vietnamese.contains("  unit-40  mở truy cập: "), vietnamese);
    assertTrue(vietnamese.contains("; mật khẩu mới\n"), vietnamese);
    String json = up.run("audit", "--unit", "70", "--format", "json").expecting(0).out();
    assertTrue(json.startsWith("{\"at\":\"20") && json.lines().count() == 1, json);
    assertTrue(json.contains("\"action\":\"add\",\"principal\":\"unit-70\""), json);
    assertEquals("", up.run("audit", "--unit", "7").expecting(0).out());
    up.run("audit", "--config", up.file("unit-40.properties").toString()).expecting(1);
  }

  @Test
  @Order(4)
  void eachAttemptIsRefusedAsTheDocumentSays() throws Exception {
    up.run("unit", "add", "75", "--out", up.file("unit-75.properties").toString()).expecting(0);
    Set<String> topics;
    try (Admin admin = Admin.create(up.administrator())) {
      topics =
          admin
              .listTopics(new org.apache.kafka.clients.admin.ListTopicsOptions().listInternal(true))
              .names()
              .get();
    }
    Map<String, String> unit;
    Map<String, String> reader;
    try (Hostile hostile =
        new Hostile(
            "unit-70", up.settings(up.file("unit-70.properties")), "tonghop.receipts.70", topics)) {
      unit = hostile.all();
    }
    try (Hostile hostile =
        new Hostile(
            "reader-so-lieu",
            up.settings(up.file("so-lieu.properties")),
            "tonghop.tables",
            topics)) {
      reader = hostile.all();
    }
    List<String> lines =
        new ArrayList<>(List.of("| attempt | unit 70 | a reader |", "|---|---|---|"));
    unit.forEach(
        (what, answer) -> lines.add("| %s | %s | %s |".formatted(what, answer, reader.get(what))));
    System.out.println(String.join("\n", lines));
    Section.of(DOCUMENT, "attempts").holds(lines);
    assertEquals(
        // Numbers of producers: Kafka tells them to whoever may read.
        Set.of("read reports of unit 70", "see who writes to tonghop.reports.70"),
        done(unit),
        "a unit has its own topics, and nothing else");
    assertEquals(
        Set.of(
            "read tonghop.tables",
            "read tonghop.tables.history",
            "read tonghop.standings",
            "read tonghop.standings.history",
            "read tonghop.reference",
            // Numbers of producers: Kafka tells them to whoever may read.
            "see who writes to tonghop.tables"),
        done(reader));
    up.run("receipts", "40", "--config", up.file("unit-40.properties").toString()).expecting(0);
  }

  @Test
  @Order(5)
  void nobodyChangesTheRegistry() throws Exception {
    RegistryWrites writes = new RegistryWrites(up.registry());
    String before = writes.content();
    assertTrue(before.contains("FULL_TRANSITIVE"), before);
    Map<String, Integer> answers = writes.all();
    List<String> lines = new ArrayList<>(List.of("| attempt | answer |", "|---|---|"));
    answers.forEach((what, status) -> lines.add("| `%s` | %d |".formatted(what, status)));
    System.out.println(String.join("\n", lines));
    Section.of(DOCUMENT, "registry").holds(lines);
    answers.forEach((what, status) -> assertTrue(status >= BAD_REQUEST, what));
    assertEquals(before, writes.content());
  }

  @Test
  @Order(6)
  void whoHasNoPasswordDoesNotComeIn() throws Exception {
    Map<String, Object> trusting = up.settings(up.file("unit-70.properties"));
    trusting.keySet().removeIf(key -> key.startsWith("sasl."));
    String scram =
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"guessed\";";
    String plain =
        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"broker\" password=\"guessed\";";
    List<Map<String, Object>> who = new ArrayList<>();
    List<String> lines = new ArrayList<>(List.of("| who | answer |", "|---|---|"));
    List<String> names = new ArrayList<>();
    for (String place :
        List.of("clients' port", "certificates' port", "internal port", "controller's port")) {
      String address = address(place);
      boolean controller = place.startsWith("controller");
      for (String how :
          List.of(
              "without TLS",
              "by TLS without a password",
              "as administrator with a guessed password",
              "as unit 70 with its password",
              "as the broker with a guessed password")) {
        Map<String, Object> config = new HashMap<>(trusting);
        config.remove("bootstrap.servers");
        config.put(controller ? "bootstrap.controllers" : "bootstrap.servers", address);
        boolean tls = place.startsWith("cl") || place.startsWith("ce");
        switch (how) {
          case "without TLS" -> config.put("security.protocol", "PLAINTEXT");
          case "by TLS without a password" -> config.put("security.protocol", "SSL");
          case "as administrator with a guessed password" -> {
            config.put("security.protocol", tls ? "SASL_SSL" : "SASL_PLAINTEXT");
            config.put("sasl.mechanism", "SCRAM-SHA-512");
            config.put("sasl.jaas.config", scram.formatted("administrator"));
          }
          case "as unit 70 with its password" -> {
            config.putAll(up.settings(up.file("unit-70.properties")));
            config.remove("bootstrap.servers");
            config.put(controller ? "bootstrap.controllers" : "bootstrap.servers", address);
            config.put("security.protocol", tls ? "SASL_SSL" : "SASL_PLAINTEXT");
          }
          default -> {
            config.put("security.protocol", tls ? "SASL_SSL" : "SASL_PLAINTEXT");
            config.put("sasl.mechanism", "PLAIN");
            config.put("sasl.jaas.config", plain);
          }
        }
        if (how.startsWith("as unit 70") && place.startsWith("clients'")) {
          continue;
        }
        // Who is hung up on tries again until its time is over; a refusal comes by itself.
        boolean hungUp =
            how.equals("without TLS")
                || (how.startsWith("by TLS") && !place.startsWith("certificates"));
        String patience = hungUp ? SOON_MS : ANSWER_MS;
        config.put("default.api.timeout.ms", patience);
        config.put("request.timeout.ms", patience);
        who.add(config);
        names.add(place + ", " + how);
      }
    }
    List<String> answers =
        who.parallelStream().map(SecureUpTest::comesIn).collect(Collectors.toList());
    for (int i = 0; i < names.size(); i++) {
      lines.add("| %s | %s |".formatted(names.get(i), answers.get(i)));
    }
    System.out.println(String.join("\n", lines));
    Section.of(DOCUMENT, "strangers").holds(lines);
    assertFalse(answers.contains("done"), lines.toString());
    awaitLog("Failed authentication with /127\\.0\\.0\\.1 .*SCRAM-SHA-512\\)");
    Map<String, Object> right = up.settings(up.file("unit-70.properties"));
    assertEquals("done", comesIn(right), "the broker answers those who may come");
  }

  /** Of Kafka's own logs nothing: they would come with stack traces. */
  @Test
  @Order(6)
  void whoComesWithoutSettingsOrWithAWrongPasswordReadsASentence() throws Exception {
    String report = up.file("bao-cao.xlsx").toString();
    List<List<String>> commands =
        List.of(
            List.of("submit", report),
            List.of("receipts", "40"),
            List.of("table", "2024-Q1", "CTCT-2024"),
            List.of("lag"),
            List.of("unit", "list", "--data", "elsewhere"));
    Path guessed = up.file("guessed.properties");
    Files.writeString(
        guessed,
        Files.readString(up.file("unit-40.properties"))
            .replaceFirst("password=\"[^\"]*\"", "password=\"guessed\""));
    for (List<String> command : commands) {
      OtherProgram without = up.process(with(command, "--bootstrap", up.bootstrap())).expecting(3);
      assertTrue(
          without
              .err()
              .matches(
                  "(Máy chủ Kafka dùng TLS .*\n)?The broker speaks TLS .* --config FILE: "
                      + up.bootstrap()
                      + "\n"),
          without.err());
      OtherProgram wrong = up.process(with(command, "--config", guessed.toString())).expecting(1);
      assertTrue(wrong.err().contains("The broker does not allow it"), wrong.err());
      assertFalse(wrong.err().contains("org.apache.kafka"), wrong.err());
    }
  }

  private static String[] with(List<String> command, String... more) {
    return Stream.concat(command.stream(), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  @Order(7)
  void aCertificateServesAsAPasswordDoesAndLosesItsRightsWhenRotated() {
    String first = up.file("unit-40-mtls.properties").toString();
    String second = up.file("unit-40-mtls-2.properties").toString();
    up.run("unit", "add", "40", "--mtls", "--out", first).expecting(0);
    up.run("receipts", "40", "--config", first).expecting(0);
    up.run("receipts", "70", "--config", first).expecting(1);
    up.run("unit", "rotate", "40", "--mtls", "--out", second).expecting(0);
    up.run("receipts", "40", "--config", first).expecting(1);
    // What counts already, without a number: a duplicate.
    up.run("submit", up.file("bao-cao.xlsx").toString(), "--wait", "--config", second).expecting(0);
    up.run("receipts", "40", "--config", up.file("unit-40.properties").toString()).expecting(0);
  }

  @Test
  @Order(8)
  void aNewPasswordTakesThePlaceOfTheOld() {
    String old = up.file("so-lieu.properties").toString();
    String fresh = up.file("so-lieu-2.properties").toString();
    up.run("reader", "rotate", "so-lieu", "--out", fresh).expecting(0);
    Invocation refused = up.run("table", "2024-Q1", "CTCT-2024", "--config", old).expecting(1);
    assertTrue(refused.err().contains("The broker does not allow it"), refused.err());
    up.run("table", "2024-Q1", "CTCT-2024", "--config", fresh).expecting(0);
    assertEquals(
        "NAME         PASSWORD   MAY READ AS\nso-lieu      yes        reader-so-lieu\n",
        up.run("reader", "list").expecting(0).out());
    up.run("lag", "--config", up.data().resolve("security/administrator.properties").toString())
        .expecting(0);
    up.run("lag", "--config", fresh).expecting(1);
  }

  @Test
  @Order(8)
  void theMonitorReadsEverythingAndWritesNothing() throws Exception {
    String monitor = up.data().resolve("security/monitor.properties").toString();
    up.run("lag", "--config", monitor).expecting(0);
    Invocation units = up.run("lag", "--units", "--format", "json", "--config", monitor);
    String of40 =
        units.expecting(0).lines().stream()
            .filter(line -> line.contains("\"unit\":\"40\""))
            .findFirst()
            .orElseThrow();
    assertTrue(of40.matches(".*\"lastReport\":\"20[0-9T:.-]+Z\".*"), of40);
    try (Admin admin = Admin.create(up.settings(Path.of(monitor)))) {
      // How full the disks are: a refusal would be thrown.
      int broker = admin.describeCluster().nodes().get().iterator().next().id();
      assertEquals(1, admin.describeLogDirs(List.of(broker)).allDescriptions().get().size());
    }
    Invocation refused =
        up.run("submit", up.file("bao-cao.xlsx").toString(), "--config", monitor).expecting(1);
    assertTrue(refused.err().contains("The broker does not allow it"), refused.err());
  }

  @Test
  @Order(8)
  void thePageReadsUnderANameOfItsOwnAndMayDoNothingElse() throws Exception {
    Path security = up.data().resolve("security");
    String console = security.resolve("console.properties").toString();
    Set<AclBinding> rights = Part.CONSOLE.rights(EvaluationSystem.APPLICATION_ID);
    assertTrue(
        rights.stream()
            .allMatch(
                each ->
                    each.entry().operation() == AclOperation.READ
                        && each.pattern().resourceType() == ResourceType.TOPIC),
        rights.toString());
    up.run("table", "2024-Q1", "CTCT-2024", "--config", console).expecting(0);
    up.run("lag", "--config", console).expecting(1);
    up.run("dead-letters", "list", "--config", console).expecting(1);
    up.run("submit", up.file("bao-cao.xlsx").toString(), "--config", console).expecting(1);
    Await.until("the page shows unit 40", PATIENCE, () -> shown().contains("id=\"unit-40\""));
    try (Admin admin = Admin.create(up.administrator())) {
      AclBinding reading =
          rights.stream()
              .filter(each -> each.pattern().name().equals(Topics.TABLES.name()))
              .findAny()
              .orElseThrow();
      AclBinding former =
          new AclBinding(
              new ResourcePattern(ResourceType.GROUP, "console.", PatternType.PREFIXED),
              reading.entry());
      admin.createAcls(List.of(former)).all().get();
      admin.deleteAcls(List.of(reading.toFilter())).all().get();
      awaitLog("refused: .* User:console [A-Z]+ TOPIC tonghop\\.tables .*");
      new Admission(up.administrator(), EvaluationSystem.APPLICATION_ID)
          .admit(List.of(Part.CONSOLE), security);
      Await.until(
          "it has these rights and no others",
          PATIENCE,
          () -> rightsOf(admin, Part.CONSOLE.id()).equals(rights));
    }
  }

  private static Set<AclBinding> rightsOf(Admin admin, String name) {
    AccessControlEntryFilter own =
        new AccessControlEntryFilter(
            Rights.principal(name), null, AclOperation.ANY, AclPermissionType.ANY);
    return Set.copyOf(
        admin
            .describeAcls(new AclBindingFilter(ResourcePatternFilter.ANY, own))
            .values()
            .toCompletionStage()
            .toCompletableFuture()
            .join());
  }

  private static String shown() {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(up.page().resolve("/en/tables/CTCT-2024/2024-Q1")).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  @Order(9)
  void aSuccessorWritesForADissolvedUnitThatNoLongerCan() throws InterruptedException {
    String of70 = up.file("unit-70.properties").toString();
    String of75 = up.file("unit-75.properties").toString();
    up.run("receipts", "70", "--config", of75).expecting(1);
    Invocation mistyped = up.run("unit", "succeed", "7O", "75").expecting(1);
    assertTrue(mistyped.err().contains("there is no unit 7O"), mistyped.err());
    up.run("unit", "succeed", "75", "75").expecting(2);
    assertFalse(up.run("unit", "list").expecting(0).out().contains("7O"), "no topics were made");
    up.run("receipts", "70", "--config", of70).expecting(0);
    up.run("unit", "succeed", "70", "75").expecting(0);
    assertEquals(
        up.run("audit", "--unit", "70").expecting(0).lines().get(1),
        up.run("audit", "--unit", "75").expecting(0).lines().get(1));
    up.run("receipts", "70", "--config", of75).expecting(0);
    up.run("receipts", "70", "--config", of70).expecting(1);
    assertTrue(
        up.run("unit", "list").expecting(0).lines().stream()
            .anyMatch(line -> line.matches("70 +- +unit-75")));
    up.run("unit", "suspend", "75").expecting(0);
    up.run("receipts", "75", "--config", of75).expecting(1);
    String again = up.run("unit", "suspend", "75").expecting(0).err();
    assertTrue(again.contains("unit-75 has no password and no rights"), again);
    up.run("unit", "succeed", "70", "75").expecting(1);
    assertTrue(
        trace()
            .containsAll(
                List.of("rotate reader-so-lieu", "succeed unit-70 -> unit-75", "suspend unit-75")),
        trace().toString());
  }

  @Test
  @Order(10)
  void codesThatCannotBeAreAWrongCommandLine() {
    up.run("unit", "add", "4*").expecting(2);
    up.run("unit", "add", "40.reports").expecting(2);
    up.run("reader", "add", "a b").expecting(2);
    up.run("unit", "add", "40", "--out", up.file("unit-40.properties").toString()).expecting(1);
    assertTrue(
        Invocation.of("up", "--data", up.data().toString())
            .expecting(1)
            .err()
            .contains("--secure"));
  }

  private static String comesIn(Map<String, Object> config) {
    return Attempt.answer(
        () -> {
          try (Admin admin = Admin.create(config)) {
            admin.describeCluster().nodes().get();
          }
        });
  }

  private static String address(String place) {
    return switch (place) {
      case "clients' port" -> up.bootstrap();
      case "certificates' port" -> up.mutual();
      case "internal port" -> up.hidden("internal-port");
      default -> up.hidden("controller-port");
    };
  }

  private static Set<String> done(Map<String, String> answers) {
    return answers.entrySet().stream()
        .filter(each -> each.getValue().contains("done") || each.getValue().startsWith("sees ["))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String[] words(String line) {
    return Stream.of(line.replaceFirst("^\\./tonghop ", "").split(" ", -1))
        .map(word -> word.startsWith("samples/") ? ROOT.resolve(word).toString() : word)
        .map(word -> word.matches(".*\\.(properties|xlsx)") ? up.file(word).toString() : word)
        .toArray(String[]::new);
  }

  private static void awaitNgheAn() {
    Await.until(
        "the table has Nghệ An",
        PATIENCE,
        () ->
            up.run(
                    "table",
                    "2024-Q1",
                    "CTCT-2024",
                    "--format",
                    "json",
                    "--config",
                    up.file("so-lieu.properties").toString())
                .expecting(0)
                .out()
                .contains("\"reported\":1"));
  }

  private static void awaitLog(String line) {
    Await.until(
        line, PATIENCE, () -> up.log().stream().anyMatch(each -> each.matches(".*" + line)));
  }

  /** Actions and principals of the audit topic. */
  private static List<String> trace() {
    List<String> trace = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            TopicEnd.reader(up.administrator()),
            new StringDeserializer(),
            new StringDeserializer())) {
      TopicEnd.readAll(
          consumer,
          List.of(new TopicPartition(Topics.AUDIT.name(), 0)),
          record -> {
            assertTrue(record.value().contains("\"by\":\"administrator\""), record.value());
            assertFalse(record.value().contains("password="), record.value());
            trace.add(
                record
                    .value()
                    .replaceFirst(
                        ".*\"action\":\"([^\"]+)\",\"principal\":\"([^\"]+)\".*", "$1 $2"));
          });
    }
    return trace;
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
