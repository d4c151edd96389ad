package vn.tonghop.console.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.tonghop.producer.text.Text;

/**
 * The accounts as text: a line each, {@code NAME ROLE HASH}, where the role is {@code viewer},
 * {@code publisher}, {@code operator} or {@code unit:CODE}. Lines that begin with {@code #} and
 * empty ones say nothing.
 */
public final class AccountFile {

  private static final String HEADING =
      """
      # Tài khoản của trang tổng hợp: tên, vai trò, mật khẩu đã băm. Sửa bằng: tonghop console user
      # Accounts of the console: name, role, hash of the password. To change: tonghop console user
      """;

  private AccountFile() {}

  /**
   * The accounts by name.
   *
   * @throws IOException if the file cannot be read
   * @throws AccessException naming the line that is wrong
   */
  public static SortedMap<String, Account> read(Path file) throws IOException {
    SortedMap<String, Account> accounts = new TreeMap<>();
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        Account account = account(file, i + 1, line);
        @Nullable Account twice = accounts.put(account.holder().name(), account);
        if (twice != null) {
          throw wrong(file, i + 1, "tên đã có ở trên", "the name stands above already");
        }
      }
    }
    return accounts;
  }

  /** What {@link #read} reads. */
  public static String text(Collection<Account> accounts) {
    StringBuilder text = new StringBuilder(HEADING);
    for (Account each : accounts) {
      text.append(
          "%s %s %s\n".formatted(each.holder().name(), each.kind(), each.password().text()));
    }
    return text.toString();
  }

  private static Account account(Path file, int number, String line) {
    String[] parts = line.split("[ \t]+", -1);
    if (parts.length != 3) {
      throw wrong(file, number, "cần: TÊN VAI_TRÒ MÃ_BĂM", "give NAME ROLE HASH");
    }
    String[] kind = parts[1].split(":", 2);
    Role role =
        Role.of(kind[0])
            .orElseThrow(
                () ->
                    wrong(
                        file,
                        number,
                        "không có vai trò " + kind[0],
                        "there is no role " + kind[0]));
    try {
      Caller holder = new Caller(parts[0], role, kind.length > 1 ? kind[1] : null);
      return new Account(holder, hash(file, number, parts[2]));
    } catch (IllegalArgumentException e) {
      throw wrong(
          file,
          number,
          "cần tên tài khoản chỉ gồm a-z, 0-9 và . _ @ -, và mã đơn vị chỉ khi vai trò là unit:MÃ",
          String.valueOf(e.getMessage()));
    }
  }

  private static PasswordHash hash(Path file, int number, String text) {
    try {
      return new PasswordHash(text);
    } catch (IllegalArgumentException e) {
      throw wrong(
          file,
          number,
          "mã băm mật khẩu phải có dạng $argon2id$v=19$m=19456,t=2,p=1$MUỐI$BĂM, m tối đa 262144,"
              + " t từ 1 đến 16, p từ 1 đến 8",
          String.valueOf(e.getMessage()));
    }
  }

  private static AccessException wrong(Path file, int number, String vi, String en) {
    return new AccessException(
        List.of(
            new Text(
                "%s, dòng %d: %s".formatted(file, number, vi),
                "%s, line %d: %s".formatted(file, number, en))));
  }
}
