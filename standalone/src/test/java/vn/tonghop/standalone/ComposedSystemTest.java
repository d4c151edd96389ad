package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.console.access.Account;
import vn.tonghop.console.access.Caller;
import vn.tonghop.console.access.PasswordHash;
import vn.tonghop.console.access.PasswordHash.Cost;
import vn.tonghop.console.access.Role;
import vn.tonghop.standalone.cluster.ComposedBrokers;
import vn.tonghop.standalone.cluster.PageProcess;
import vn.tonghop.standalone.cluster.RunProcess;
import vn.tonghop.standalone.security.AccountsOnDisk;
import vn.tonghop.standalone.security.ClusterSecrets;

/**
 * docker-compose.yml without containers: its brokers, its setup, its registry and a roll-up of it,
 * with the settings and commands that stand there, and the secrets that are made for it. Then unit
 * 40 sends and is answered.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class ComposedSystemTest {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String HOST = "127.0.0.1";
  private static final String SECRETS = "/run/secrets";
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int CONFLICT = 409;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String PASSWORD = "mot mat khau dai";

  private final Composed compose;
  private final Path folder;
  private final Path data;
  private final String registry;
  private final int registryPort = TestPort.free();

  ComposedSystemTest(@TempDir Path folder) throws IOException {
    this.compose = Composed.read();
    this.folder = folder;
    this.data = folder.resolve("deployment");
    this.registry = "http://" + HOST + ":" + registryPort + "/apis/ccompat/v7";
  }

  @Test
  void unitFortyIsAnsweredAndACopyOfTheBrokersFoldersHoldsAll() throws Exception {
    try (ComposedBrokers brokers = new ComposedBrokers(environments())) {
      Path secrets =
          ClusterSecrets.write(
              data, brokers.plan(registry), Map.of("application.id", "tonghop-roll-up"));
      bePatient(secrets.resolve("administrator.properties"));
      bePatient(secrets.resolve("setup.properties"));
      bePatient(secrets.resolve("monitor.properties"));
      brokers.start(folder.resolve("brokers"), secrets);
      setUp(brokers, secrets);
      String before;
      try (Registry served = new Registry();
          RunProcess rollUp = rollUp("roll-up-1", brokers, secrets)) {
        served.requireAlive();
        rollUp.awaitReady();
        unitFortySends();
        theMonitorSeesAllAndTheRegistryTakesNoOrders(secrets);
        thePageShowsUnitFortyToWhoHasAnAccount(brokers, secrets);
        before = figures(secrets);
        rollUp.end();
      }
      brokers.end();
      putBackFromACopy();
      brokers.startAgain();
      try (Registry served = new Registry();
          RunProcess rollUp = rollUp("roll-up-2", brokers, secrets)) {
        served.requireAlive();
        rollUp.awaitReady();
        assertEquals(before, figures(secrets));
        // Judged by what the roll-up knew, restored from the brokers alone; as itself still.
        assertTrue(submit(folder.resolve("unit-40.properties")).contains("duplicate"));
      }
    }
  }

  /** As docs/backup.md has it: nothing of a roll-up is kept. */
  private void putBackFromACopy() throws IOException {
    List<Path> folders = new ArrayList<>(List.of(folder.resolve("registry")));
    environments()
        .keySet()
        .forEach(broker -> folders.add(folder.resolve("brokers").resolve(broker).resolve("data")));
    for (Path kept : folders) {
      Path copy = folder.resolve("copy").resolve(folder.relativize(kept));
      Folders.copy(kept, copy);
      Folders.delete(kept);
      Folders.copy(copy, kept);
    }
  }

  /** What stands in the tables, and every receipt of unit 40. */
  private String figures(Path secrets) {
    String administrator = secrets.resolve("administrator.properties").toString();
    String table =
        Invocation.of(
                "table",
                "2024-Q1",
                "CTCT-2024",
                "--format",
                "json",
                "--lang",
                "en",
                "--config",
                administrator)
            .expecting(0)
            .out();
    String receipts =
        Invocation.of("receipts", "40", "--lang", "en", "--config", administrator)
            .expecting(0)
            .out();
    return table + receipts;
  }

  private Map<String, Map<String, String>> environments() {
    Map<String, Map<String, String>> environments = new TreeMap<>();
    compose.services().stream()
        .filter(service -> service.startsWith("broker-"))
        .forEach(broker -> environments.put(broker, compose.environment(broker)));
    assertEquals(3, environments.size());
    return environments;
  }

  private void setUp(ComposedBrokers brokers, Path secrets) {
    List<String> command = here(compose.list("setup", "command"), secrets);
    command.addAll(List.of("--bootstrap", brokers.bootstrap("INTERNAL"), "--registry", registry));
    assertTrue(Invocation.of(command).expecting(0).out().startsWith("units="));
  }

  /** The same command as in a container, with this machine's folders. */
  private List<String> here(List<String> command, Path secrets) {
    List<String> here = new ArrayList<>();
    command.forEach(
        word ->
            here.add(
                word.replace(SECRETS, secrets.toString())
                    .replaceFirst("^/registry$", folder.resolve("registry").toString())
                    .replace("/opt/tonghop", Composed.ROOT.toString())));
    return here;
  }

  /** The registry that everybody reads, as its image starts it. */
  private final class Registry implements AutoCloseable {
    private final Process process;

    Registry() throws IOException {
      ProcessBuilder builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-javaagent:" + Distribution.find().parentWatch(),
              "-Xmx192m",
              "-XX:TieredStopAtLevel=1",
              "-jar",
              runner().toString());
      compose
          .environment("registry")
          .forEach(
              (name, value) ->
                  builder
                      .environment()
                      .put(name, value.replace(":/registry/", ":" + folder + "/registry/")));
      builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(registryPort));
      builder.environment().put("QUARKUS_HTTP_HOST", HOST);
      builder.environment().put("QUARKUS_MANAGEMENT_PORT", "0");
      builder.environment().put("QUARKUS_MANAGEMENT_HOST", HOST);
      process =
          builder
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("registry.log").toFile())
              .start();
      Await.until("the registry answers", PATIENCE, this::isReadable);
    }

    void requireAlive() {
      assertTrue(process.isAlive(), () -> "the registry has ended:\n" + log());
    }

    private boolean isReadable() {
      requireAlive();
      try {
        HttpResponse<String> answer = ask(HttpRequest.newBuilder().GET(), "/subjects");
        // Once it answers it knows everything.
        assertTrue(
            answer.statusCode() != OK || answer.body().contains("vn.tonghop.ProgressReport"),
            answer.body());
        return answer.statusCode() == OK;
      } catch (IOException notYet) {
        return false;
      }
    }

    private String log() {
      try {
        return Files.readString(folder.resolve("registry.log"));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void close() {
      try {
        process.destroyForcibly().waitFor();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static Path runner() throws IOException {
    try (Stream<Path> files = Files.list(Distribution.find().registry())) {
      return files.filter(file -> file.toString().endsWith("-runner.jar")).findAny().orElseThrow();
    }
  }

  private HttpResponse<String> ask(HttpRequest.Builder request, String path) throws IOException {
    HttpRequest asked =
        request
            .uri(URI.create(registry + path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .build();
    try {
      return HTTP.send(asked, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private RunProcess rollUp(String service, ComposedBrokers brokers, Path secrets)
      throws IOException {
    List<String> command = here(compose.list(service, "command"), secrets);
    command.addAll(List.of("--bootstrap", brokers.bootstrap("PARTS"), "--registry", registry));
    return RunProcess.start(folder.resolve(service), command);
  }

  private void unitFortySends() throws IOException {
    Path password = folder.resolve("unit-40.properties");
    Path certificate = folder.resolve("unit-40-mtls.properties");
    administer("unit", "add", "40", "--out", password.toString());
    administer("unit", "add", "40", "--mtls", "--out", certificate.toString());
    bePatient(password);
    bePatient(certificate);
    String first = submit(password);
    assertTrue(first.contains("accepted"), first);
    String again = submit(certificate);
    assertTrue(again.contains("duplicate"), again);
  }

  private static String submit(Path settings) {
    String report = Composed.ROOT.resolve("samples/provinces-2024/40-nghe-an.jsonl").toString();
    List<Invocation> sent = new ArrayList<>();
    // Rights are in force on each broker a moment after the command; refused, nothing was sent.
    Await.until(
        "the unit may send",
        PATIENCE,
        () -> {
          sent.add(
              Invocation.of(
                  "submit", report, "--wait", "--lang", "en", "--config", settings.toString()));
          return !sent.get(sent.size() - 1).err().contains("does not allow it");
        });
    Invocation last = sent.get(sent.size() - 1).expecting(0);
    return last.out() + last.err();
  }

  private void administer(String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--data", data.toString(), "--lang", "en"));
    Invocation.of(arguments).expecting(0);
  }

  private void theMonitorSeesAllAndTheRegistryTakesNoOrders(Path secrets) throws IOException {
    Path monitor = secrets.resolve("monitor.properties");
    String lag = Invocation.of("lag", "--config", monitor.toString()).expecting(0).out();
    assertTrue(lag.contains("OK       intake  40 "), lag);
    String schema = "{\"schema\":\"\\\"string\\\"\"}";
    HttpResponse<String> written =
        ask(
            HttpRequest.newBuilder().POST(BodyPublishers.ofString(schema)),
            "/subjects/Other/versions");
    assertEquals(CONFLICT, written.statusCode(), written.body());
  }

  /** With the file's command; only where the folder and the port are is this machine's. */
  private void thePageShowsUnitFortyToWhoHasAnAccount(ComposedBrokers brokers, Path secrets)
      throws Exception {
    Path page = secrets.resolve("page");
    Account lan =
        new Account(new Caller("lan", Role.VIEWER, null), PasswordHash.of(PASSWORD, Cost.DEFAULT));
    AccountsOnDisk.change(page.resolve("console-users"), accounts -> accounts.put("lan", lan));
    Path own = folder.resolve("page-here.properties");
    Files.writeString(
        own, "console.tls.keystore=" + page.resolve("page.p12") + System.lineSeparator());
    bePatient(own);
    List<String> command = new ArrayList<>();
    here(compose.list("console", "command"), secrets)
        .forEach(word -> command.add(word.replaceFirst("^/page/", page + "/")));
    command.set(command.indexOf("--port") + 1, "0");
    command.addAll(List.of("--data", page.toString(), "--config", own.toString()));
    command.addAll(List.of("--bootstrap", brokers.bootstrap("PARTS"), "--registry", registry));
    try (PageProcess running = PageProcess.start(folder.resolve("page"), command)) {
      running.awaitReady(page.resolve("ca.pem"));
      assertEquals(UNAUTHORIZED, running.get("/api/v1/tables", "lan", "guessed").statusCode());
      HttpResponse<String> table = running.get("/en/tables/CTCT-2024/2024-Q1", "lan", PASSWORD);
      assertEquals(OK, table.statusCode(), table.body());
      assertTrue(table.body().contains("id=\"unit-40\""), table.body());
    }
  }

  private static void bePatient(Path settings) throws IOException {
    Files.writeString(settings, Patient.LINES, StandardOpenOption.APPEND);
  }
}
