package vn.tonghop.console.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tonghop.console.access.PasswordHash.Cost;

class PasswordHashTest {

  private static final Cost CHEAP = TestServer.CHEAP;

  /** Made by the reference implementation's command. */
  @Test
  void agreesWithTheReferenceImplementation() {
    PasswordHash hash =
        new PasswordHash(
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");
    assertTrue(hash.matches("password"));
    assertFalse(hash.matches("Password"));
  }

  @Test
  void twoOfOnePasswordAreNotAlike() {
    PasswordHash one = PasswordHash.of("mật khẩu dài", CHEAP);
    PasswordHash other = PasswordHash.of("mật khẩu dài", CHEAP);
    assertNotEquals(one.text(), other.text());
    assertTrue(one.matches("mật khẩu dài") && other.matches("mật khẩu dài"));
    assertFalse(one.matches("mat khau dai"));
    assertFalse(one.matches(""));
  }

  @Test
  void accentsMayBeTypedInEitherWay() {
    String composed = "m\u1eadt kh\u1ea9u";
    String decomposed = "ma\u0323\u0302t kha\u0302\u0309u";
    assertTrue(PasswordHash.of(composed, CHEAP).matches(decomposed));
    assertTrue(PasswordHash.of(decomposed, CHEAP).matches(composed));
  }

  @Test
  void costsWhatIsRecommended() {
    assertTrue(
        PasswordHash.of("x", Cost.DEFAULT).text().startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tc2FsdAAAA$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc9AA",
        "$2y$10$abcdefghijklmnopqrstuv"
      })
  void whatIsNoHashIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> new PasswordHash(text));
  }

  @Test
  void showsNothingInALog() {
    PasswordHash hash = PasswordHash.of("x", CHEAP);
    assertEquals("$argon2id$…", hash.toString());
    assertFalse(
        new Account(new Caller("lan", Role.VIEWER, null), hash).toString().contains(hash.text()));
  }
}
