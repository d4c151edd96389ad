package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.standalone.process.FolderLock;
import vn.tonghop.standalone.process.PortBusyException;

@Timeout(value = 600, unit = TimeUnit.SECONDS)
class BackboneTest {
  private final Path folder;

  BackboneTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void brokerAndRegistryAnswer() throws Exception {
    try (Backbone backbone = Backbone.start(folder);
        Admin admin = Admin.create(Map.of("bootstrap.servers", backbone.bootstrap()))) {
      assertEquals(backbone.clusterId(), admin.describeCluster().clusterId().get());
      HttpRequest config =
          HttpRequest.newBuilder(URI.create(backbone.registryUrl() + "/config")).build();
      assertEquals(
          "{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}",
          HttpClient.newHttpClient().send(config, BodyHandlers.ofString()).body());
    }
  }

  @Test
  void whenTheRegistryCannotStartTheBrokerIsEnded() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      BackboneSettings settings = BackboneSettings.in(folder).withPorts(0, other.getLocalPort());
      assertThrows(PortBusyException.class, () -> Backbone.start(settings));
    }
    assertBothFoldersAreFree();
  }

  @Test
  void whenTheBrokerCannotStartTheRegistryIsEnded() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      BackboneSettings settings = BackboneSettings.in(folder).withPorts(other.getLocalPort(), 0);
      assertThrows(PortBusyException.class, () -> Backbone.start(settings));
    }
    assertBothFoldersAreFree();
  }

  private void assertBothFoldersAreFree() {
    FolderLock.on(folder.resolve("broker")).close();
    FolderLock.on(folder.resolve("registry")).close();
  }
}
