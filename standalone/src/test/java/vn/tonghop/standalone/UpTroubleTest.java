package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.standalone.process.FolderLock;

/** What {@code up} says when it cannot start: where, why, and what to do, in both languages. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class UpTroubleTest {

  private final Path folder;

  UpTroubleTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aTakenPortIsNamedWithTheOptionThatChoosesAnother() throws IOException {
    for (String option : List.of("--broker-port", "--registry-port")) {
      try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        String port = Integer.toString(other.getLocalPort());
        assertRefused(1, List.of(port, option), folder, option, port);
      }
    }
  }

  @Test
  void aFolderInUseIsNamed() {
    Path broker = folder.resolve("broker");
    FolderLock held = FolderLock.on(broker);
    try (held) {
      assertRefused(1, List.of(broker.toString(), "in use", "--data"), folder);
    }
  }

  @Test
  void aFileInPlaceOfTheFolderIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertRefused(1, List.of(file.toString(), "is a file", "là một tệp"), file);
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() {
    Path nowhere = Path.of("/proc/tonghop");
    assertRefused(1, List.of(nowhere.toString(), "cannot be written"), nowhere);
  }

  @Test
  void aFolderOfAnotherRegimeIsAWrongSetting() throws IOException {
    write("format=1\nregime=calendar\ncluster.id=x\n");
    assertRefused(
        2, List.of(folder.toString(), "--regime calendar"), folder, "--regime", "decree-09-2019");
  }

  @Test
  void aFolderOfAnotherVersionIsRefused() throws IOException {
    write("format=7\nregime=decree-09-2019\ncluster.id=x\n");
    assertRefused(1, List.of(folder.toString(), "another version", "7"), folder);
  }

  @Test
  void aFolderWhoseBrokerOrRegistryIsGoneDoesNotBeginAnew() throws IOException {
    write("format=1\nregime=decree-09-2019\ncluster.id=x\n");
    assertRefused(1, List.of("meta.properties", "damaged"), folder);
    assertFalse(Files.exists(folder.resolve("broker")));
    Path log = Files.createDirectories(folder.resolve("broker/log"));
    Files.writeString(log.resolve("meta.properties"), "version=1\nnode.id=1\ncluster.id=x\n");
    assertRefused(1, List.of("registry.mv.db", "damaged"), folder);
  }

  @Test
  void aFolderThatSaysNothingOfItselfIsDamaged() throws IOException {
    write("");
    assertRefused(1, List.of("tonghop.properties", "damaged"), folder);
  }

  private void write(String properties) throws IOException {
    Files.writeString(folder.resolve("tonghop.properties"), properties);
  }

  private static void assertRefused(int code, List<String> saying, Path data, String... options) {
    List<String> command = new ArrayList<>(List.of("up", "--data", data.toString()));
    if (!List.of(options).contains("--broker-port")) {
      command.addAll(List.of("--broker-port", "0"));
    }
    if (!List.of(options).contains("--registry-port")) {
      command.addAll(List.of("--registry-port", "0"));
    }
    command.addAll(List.of(options));
    Invocation refused = Invocation.of(command);
    assertEquals(code, refused.exit(), refused::err);
    assertEquals("", refused.out());
    assertEquals(2, refused.err().lines().count(), () -> "a line a language: " + refused.err());
    saying.forEach(each -> assertTrue(refused.err().contains(each), each + ": " + refused.err()));
  }
}
