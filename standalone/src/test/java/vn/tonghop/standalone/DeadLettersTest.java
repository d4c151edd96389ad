package vn.tonghop.standalone;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
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
import vn.tonghop.standalone.alerts.Prometheus;
import vn.tonghop.standalone.letters.DeadLetters;
import vn.tonghop.standalone.letters.Letter;
import vn.tonghop.standalone.letters.LetterLedger;
import vn.tonghop.standalone.letters.LetterName;

/** One {@code up --secure} whose operator looks after what was rejected. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class DeadLettersTest {

  private static final Path ROOT = Path.of(System.getProperty("tonghop.root"));
  private static final Path CATALOGUES =
      ROOT.resolve("domain/src/main/resources/vn/tonghop/domain/reference");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] RUBBISH = "no report\u001b[2J\u202e".getBytes(StandardCharsets.UTF_8);

  private static SecureUp up;
  private static @Nullable Prometheus watching;

  /** Letters of the walk by their names in the document. */
  private static final Map<String, String> NAMES = new HashMap<>();

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    up = SecureUp.start(folder);
  }

  @AfterAll
  static void end() {
    if (watching != null) {
      watching.close();
    }
    up.close();
  }

  /** docs/dead-letters.md, line by line. */
  @Test
  @Order(1)
  void fromRubbishToAFigureAsTheDocumentHasIt() throws Exception {
    Map<String, List<Invocation>> said = new HashMap<>();
    String text = Files.readString(ROOT.resolve("docs/dead-letters.md"));
    String json = text.substring(text.indexOf("```json\n") + 8, text.indexOf("```\n\n`submit`"));
    Files.writeString(up.file("bao-cao.json"), json);
    int commands = 0;
    int asked = 0;
    boolean watched = Prometheus.isInstalled();
    for (String line : text.lines().toList()) {
      if (line.startsWith("<!-- the province's system")) {
        for (int i = 0; i < 2; i++) {
          send("40", null, RUBBISH, List.of());
          NAMES.put("0-" + 2 * i, awaitLetters(i + 1).get(i).path("name").asText());
        }
      } else if (!watched && line.matches("(prometheus|promtool|sed|cp -r etc/prometheus) .*")) {
        System.out.println("prometheus (Debian's package) is not installed, not run: " + line);
      } else if (line.startsWith("prometheus ")) {
        watch();
      } else if (line.startsWith("promtool ")) {
        awaitAlert(line, asked++ == 0);
      } else if (line.matches("(cp|echo|sed) .*")) {
        shell(line);
      } else if (line.startsWith("./tonghop ") && !line.startsWith("./tonghop up ")) {
        if (line.contains(" table ")) {
          awaitReported("40");
        }
        Invocation done = up.run(words(line)).expecting(line.contains("submit") ? 1 : 0);
        said.computeIfAbsent(line, each -> new ArrayList<>()).add(done);
        commands++;
        if (line.contains(" submit ")) {
          NAMES.put("0-4", awaitLetters(3).get(2).path("name").asText());
        }
      }
    }
    assertEquals(13, commands, "commands of the document");
    assertEquals(watched ? 2 : 0, asked, "questions to Prometheus");
    List<Invocation> lists = said.getOrDefault("./tonghop dead-letters list", List.of());
    String units =
        said("./tonghop lag --units --config data/security/administrator.properties", said);
    assertTrue(units.matches("(?s).*\n40 .* 3 +E01 × 2, E13 × 1 *\n.*"), units);
    assertEquals(3, lists.get(0).lines().size(), lists.get(0).out());
    assertTrue(lists.get(0).out().contains("E13 cấp giao hoặc lĩnh vực / authority or field"));
    assertEquals("", lists.get(1).out(), "nothing is open any more");
    String rubbish = said("./tonghop dead-letters show 0-0", said);
    assertTrue(rubbish.contains("6e 6f 20 72 65 70 6f 72 74 1b"), rubbish);
    assertTrue(rubbish.contains("The record is not in the registry's Avro format"), rubbish);
    String shown = said("./tonghop dead-letters show 0-4", said);
    assertTrue(shown.contains("E13 tasks[0].field: No field of work has the code DIGITAL"), shown);
    assertTrue(shown.contains("\"title\" : \"Đưa hồ sơ cán bộ lên nền tảng số\""), shown);
    assertTrue(shown.contains("reference load"), shown);
    String replayed = said("./tonghop dead-letters replay 0-4", said);
    assertTrue(replayed.contains("40 CTCT-2024 2024-Q1 revision 1: ACCEPTED"), replayed);
    String closed = said("./tonghop dead-letters list --all", said);
    assertTrue(closed.contains("dropped by \"Trần Thị Bình\": \"No report;"), closed);
    assertTrue(closed.contains("replayed: tonghop.reports.40-0@3"), closed);
    String table =
        said(
            "./tonghop table 2024-Q1 CTCT-2024 --config data/security/administrator.properties",
            said);
    assertTrue(table.contains("\nNghe An ‡ "), table);
  }

  @Test
  @Order(2)
  void sentAgainItHasTheBytesOfTheFirstAndAHeaderThatNamesTheLetter() {
    List<ConsumerRecord<byte[], byte[]>> reports = read("tonghop.reports.40");
    assertEquals(4, reports.size());
    assertArrayEquals(reports.get(2).value(), reports.get(3).value());
    assertArrayEquals(reports.get(2).key(), reports.get(3).key());
    Header[] headers = reports.get(3).headers().toArray();
    assertEquals(1, headers.length);
    assertEquals("tonghop.replay-of", headers[0].key());
    LetterName letter = LetterName.parse(NAMES.getOrDefault("0-4", "")).orElseThrow();
    assertEquals(letter.coordinates(), new String(headers[0].value(), StandardCharsets.UTF_8));
  }

  @Test
  @Order(3)
  void whatWasSentAgainIsNotSentAgainUnlessAskedFor() {
    String name = NAMES.getOrDefault("0-4", "");
    Invocation again = run("replay", name).expecting(0);
    assertTrue(again.err().contains("replayed before, not sent again"), again.err());
    assertTrue(again.out().contains("revision 1: ACCEPTED"), "its receipt: " + again.out());
    assertEquals(4, read("tonghop.reports.40").size());
    run("replay", "--unit", "40").expecting(0);
    assertEquals(4, read("tonghop.reports.40").size());
    Invocation twice = run("replay", name, "--again", "--format", "json").expecting(0);
    assertEquals("DUPLICATE", json(twice.out()).at("/receipt/outcome").asText());
    assertEquals(5, read("tonghop.reports.40").size());
    run("drop", name, "--by", "Bình", "--reason", "late").expecting(1);
  }

  /** The catalogues lacked a unit for a while. */
  @Test
  @Order(4)
  void aReportOfAUnitThatWasWronglyMissingCountsAfterTheMend() throws Exception {
    Path wrong = Files.createDirectory(up.file("wrong"));
    for (String file :
        List.of("programmes.csv", "indicators.csv", "authorities.csv", "fields.csv")) {
      Files.copy(CATALOGUES.resolve(file), wrong.resolve(file));
    }
    List<String> units = Files.readAllLines(CATALOGUES.resolve("reporting-units.csv"));
    Files.write(
        wrong.resolve("reporting-units.csv"),
        units.stream().filter(row -> !row.startsWith("22,")).toList());
    load(wrong);
    up.run("unit", "add", "22", "--out", up.file("unit-22.properties").toString()).expecting(0);
    Path report = up.file("22.json");
    Files.writeString(
        report,
        Files.readString(up.file("bao-cao.json"))
            .replace("\"40\"", "\"22\"")
            .replace("DIGITAL", "CADRES"));
    Invocation sent =
        up.run(
            "submit",
            "--force",
            "--wait",
            "--config",
            up.file("unit-22.properties").toString(),
            report.toString());
    assertTrue(sent.expecting(1).out().contains("E02"), sent.out());
    awaitOpen(1);
    Invocation rejected = run("replay", "--code", "E02", "--unit", "22").expecting(1);
    assertTrue(rejected.out().contains("REJECTED"), "not mended yet: " + rejected.out());
    // The first is replayed; what was rejected again is another letter, and open.
    awaitOpen(1);
    assertFalse(reported().contains("\"22\""));
    load(CATALOGUES);
    Invocation listed = run("replay", "--code", "E02", "--dry-run").expecting(0);
    assertEquals(1, listed.lines().size(), listed.out());
    Invocation replayed = run("replay", "--code", "E02").expecting(0);
    assertTrue(
        replayed.out().contains("22 CTCT-2024 2024-Q1 revision 1: ACCEPTED"), replayed.out());
    awaitReported("22");
    assertEquals(List.of(), open());
    List<ConsumerRecord<byte[], byte[]>> sentTwice = read("tonghop.reports.22");
    assertEquals(3, sentTwice.size());
    assertEquals(1, sentTwice.get(2).headers().toArray().length, "the former link is replaced");
  }

  @Test
  @Order(5)
  void whoeverIsKilledBeforeTheCommitHasSentNothingAndCannotSendItLater() {
    send(
        "40",
        null,
        "killed".getBytes(StandardCharsets.UTF_8),
        List.of(new RecordHeader("trace", new byte[] {1})));
    String name = awaitOpen(1).get(0).path("name").asText();
    int before = read("tonghop.reports.40").size();
    try (KafkaProducer<byte[], byte[]> killed =
            new KafkaProducer<>(
                LetterLedger.transactional(up.administrator()),
                new ByteArraySerializer(),
                new ByteArraySerializer()) {
              private boolean dead;

              @Override
              public void commitTransaction() {
                if (!dead) {
                  dead = true;
                  throw new Killed();
                }
                super.commitTransaction();
              }
            };
        DeadLetters letters = DeadLetters.open(up.administrator())) {
      LetterLedger ledger = new LetterLedger(killed, up.administrator());
      ledger.begin();
      List<Letter> one = List.of(letters.find(LetterName.parse(name).orElseThrow()).orElseThrow());
      assertThrows(Killed.class, () -> ledger.replay(one));
      assertEquals(before, read("tonghop.reports.40").size(), "nothing is committed");
      run("replay", name).expecting(1);
      assertEquals(before + 1, read("tonghop.reports.40").size());
      assertThrows(KafkaException.class, killed::commitTransaction);
    }
    List<ConsumerRecord<byte[], byte[]>> reports = read("tonghop.reports.40");
    assertEquals(before + 1, reports.size(), "sent once");
    assertEquals(
        List.of("trace", "tonghop.replay-of"),
        Stream.of(reports.get(before).headers().toArray()).map(Header::key).toList());
    assertEquals(1, traced(name).size(), "and said once");
    // Rejected again, it is another letter.
    String rejected = awaitOpen(1).get(0).path("name").asText();
    run("drop", rejected, "--by", "Bình", "--reason", "a test").expecting(0);
  }

  @Test
  @Order(6)
  void nothingIsDroppedWithoutANameAndAReasonAndItStaysInItsTopic() {
    send("40", null, RUBBISH, List.of());
    String name = awaitOpen(1).get(0).path("name").asText();
    int letters = all().size();
    run("drop", name).expecting(2);
    run("drop", name, "--by", "Bình").expecting(2);
    run("drop", name, "--reason", "x").expecting(2);
    run("drop", name, "--by", " ", "--reason", "x").expecting(2);
    run("drop", name, "--by", "Bình", "--reason", "").expecting(2);
    run("drop", "--by", "Bình", "--reason", "x").expecting(2);
    run("drop", "0-999999", name, "--by", "Bình", "--reason", "x").expecting(1);
    assertEquals(1, open().size(), "all or none");
    run("drop", name, "--by", "Bình", "--reason", "x").expecting(0);
    Invocation twice = run("drop", name, "--by", "An", "--reason", "y").expecting(0);
    assertTrue(twice.err().contains("unchanged, dropped by \"Bình\": \"x\""), twice.err());
    assertEquals(letters, all().size());
    List<JsonNode> said = traced(name);
    assertEquals(1, said.size());
    assertEquals("administrator", said.get(0).path("by").asText());
    assertEquals("Bình", said.get(0).path("person").asText());
    assertEquals("x", said.get(0).path("reason").asText());
    assertEquals("unit-40", said.get(0).path("principal").asText());
    Invocation closed = run("replay", name).expecting(1);
    assertTrue(closed.err().contains("dropped by \"Bình\": \"x\""), closed.err());
  }

  @Test
  @Order(7)
  void aSendersBytesAreShownWithoutTouchingTheTerminalAndGivenBackWhole() throws IOException {
    String hostile = "\u001b]0;x\u0007\u202e\u2066";
    byte[] bytes = (hostile + "x".repeat(5_000)).getBytes(StandardCharsets.UTF_8);
    List<Header> headers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      headers.add(new RecordHeader("h" + hostile, bytes.clone()));
    }
    send("40", hostile.getBytes(StandardCharsets.UTF_8), bytes, headers);
    String name = awaitOpen(1).get(0).path("name").asText();
    Path raw = up.file("raw.bin");
    for (List<String> command :
        List.of(
            List.of("list"),
            List.of("list", "--format", "json"),
            List.of("show", name),
            List.of("show", name, "--format", "json"))) {
      String out = run(command.toArray(String[]::new)).expecting(0).out();
      assertTrue(
          out.codePoints()
              .allMatch(
                  point ->
                      point == '\n'
                          || (Character.getType(point) != Character.CONTROL
                              && Character.getType(point) != Character.FORMAT)),
          out);
    }
    String shown = run("show", name, "--raw", raw.toString()).expecting(0).out();
    assertTrue(shown.contains("\"\\u001B]0;x\\u0007\\u202E\\u2066\" ("), shown);
    assertTrue(shown.contains("… 10"), "headers that are not listed: " + shown);
    assertTrue(shown.length() < 40_000, "bounded: " + shown.length());
    assertArrayEquals(bytes, Files.readAllBytes(raw));
    run("show", name, "--raw", raw.toString()).expecting(1);
    run("show", "0-999999").expecting(1);
    run("drop", name, "--by", "Bình", "--reason", "a test").expecting(0);
  }

  @Test
  @Order(8)
  void lettersAreListedByUnitCodeAndTime() {
    List<JsonNode> all = all();
    int letters = all.size();
    assertEquals(2, lines("--all", "--unit", "22"));
    assertEquals(2, lines("--all", "--code", "E02"));
    assertEquals(3, lines("--all", "--code", "E02,E13"));
    assertEquals(0, lines("--all", "--unit", "2"));
    String at = all.get(2).path("at").asText();
    assertEquals(letters - 2, lines("--all", "--from", at));
    assertEquals(2, lines("--all", "--to", at));
    assertEquals(letters, lines("--all", "--from", "2000-01-01", "--to", "2999-12-31"));
    assertEquals(0, lines("--all", "--from", "2999-01-01"));
    run("list", "--open", "--all").expecting(2);
    run("list", "--code", "W01").expecting(2);
    run("list", "--from", "yesterday").expecting(2);
    run("show", "17").expecting(2);
    run("replay").expecting(2);
    run("replay", "0-0", "--unit", "40").expecting(2);
    up.run("dead-letters").expecting(2);
  }

  @Test
  @Order(9)
  void nobodyButTheAdministratorMay() {
    String of40 = up.file("unit-40.properties").toString();
    up.run("reader", "add", "so-lieu", "--out", up.file("so-lieu.properties").toString())
        .expecting(0);
    String ofReader = up.file("so-lieu.properties").toString();
    String name = NAMES.getOrDefault("0-4", "");
    for (String config : List.of(of40, ofReader)) {
      run("list", "--config", config).expecting(1);
      run("show", name, "--config", config).expecting(1);
      run("replay", name, "--config", config).expecting(1);
      Invocation refused =
          run("drop", name, "--by", "x", "--reason", "y", "--config", config).expecting(1);
      assertTrue(refused.err().contains("The broker does not allow it"), refused.err());
    }
  }

  /** Last, since the roll-up leaves unit 40 alone from here on. */
  @Test
  @Order(10)
  void whatWasSentBeforeIsToldWhenItsReceiptsTopicIsGone() throws Exception {
    try (Admin admin = Admin.create(up.administrator())) {
      String receipts = Topics.receipts("40").name();
      admin.deleteTopics(List.of(receipts)).all().get();
      Await.until(
          "the broker has it no more",
          Duration.ofMinutes(1),
          () -> {
            try {
              return !admin.listTopics().names().get().contains(receipts);
            } catch (InterruptedException | ExecutionException e) {
              throw new AssertionError(e);
            }
          });
    }
    Invocation told = run("replay", NAMES.getOrDefault("0-4", "")).expecting(1);
    assertTrue(told.err().contains("replayed before, not sent again"), told.err());
    assertTrue(told.out().contains("no receipt yet"), told.out());
  }

  private static String said(String line, Map<String, List<Invocation>> said) {
    Invocation done = said.getOrDefault(line, List.of()).get(0);
    return done.out() + done.err();
  }

  private static Invocation run(String... command) {
    List<String> words = new ArrayList<>(List.of("dead-letters"));
    words.addAll(List.of(command));
    return up.run(words.toArray(String[]::new));
  }

  private static void load(Path folder) {
    up.run(
            "reference",
            "load",
            folder.toString(),
            "--config",
            up.data().resolve("security/administrator.properties").toString())
        .expecting(0);
  }

  private static int lines(String... options) {
    List<String> command = new ArrayList<>(List.of("list"));
    command.addAll(List.of(options));
    return run(command.toArray(String[]::new)).expecting(0).lines().size();
  }

  private static List<JsonNode> all() {
    return run("list", "--all", "--format", "json").expecting(0).lines().stream()
        .map(DeadLettersTest::json)
        .toList();
  }

  private static List<JsonNode> open() {
    return run("list", "--format", "json").expecting(0).lines().stream()
        .map(DeadLettersTest::json)
        .toList();
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError(line, e);
    }
  }

  private static List<JsonNode> awaitLetters(int count) {
    return await(count, "dead letters", DeadLettersTest::all);
  }

  private static List<JsonNode> awaitOpen(int count) {
    return await(count, "open dead letters", DeadLettersTest::open);
  }

  private static List<JsonNode> await(int count, String what, Supplier<List<JsonNode>> letters) {
    List<JsonNode> seen = new ArrayList<>();
    Await.until(
        count + " " + what,
        PATIENCE,
        () -> {
          seen.clear();
          seen.addAll(letters.get());
          return seen.size() == count;
        });
    return List.copyOf(seen);
  }

  private static void awaitReported(String unit) {
    Await.until(
        "the table has " + unit, PATIENCE, () -> reported().contains("\"code\":\"" + unit + "\""));
  }

  private static String reported() {
    JsonNode table =
        json(
            up.run(
                    "table",
                    "2024-Q1",
                    "CTCT-2024",
                    "--format",
                    "json",
                    "--config",
                    up.data().resolve("security/administrator.properties").toString())
                .expecting(0)
                .out());
    return table.path("byUnit").toString();
  }

  /** What the trace says of a letter. */
  private static List<JsonNode> traced(String name) {
    return read(Topics.AUDIT.name()).stream()
        .map(entry -> json(new String(entry.value(), StandardCharsets.UTF_8)))
        .filter(entry -> entry.path("letter").asText().equals(name))
        .toList();
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    Map<String, Object> reading = TopicEnd.reader(up.administrator());
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      TopicEnd.readAll(consumer, List.of(new TopicPartition(topic, 0)), records::add);
    }
    return records;
  }

  private static void send(String unit, byte @Nullable [] key, byte[] value, List<Header> headers) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            up.administrator(), new ByteArraySerializer(), new ByteArraySerializer())) {
      Future<RecordMetadata> sent =
          producer.send(
              new ProducerRecord<>(Topics.reports(unit).name(), 0, null, key, value, headers));
      assertTrue(sent.get().hasOffset());
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  /** Looks often, so that nobody waits for long; the rules are the document's. */
  private static void watch() throws IOException {
    Path settings = up.file("watching/prometheus.yml");
    String often = Files.readString(settings).replace(" 15s", " 2s");
    Files.writeString(settings, often);
    watching = Prometheus.start(settings, Files.createDirectory(up.file("watched")));
  }

  /** That it fires for the unit, or for nobody. */
  private static void awaitAlert(String question, boolean fires) {
    String line =
        question.replace("http://127.0.0.1:9090", requireNonNull(watching, "watching").url());
    Await.until(
        question + (fires ? " tells of 40" : " tells nothing"),
        PATIENCE,
        () -> {
          String answer = answer(line);
          return fires ? answer.contains("unit=\"40\"") : answer.isBlank();
        });
  }

  private static String answer(String line) {
    try {
      return OtherProgram.run(up.data(), List.of("sh", "-c", line)).expecting(0).out();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(line, e);
    }
  }

  /** Copies and changes files, as the document says. */
  private static void shell(String line) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder(
                "sh",
                "-c",
                line.replace("domain/src/", ROOT + "/domain/src/")
                    .replace("etc/prometheus ", ROOT + "/etc/prometheus ")
                    .replace("127.0.0.1:8085", up.health().getAuthority()))
            .directory(requireNonNull(up.data().getParent()).toFile())
            .inheritIO()
            .start();
    assertEquals(0, shell.waitFor(), line);
  }

  private static String[] words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line.replaceFirst("^\\./tonghop ", ""));
    while (word.find()) {
      String text = word.group(1) == null ? word.group(2) : word.group(1);
      boolean file = text.matches(".*\\.(properties|json)|danh-muc");
      words.add(file ? up.file(text).toString() : NAMES.getOrDefault(text, text));
    }
    return words.toArray(String[]::new);
  }

  /** Ends a thread where a signal would end the process. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
