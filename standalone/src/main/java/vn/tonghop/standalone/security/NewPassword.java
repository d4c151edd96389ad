package vn.tonghop.standalone.security;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.format.Language;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.process.StartException;

/**
 * A password that a person chooses: typed twice without being shown, or the first line of standard
 * input; never on a command line, which others of the machine can read.
 */
public final class NewPassword {

  private static final int LEAST = 12;
  private static final int MOST = 200;

  private NewPassword() {}

  /** Asks for one that will do for that account. */
  public static String ask(String account, Language lang) throws IOException {
    String password = onTerminal(account, lang);
    if (password == null) {
      password = fromStandardInput();
    }
    check(password, account);
    return password;
  }

  /** Length is what makes a password hard to guess; rules about its signs do not (NIST 800-63B). */
  static void check(String password, String account) {
    int length = password.codePointCount(0, password.length());
    if (length < LEAST || length > MOST) {
      throw new StartException(
          new Text(
              "mật khẩu cần từ %d đến %d ký tự".formatted(LEAST, MOST),
              "a password has %d to %d characters".formatted(LEAST, MOST)));
    }
    if (password.toLowerCase(Locale.ROOT).contains(account) && length < account.length() + LEAST) {
      throw new StartException(
          new Text(
              "mật khẩu không được dựa trên tên tài khoản",
              "a password is not to be made of the account's name"));
    }
  }

  /**
   * Null where nobody sits at a terminal. The launcher sees to it that there is no other console.
   */
  @SuppressWarnings("SystemConsoleNull")
  private static @Nullable String onTerminal(String account, Language lang) {
    @Nullable Console console = System.console();
    if (console == null) {
      return null;
    }
    char[] once = typed(console, lang.pick("Mật khẩu của %s: ", "Password of %s: "), account);
    char[] again = typed(console, lang.pick("Nhập lại: ", "Again: "));
    if (!Arrays.equals(once, again)) {
      throw new StartException(
          new Text("hai lần nhập không giống nhau", "these two are not the same"));
    }
    return new String(once);
  }

  private static char[] typed(Console console, String prompt, Object... arguments) {
    char @Nullable [] typed = console.readPassword(prompt, arguments);
    return typed == null ? new char[0] : typed;
  }

  private static String fromStandardInput() throws IOException {
    @Nullable String line =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    return line == null ? "" : line;
  }
}
