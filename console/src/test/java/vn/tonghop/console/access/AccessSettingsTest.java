package vn.tonghop.console.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tonghop.producer.text.Text;

class AccessSettingsTest {

  @TempDir private Path folder = Path.of("");

  private AccessSettings read(Map<String, String> keys, String host) {
    return AccessSettings.of(keys, folder, host);
  }

  private List<String> problems(Map<String, String> keys, String host) {
    return assertThrows(AccessException.class, () -> read(keys, host)).problems().stream()
        .map(Text::en)
        .toList();
  }

  private void withAccounts() throws IOException {
    Files.move(TestServer.accounts(folder), folder.resolve("console-users"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "localhost", "127.8.8.8"})
  void thisMachineNeedsNothing(String host) {
    AccessSettings settings = read(Map.of(), host);
    assertNull(settings.accounts());
    assertFalse(settings.isSecure());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", ""})
  void whereOthersComeAccountsAndTlsAreNeeded(String host) throws IOException {
    List<String> both = problems(Map.of(), host);
    assertEquals(2, both.size(), both.toString());
    assertTrue(both.get(0).contains("there are no accounts"), both.get(0));
    assertTrue(both.get(1).contains("without TLS"), both.get(1));
    withAccounts();
    List<String> one = problems(Map.of(), host);
    assertEquals(1, one.size(), one.toString());
    assertTrue(one.get(0).contains("without TLS"), one.get(0));
    AccessSettings settings = read(Map.of(AccessSettings.PROXY, "10.0.0.5"), host);
    assertTrue(settings.isSecure());
    assertEquals(folder.resolve("console-users"), settings.accounts());
  }

  @Test
  void aProxyMeansThatOthersCome() {
    List<String> problems = problems(Map.of(AccessSettings.PROXY, "127.0.0.1"), "127.0.0.1");
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.get(0).contains("there are no accounts"), problems.get(0));
  }

  @Test
  void accountsThatAreNamedMustBeThere() {
    List<String> problems =
        problems(Map.of(AccessSettings.USERS, folder.resolve("gone").toString()), "127.0.0.1");
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.get(0).startsWith("console.users: there is no file"), problems.get(0));
  }

  @Test
  void allThatIsWrongIsSaidAtOnceAndInBothLanguages() {
    AccessException wrong =
        assertThrows(
            AccessException.class,
            () ->
                read(
                    Map.of(
                        AccessSettings.KEYSTORE,
                        folder.resolve("none.p12").toString(),
                        AccessSettings.PROXY,
                        "proxy.example"),
                    "0.0.0.0"));
    assertEquals(4, wrong.problems().size(), wrong.getMessage());
    for (Text each : wrong.problems()) {
      assertFalse(each.vi().equals(each.en()), each.en());
    }
  }

  @Test
  void accountsInTheFolderHoldForThisMachineToo() throws IOException {
    withAccounts();
    assertEquals(folder.resolve("console-users"), read(Map.of(), "127.0.0.1").accounts());
  }
}
