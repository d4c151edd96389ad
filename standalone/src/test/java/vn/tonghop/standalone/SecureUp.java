package vn.tonghop.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import vn.tonghop.standalone.security.SettingsText;

/** {@code up --secure} in a JVM of its own, with what it says kept in a file. */
final class SecureUp implements AutoCloseable {

  /** Commands that may change who may do what. */
  private static final Set<String> CHANGING = Set.of("unit", "reader");

  private static final Duration IN_FORCE_WITHIN = Duration.ofMinutes(1);

  private final Path folder;
  private final HelperJvm process;

  private SecureUp(Path folder, HelperJvm process) {
    this.folder = folder;
    this.process = process;
  }

  static SecureUp start(Path folder) throws IOException {
    HelperJvm process =
        HelperJvm.logging(
            folder.resolve("up.log"),
            Tonghop.class,
            "up",
            "--secure",
            "--data",
            folder.resolve("data").toString(),
            "--broker-port",
            "0",
            "--registry-port",
            "0",
            "--mtls-port",
            "0");
    if (!process.ready().get(0).equals("ready")) {
      process.close();
      throw new IOException("up said " + process.ready());
    }
    SecureUp up = new SecureUp(folder, process);
    bePatient(up.data().resolve("security/administrator.properties"));
    bePatient(up.data().resolve("security/console.properties"));
    bePatient(up.data().resolve("security/monitor.properties"));
    return up;
  }

  /** A command of this folder's administrator, or of whoever {@code --config} names. */
  Invocation run(String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--data", data().toString(), "--lang", "en"));
    Invocation done = Invocation.of(arguments);
    int out = arguments.indexOf("--out");
    if (out >= 0 && done.exit() == 0) {
      bePatient(Path.of(arguments.get(out + 1)));
    }
    if (CHANGING.contains(command[0])) {
      awaitInForce();
    }
    return done;
  }

  /**
   * What the controller has taken a broker applies a moment later, one change after the other: what
   * came before a mark is in force once the broker's own rights show the mark.
   */
  private void awaitInForce() {
    AclBinding mark =
        new AclBinding(
            new ResourcePattern(
                ResourceType.TOPIC, "mark-" + UUID.randomUUID(), PatternType.LITERAL),
            new AccessControlEntry(
                "User:nobody", "*", AclOperation.DESCRIBE, AclPermissionType.ALLOW));
    try (Admin admin = Admin.create(administrator())) {
      admin.createAcls(List.of(mark)).all().get();
      Await.until(
          "the change is in force",
          IN_FORCE_WITHIN,
          () -> !settled(admin.describeAcls(mark.toFilter()).values()).isEmpty());
      admin.deleteAcls(List.of(mark.toFilter())).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> T settled(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * A command as people run it: a JVM of its own, with the launcher's heap, and everything that it
   * writes to standard error.
   */
  OtherProgram process(String... command) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    arguments.addAll(ShortLived.options());
    arguments.addAll(
        List.of(
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            Tonghop.class.getName()));
    arguments.addAll(List.of(command));
    arguments.addAll(List.of("--lang", "en"));
    return OtherProgram.run(folder, arguments);
  }

  private static void bePatient(Path settings) {
    try {
      Files.writeString(settings, Patient.LINES, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Path data() {
    return folder.resolve("data");
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** The settings in a file of this folder, or in one of the administrator's. */
  Map<String, Object> settings(Path file) {
    try {
      return new HashMap<>(SettingsText.read(Files.readString(file)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Map<String, Object> administrator() {
    return settings(data().resolve("security/administrator.properties"));
  }

  URI registry() {
    return URI.create(said("registry="));
  }

  /** Where it tells of its health and its metrics. */
  URI health() {
    return URI.create(said("health="));
  }

  URI page() {
    return URI.create(said("page="));
  }

  String bootstrap() {
    return said("bootstrap=");
  }

  String mutual() {
    return said("mtls=").replace("ssl://", "");
  }

  String administratorFile() {
    return said("administrator=");
  }

  /** A port that the broker keeps to itself. */
  String hidden(String file) {
    try {
      return "127.0.0.1:" + Files.readString(data().resolve("broker").resolve(file)).strip();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  List<String> log() {
    try {
      return Files.readAllLines(folder.resolve("up.log"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String said(String name) {
    return process.ready().stream()
        .filter(word -> word.startsWith(name))
        .findFirst()
        .orElseThrow()
        .substring(name.length());
  }

  @Override
  public void close() {
    process.close();
  }
}
