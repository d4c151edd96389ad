package vn.tonghop.standalone.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.HelperJvm;
import vn.tonghop.standalone.process.LocalPort;
import vn.tonghop.standalone.process.PortBusyException;
import vn.tonghop.standalone.process.StartException;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RegistryProcessTest {
  private static final Duration FEW_SECONDS = Duration.ofSeconds(5);
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
    RegistrySettings hasty = RegistrySettings.in(folder).withPatience(Duration.ofMillis(700));
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
