package vn.tonghop.standalone.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.Distribution;
import vn.tonghop.standalone.HelperJvm;
import vn.tonghop.standalone.process.LocalPort;
import vn.tonghop.standalone.process.PortBusyException;
import vn.tonghop.standalone.process.StartException;

@Timeout(value = 600, unit = TimeUnit.SECONDS)
class RegistryProcessTest {
  /** The first one of a build writes its classes down before. */
  private static final Duration FEW_SECONDS = Duration.ofSeconds(90);

  private static final String ONE_FIELD =
      "{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"R\\\",\\\"fields\\\":"
          + "[{\\\"name\\\":\\\"a\\\",\\\"type\\\":\\\"int\\\"}]}";
  private static final String WITHOUT_DEFAULT =
      ONE_FIELD.replace("]}", ",{\\\"name\\\":\\\"b\\\",\\\"type\\\":\\\"int\\\"}]}");

  private final Path folder;

  RegistryProcessTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void anAcknowledgedSchemaSurvivesKillNine() throws Exception {
    try (RegistryProcess registry = RegistryProcess.start(RegistrySettings.in(folder))) {
      assertEquals(200, register(registry, ONE_FIELD).statusCode());
      ProcessHandle process = ProcessHandle.of(registry.pid()).orElseThrow();
      process.destroyForcibly();
      process.onExit().get();
    }
    try (RegistryProcess again = RegistryProcess.start(RegistrySettings.in(folder))) {
      HttpResponse<String> latest = get(again.url() + "/subjects/R/versions/latest");
      assertEquals(200, latest.statusCode(), latest.body());
      assertTrue(latest.body().contains(ONE_FIELD), latest.body());
    }
  }

  @Test
  void laterOnesMapTheClassesThatOneWhichEndedLeftBehind() throws Exception {
    RegistryProcess.start(RegistrySettings.in(folder)).close();
    assertFalse(Files.exists(folder.resolve("classes.jsa")), "left in the folder of schemas");
    try (RegistryProcess later = RegistryProcess.start(RegistrySettings.in(folder))) {
      Path maps = Path.of("/proc", Long.toString(later.pid()), "maps");
      assumeTrue(Files.exists(maps), "only Linux tells what a process maps");
      assertTrue(Files.readString(maps).contains("-runner.jar-" + Runtime.version() + ".jsa"));
    }
  }

  @Test
  void anArchiveOfClassesThatWasCutOffIsTakenAwayAndMadeAnew() throws Exception {
    RegistryProcess.start(RegistrySettings.in(folder)).close();
    Path whole = archive();
    Path cutOff = Files.createTempFile(whole.resolveSibling(""), "cut-off", ".part");
    try (FileChannel source = FileChannel.open(whole);
        FileChannel half = FileChannel.open(cutOff, StandardOpenOption.WRITE)) {
      source.transferTo(0, source.size() / 2, half);
    }
    // Others may have mapped the whole one, which stays as it is until they end.
    Files.move(cutOff, whole, StandardCopyOption.ATOMIC_MOVE);
    long size = Files.size(whole);
    RegistryProcess.start(RegistrySettings.in(folder)).close();
    assertTrue(Files.size(archive()) > size, "made anew");
  }

  private static Path archive() throws IOException {
    try (Stream<Path> files = Files.list(Distribution.find().registry())) {
      return files
          .filter(file -> file.toString().endsWith(Runtime.version() + ".jsa"))
          .findAny()
          .orElseThrow();
    }
  }

  @Test
  void aSchemaThatCannotReadOldRecordsIsRefused() throws Exception {
    RegistryProcess ended;
    try (RegistryProcess registry = RegistryProcess.start(RegistrySettings.in(folder))) {
      assertEquals(200, register(registry, ONE_FIELD).statusCode());
      assertEquals(409, register(registry, WITHOUT_DEFAULT).statusCode());
      ended = registry;
    }
    assertFalse(isAlive(ended.pid()), "closed, but still running");
  }

  @Test
  void itEndsWithItsParentHoweverThatEnds() throws Exception {
    try (HelperJvm parent = HelperJvm.start(RegistryMain.class, folder.toString())) {
      long pid = Long.parseLong(parent.ready().get(0));
      int port = URI.create(parent.ready().get(1)).getPort();
      assertTrue(isAlive(pid));
      assertFalse(LocalPort.isFree("127.0.0.1", port));
      parent.kill();
      Await.until("the registry's port closes", FEW_SECONDS, () -> isFree(port));
      Await.until("the registry ends", FEW_SECONDS, () -> !isAlive(pid));
    }
  }

  @Test
  void aBusyPortIsNamed() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      RegistrySettings settings = RegistrySettings.in(folder).withPort(other.getLocalPort());
      PortBusyException busy =
          assertThrows(PortBusyException.class, () -> RegistryProcess.start(settings));
      assertEquals(other.getLocalPort(), busy.port());
    }
  }

  @Test
  void aStartThatTakesTooLongSaysWhatTheRegistryLogged() {
    RegistrySettings hasty = RegistrySettings.in(folder).withPatience(Duration.ofMillis(50));
    StartException late = assertThrows(StartException.class, () -> RegistryProcess.start(hasty));
    assertTrue(late.getMessage().startsWith("the registry did not answer"), late.getMessage());
  }

  @Test
  void aDamagedDatabaseIsNamed() throws IOException {
    Files.writeString(folder.resolve("registry.mv.db"), "not a database");
    StartException refused =
        assertThrows(
            StartException.class, () -> RegistryProcess.start(RegistrySettings.in(folder)));
    assertTrue(refused.getMessage().contains("registry.mv.db"), refused.getMessage());
    assertTrue(refused.getMessage().contains("damaged"), refused.getMessage());
  }

  /** A process that nobody has waited for is a zombie, which {@link ProcessHandle} calls alive. */
  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().command().isPresent())
        .isPresent();
  }

  private static boolean isFree(int port) {
    return LocalPort.isFree("127.0.0.1", port);
  }

  private static HttpResponse<String> register(RegistryProcess registry, String schema)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(registry.url() + "/subjects/R/versions"))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .POST(BodyPublishers.ofString("{\"schema\":\"" + schema + "\"}"))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String url) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
