package vn.tonghop.console.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountFileTest {

  private static final String HASH = PasswordHash.of("x", TestServer.CHEAP).text();

  @TempDir private Path folder = Path.of("");

  @Test
  void isReadAsItWasWritten() throws IOException {
    List<Account> accounts =
        List.of(
            TestServer.account("lan", Role.VIEWER, null),
            TestServer.account("nghe-an", Role.UNIT, "40"),
            TestServer.account("van.a@b", Role.OPERATOR, null));
    Path file = folder.resolve("users");
    Files.writeString(file, AccountFile.text(accounts));
    assertEquals(accounts, List.copyOf(AccountFile.read(file).values()));
  }

  @ParameterizedTest
  @CsvSource({
    "lan viewer",
    "lan viewer HASH more",
    "lan admin HASH",
    "Lan viewer HASH",
    "lan viewer:40 HASH",
    "lan unit HASH",
    "lan unit: HASH",
    "lan unit:../40 HASH",
    "lan viewer secret",
    "'../lan viewer HASH'"
  })
  void aWrongLineIsNamed(String line) throws IOException {
    Path file = folder.resolve("users");
    Files.writeString(
        file, "# these\n\nhoa viewer " + HASH + "\n" + line.replace("HASH", HASH) + "\n");
    AccessException wrong = assertThrows(AccessException.class, () -> AccountFile.read(file));
    assertEquals(1, wrong.problems().size());
    assertTrue(wrong.problems().get(0).vi().contains("dòng 4: "), wrong.getMessage());
    assertTrue(wrong.problems().get(0).en().contains("line 4: "), wrong.getMessage());
    String reason = wrong.problems().get(0).vi().split("dòng 4: ", 2)[1];
    assertFalse(wrong.problems().get(0).en().contains(reason), reason);
    assertTrue(reason.matches("(?s).*[à-ỹ].*"), reason);
  }

  @Test
  void aNameStandsOnce() throws IOException {
    Path file = folder.resolve("users");
    Files.writeString(file, ("lan viewer " + HASH + "\n").repeat(2));
    assertThrows(AccessException.class, () -> AccountFile.read(file));
  }
}
