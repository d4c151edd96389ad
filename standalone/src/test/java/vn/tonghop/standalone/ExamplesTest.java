package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.schemas.serde.RegistryAvroDeserializer;
import vn.tonghop.schemas.serde.RegistryAvroSerializer;

/**
 * The programs of {@code examples}, each as a unit of its own, on one {@code up --secure}: a
 * registry that refuses to register anything, and a broker that asks who comes.
 */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class ExamplesTest {

  private static final Path EXAMPLES =
      Path.of(System.getProperty("tonghop.root")).resolve("examples");

  /** The modules that the example imports are Debian's, and so is their interpreter. */
  private static final String PYTHON = "/usr/bin/python3";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static SecureUp up;

  private int reports;

  @BeforeAll
  static void start() throws IOException {
    up = SecureUp.start(folder);
  }

  @AfterAll
  static void end() {
    up.close();
  }

  @Test
  void theOnesInNodeAreAnsweredAndReadWhatIsCommitted() throws Exception {
    assumeTrue(OtherProgram.runs("node", "--version"), "Node.js is not installed: not run");
    assumeTrue(OtherProgram.runs("npm", "--version"), "npm is not installed: not run");
    Path copy = Files.createDirectory(folder.resolve("node"));
    for (String file :
        List.of(
            "package.json",
            "package-lock.json",
            "settings.js",
            "report.js",
            "send.js",
            "read.js")) {
      Files.copy(EXAMPLES.resolve("node").resolve(file), copy.resolve(file));
    }
    OtherProgram installed =
        OtherProgram.run(
            copy,
            List.of(
                "npm",
                "ci",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--fetch-timeout=20000",
                "--fetch-retries=4",
                "--fetch-retry-mintimeout=2000",
                "--fetch-retry-maxtimeout=5000",
                "--prefer-offline"));
    assumeTrue(
        !installed
            .err()
            .matches(
                "(?s).*\\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|EPIPE|E[A-Z_]*TIMEOUT|ETIMEDOUT|E429|E50\\d|socket hang up)\\b.*"),
        () -> "npm's registry is out of reach: not run. " + installed.err());
    installed.expecting(0);
    Path settings = settings("40");
    String send = copy.resolve("send.js").toString();
    isAnswered("40", settings, "node", send);
    isADuplicate("40", settings, "node", send);
    readsWhatIsCommitted("node", List.of(), "node", copy.resolve("read.js").toString());
  }

  @Test
  void theOnesInPythonAreAnsweredAndReadWhatIsCommitted() throws Exception {
    assumeTrue(
        OtherProgram.runs(PYTHON, "-c", "import confluent_kafka, avro"),
        "Debian's python3-confluent-kafka and python3-avro are not installed: not run");
    String send = EXAMPLES.resolve("python/send.py").toString();
    Path settings = settings("48", "--mtls");
    isAnswered("48", settings, PYTHON, "-B", send);
    isADuplicate("48", settings, PYTHON, "-B", send);
    readsWhatIsCommitted(
        "python", List.of("--mtls"), PYTHON, "-B", EXAMPLES.resolve("python/read.py").toString());
  }

  @Test
  void theOnesInJavaAreAnsweredAndReadWhatIsCommitted() throws Exception {
    isAnswered("38", settings("38"), java(EXAMPLES.resolve("java/SendReport.java")));
    readsWhatIsCommitted("java", List.of(), java(EXAMPLES.resolve("java/ReadTopics.java")));
  }

  /** Confluent's classes are not here; ours stand for them, by the same settings. */
  @Test
  void theOneForConfluentsSerializerIsAnsweredWithOursInItsPlace() throws Exception {
    Path settings = settings("31");
    Files.writeString(
        settings,
        "value.serializer=%s\nvalue.deserializer=%s\n"
            .formatted(
                RegistryAvroSerializer.class.getName(), RegistryAvroDeserializer.class.getName()),
        StandardOpenOption.APPEND);
    isAnswered("31", settings, java(EXAMPLES.resolve("java-confluent/SendReport.java")));
  }

  @Test
  void theRegistryTellsTheSchemaOfReports() throws Exception {
    assumeTrue(OtherProgram.runs("curl", "--version"), "curl is not installed: not run");
    OtherProgram asked =
        OtherProgram.run(
            folder, List.of(EXAMPLES.resolve("registry.sh").toString(), up.registry().toString()));
    List<String> said = asked.expecting(0).out().lines().toList();
    assertTrue(said.get(0).contains("\"vn.tonghop.ProgressReport\""), said.get(0));
    JsonNode latest = JSON.readTree(said.get(2));
    JsonNode byId = JSON.readTree(said.get(3));
    assertTrue(latest.get("id").isInt(), said.get(2));
    assertEquals(latest.get("schema").asText(), byId.get("schema").asText());
  }

  /** A report that counts, and one that is wrong. */
  private void isAnswered(String unit, Path settings, String... program) throws Exception {
    JsonNode first = JSON.readTree(send(0, program, settings, report(unit)));
    assertEquals("ACCEPTED_WITH_WARNINGS", first.get("outcome").asText(), first::toString);
    assertEquals(1, first.get("countsNow").asInt(), first::toString);
    Await.until("the table counts unit " + unit, PATIENCE, () -> isCounted(unit));

    String wrong =
        report(unit)
            .replace("\"revision\": 1", "\"revision\": 2")
            .replace("\"percent\": 100", "\"percent\": 90");
    JsonNode rejected = JSON.readTree(send(1, program, settings, wrong));
    assertEquals("REJECTED", rejected.get("outcome").asText(), rejected::toString);
    assertEquals("E10", rejected.get("errors").get(0).get("code").asText(), rejected::toString);
    assertEquals(1, rejected.get("countsNow").asInt(), rejected::toString);
  }

  private void isADuplicate(String unit, Path settings, String... program) throws Exception {
    JsonNode again = JSON.readTree(send(0, program, settings, report(unit)));
    assertEquals("DUPLICATE", again.get("outcome").asText(), again::toString);
  }

  private String send(int exit, String[] program, Path settings, String report)
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("report-" + ++reports + ".json"), report);
    List<String> command = new ArrayList<>(List.of(program));
    command.add(settings.toString());
    command.add(file.toString());
    OtherProgram sent = OtherProgram.run(folder, command).expecting(exit);
    assertEquals(1, sent.out().lines().count(), sent::toString);
    return sent.out();
  }

  private static String report(String unit) throws IOException {
    String report = Files.readString(EXAMPLES.resolve("report.json"));
    assertTrue(report.contains("\"unit\": \"40\""), report);
    return report.replace("\"unit\": \"40\"", "\"unit\": \"" + unit + "\"");
  }

  private static boolean isCounted(String unit) {
    Invocation table =
        up.run("table", "2024-Q1", "CTCT-2024", "--format", "json", "--config", administrator());
    assertFalse(table.exit() > 1, table::err);
    if (table.exit() == 1) {
      return false;
    }
    for (JsonNode row : read(table.out()).get("byUnit")) {
      if (row.get("code").asText().equals(unit)) {
        assertEquals(2, row.get("assigned").asInt(), row::toString);
        assertEquals("-40.5", row.get("indicators").get(0).get("value").asText(), row::toString);
        return true;
      }
    }
    return false;
  }

  /**
   * A reader sees the newest record of each key: not what was taken back, and nothing of a
   * transaction that was given up.
   */
  private void readsWhatIsCommitted(String name, List<String> issuing, String... program)
      throws Exception {
    Written.once();
    Path settings = up.file("reader-" + name + ".properties");
    List<String> add =
        new ArrayList<>(List.of("reader", "add", name, "--out", settings.toString()));
    add.addAll(issuing);
    up.run(add.toArray(String[]::new)).expecting(0);

    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(settings.toString(), name, "tonghop.tables", "tonghop.standings"));
    JsonNode table = table();
    List<String> said = OtherProgram.run(folder, command).expecting(0).out().lines().toList();
    Map<String, JsonNode> read = new HashMap<>();
    said.forEach(
        line ->
            read.put(
                read(line).get("topic").asText() + "|" + read(line).get("key").asText(),
                read(line)));
    assertEquals(said.size(), read.size(), () -> "one line a key: " + said);
    JsonNode total =
        Objects.requireNonNull(read.get("tonghop.tables|CTCT-2024|2024-Q1")).get("total");
    for (String measure : List.of("assigned", "completedOnTime", "openOverdue", "percentSum")) {
      assertEquals(table.get("total").get(measure).asLong(), total.get(measure).asLong(), measure);
    }
    assertTrue(
        read.containsKey("tonghop.standings|CTCT-2024|2024-Q1|" + Written.KEPT_BODY),
        said::toString);
    assertFalse(
        read.containsKey("tonghop.standings|CTCT-2024|2024-Q1|" + Written.WITHDRAWN_BODY),
        said::toString);
    assertFalse(read.containsKey("tonghop.tables|" + Written.ABORTED), said::toString);
  }

  /** What readers are to find: a report, one that was taken back, and a given-up transaction. */
  private static final class Written {

    static final String KEPT = "30";
    static final String KEPT_BODY = "30.63";
    static final String WITHDRAWN = "36";
    static final String WITHDRAWN_BODY = "36.63";
    static final String ABORTED = "CTCT-2024|2024-Q4|aborted";

    private static boolean done;

    private Written() {}

    static void once() throws Exception {
      if (done) {
        return;
      }
      for (String unit : List.of(KEPT, WITHDRAWN)) {
        String settings = settings(unit).toString();
        Path file = Files.writeString(folder.resolve("written-" + unit + ".json"), report(unit));
        up.run("submit", file.toString(), "--wait", "--config", settings).expecting(0);
      }
      Await.until("the table counts unit " + WITHDRAWN, PATIENCE, () -> hasRow(WITHDRAWN));
      up.run(
              "withdraw",
              WITHDRAWN,
              "CTCT-2024",
              "2024-Q1",
              "--yes",
              "--config",
              up.file("unit-" + WITHDRAWN + ".properties").toString())
          .expecting(0);
      Await.until("the table forgets unit " + WITHDRAWN, PATIENCE, () -> !hasRow(WITHDRAWN));
      assertTrue(hasRow(KEPT));
      giveUp();
      done = true;
    }

    private static boolean hasRow(String unit) {
      for (JsonNode row : table().get("byUnit")) {
        if (row.get("code").asText().equals(unit)) {
          return true;
        }
      }
      return false;
    }

    /** Nobody but the roll-up writes there; an administrator can. */
    private static void giveUp() throws Exception {
      Map<String, Object> config = up.administrator();
      config.put("transactional.id", "given-up");
      try (KafkaProducer<String, byte[]> producer =
          new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("tonghop.tables", ABORTED, new byte[] {1, 2, 3})).get();
        producer.abortTransaction();
      }
    }
  }

  /** The national table; without rows while there is none. */
  private static JsonNode table() {
    return read(
        up.run("table", "2024-Q1", "CTCT-2024", "--format", "json", "--config", administrator())
            .expecting(0)
            .out());
  }

  private static String administrator() {
    return up.data().resolve("security/administrator.properties").toString();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
  }

  /** What the administrator hands over. */
  private static Path settings(String unit, String... more) {
    Path file = up.file("unit-" + unit + ".properties");
    List<String> command = new ArrayList<>(List.of("unit", "add", unit, "--out", file.toString()));
    command.addAll(List.of(more));
    up.run(command.toArray(String[]::new)).expecting(0);
    return file;
  }

  /** From the source, as the document says. */
  private static String[] java(Path source) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ShortLived.options());
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), source.toString()));
    return command.toArray(String[]::new);
  }
}
