package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tonghop.console.access.Account;
import vn.tonghop.console.access.AccountFile;
import vn.tonghop.console.access.Caller;
import vn.tonghop.console.access.PasswordHash;
import vn.tonghop.console.access.PasswordHash.Cost;
import vn.tonghop.console.access.Role;
import vn.tonghop.standalone.security.AccountsOnDisk;

/** {@code tonghop console user}, and what {@code tonghop console} refuses without it. */
class ConsoleUserCommandTest {

  private static final String PASSWORD = "trời xanh mây trắng";

  @TempDir private Path folder = Path.of("");

  private final InputStream terminal = System.in;

  @BeforeEach
  void type() {
    type(PASSWORD + "\nmore\n");
  }

  @AfterEach
  void letGo() {
    System.setIn(terminal);
  }

  private static void type(String text) {
    System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Invocation user(String... arguments) {
    return Invocation.of(
        Stream.of(
                Stream.of("console", "user"),
                Stream.of(arguments),
                Stream.of("--data", folder.toString(), "--lang", "en"))
            .flatMap(each -> each)
            .toList());
  }

  private Path file() {
    return folder.resolve("console-users");
  }

  @Test
  void anAccountIsAddedListedChangedAndTakenAway() throws IOException {
    String restart = "end it and start it again";
    assertTrue(user("add", "Lan", "--role", "viewer").expecting(0).err().contains(restart));
    type("một mật khẩu khác\n");
    assertFalse(user("add", "nghe-an", "--unit", "40").expecting(0).err().contains(restart));
    assertEquals(
        List.of(
            "ACCOUNT                  ROLE",
            "lan                      viewer",
            "nghe-an                  unit:40"),
        user("list").expecting(0).lines());
    @Nullable Account before = AccountFile.read(file()).get("lan");
    type("mật khẩu thứ ba\n");
    user("passwd", "lan").expecting(0);
    assertNotEquals(before, AccountFile.read(file()).get("lan"));
    user("remove", "lan").expecting(0);
    assertEquals(List.of("nghe-an"), List.copyOf(AccountFile.read(file()).keySet()));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    assertFalse(Files.readString(file()).contains("khác"));
  }

  @Test
  void whatCannotBeDoneChangesNothing() throws IOException {
    user("add", "lan", "--role", "viewer").expecting(0);
    byte[] before = Files.readAllBytes(file());
    type();
    assertTrue(user("add", "lan", "--role", "operator").expecting(1).err().contains("passwd"));
    user("remove", "hoa").expecting(1);
    user("passwd", "hoa").expecting(1);
    assertEquals(new String(before, StandardCharsets.UTF_8), Files.readString(file()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ngắn quá", "lan-lan-lan1", "\n\n"})
  void aPasswordMustBeHardToGuess(String password) {
    type(password);
    user("add", "lan", "--role", "viewer").expecting(1);
    assertFalse(Files.exists(file()));
  }

  @ParameterizedTest
  @CsvSource({
    "add lan",
    "add lan --role admin",
    "add lan --role unit",
    "add lan --role viewer --unit 40",
    "add lan --unit ../40",
    "add ../lan --role viewer",
    "add 'bí mật' --role viewer",
    "add",
    "remove",
    "''"
  })
  void aWrongCommandLineIsTold(String line) {
    String[] arguments = line.isEmpty() ? new String[0] : line.split(" ", -1);
    Invocation told = user(arguments).expecting(2);
    assertFalse(told.err().isBlank());
    assertFalse(Files.exists(file()));
  }

  @Test
  void manyAtOnceLoseNothing() throws IOException {
    PasswordHash password = PasswordHash.of("x", new Cost(8, 1, 1));
    IntStream.range(0, 40)
        .parallel()
        .forEach(
            i -> {
              String name = "name-" + i;
              try {
                AccountsOnDisk.change(
                    file(),
                    accounts ->
                        accounts.put(
                            name, new Account(new Caller(name, Role.VIEWER, null), password)));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    assertEquals(40, AccountFile.read(file()).size());
  }

  /** Nothing is connected to: it is refused before. */
  @Test
  void whereOthersComeThePageDoesNotStartUnguarded() {
    Invocation bare =
        Invocation.of("console", "--host", "0.0.0.0", "--data", folder.toString()).expecting(2);
    assertTrue(bare.err().contains("there are no accounts in"), bare.err());
    assertTrue(bare.err().contains("chưa có tài khoản nào"), bare.err());
    assertTrue(bare.err().contains("without TLS"), bare.err());
    assertTrue(bare.err().contains("không qua TLS"), bare.err());
    user("add", "lan", "--role", "viewer").expecting(0);
    Invocation plain =
        Invocation.of("console", "--host", "0.0.0.0", "--data", folder.toString()).expecting(2);
    assertFalse(plain.err().contains("there are no accounts"), plain.err());
    assertTrue(plain.err().contains("without TLS"), plain.err());
  }
}
