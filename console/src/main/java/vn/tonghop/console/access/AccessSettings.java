package vn.tonghop.console.access;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tonghop.producer.text.Text;

/**
 * Who may come, and how.
 *
 * @param accounts their file; null: everybody at this machine may read everything
 * @param tls null: not ended here
 * @param proxies who ends TLS before this process; nobody else may ask then
 */
public record AccessSettings(@Nullable Path accounts, @Nullable Tls tls, Proxies proxies) {

  /** The file of accounts, beside which nothing is needed. */
  public static final String USERS = "console.users";

  static final String KEYSTORE = "console.tls.keystore";
  static final String PASSWORD = "console.tls.password";
  static final String PROXY = "console.proxy";

  private static final String FILE = "console-users";

  /**
   * Where the accounts stand.
   *
   * @param keys of the file of settings
   * @param data the folder in which they stand where no key says otherwise
   */
  public static Path file(Map<String, String> keys, Path data) {
    @Nullable String named = keys.get(USERS);
    return named == null ? data.resolve(FILE) : Path.of(named.strip());
  }

  /**
   * Reads the settings by their keys (docs/console-access.md).
   *
   * @param host where the page is to listen
   * @throws AccessException with all that is wrong: above all, if others than this machine could
   *     ask without TLS or without being asked who they are
   */
  public static AccessSettings of(Map<String, String> keys, Path data, String host) {
    List<Text> problems = new ArrayList<>();
    Path file = file(keys, data);
    boolean isNamed = keys.containsKey(USERS);
    @Nullable Path accounts = isNamed || Files.exists(file) ? file : null;
    if (isNamed && !Files.exists(file)) {
      problems.add(
          new Text(
              "%s: không có tệp %s; tạo bằng: tonghop console user add TÊN".formatted(USERS, file),
              "%s: there is no file %s; to make it: tonghop console user add NAME"
                  .formatted(USERS, file)));
    }
    @Nullable Tls tls = tls(keys, problems);
    Proxies proxies = proxies(keys, problems);
    if (!isLocal(host, problems) || !proxies.isEmpty()) {
      requireGuard(host, accounts, tls, proxies, file, problems);
    }
    if (!problems.isEmpty()) {
      throw new AccessException(problems);
    }
    return new AccessSettings(accounts, tls, proxies);
  }

  /** Whether readers come by TLS, whoever ends it. */
  boolean isSecure() {
    return tls != null || !proxies.isEmpty();
  }

  private static void requireGuard(
      String host,
      @Nullable Path accounts,
      @Nullable Tls tls,
      Proxies proxies,
      Path file,
      List<Text> problems) {
    if (accounts == null) {
      problems.add(
          new Text(
              "máy khác có thể truy cập %s, mà chưa có tài khoản nào trong %s: tạo bằng `tonghop console user add TÊN --role viewer`, hoặc chỉ mở trên 127.0.0.1"
                  .formatted(host, file),
              "other machines could reach %s, and there are no accounts in %s: make one by `tonghop console user add NAME --role viewer`, or listen on 127.0.0.1"
                  .formatted(host, file)));
    }
    if (tls == null && proxies.isEmpty()) {
      problems.add(
          new Text(
              "máy khác có thể truy cập %s không qua TLS: đặt %s, hoặc %s nếu một proxy lo TLS, hoặc chỉ mở trên 127.0.0.1"
                  .formatted(host, KEYSTORE, PROXY),
              "other machines could reach %s without TLS: set %s, or %s where a proxy ends TLS, or listen on 127.0.0.1"
                  .formatted(host, KEYSTORE, PROXY)));
    }
  }

  private static boolean isLocal(String host, List<Text> problems) {
    try {
      // A blank name would be taken for this machine's own.
      return !host.isBlank() && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      problems.add(
          new Text("không có địa chỉ nào tên " + host, "there is no address named " + host));
      return true;
    }
  }

  private static @Nullable Tls tls(Map<String, String> keys, List<Text> problems) {
    @Nullable String keystore = keys.get(KEYSTORE);
    if (keystore == null) {
      return null;
    }
    String password = keys.getOrDefault(PASSWORD, "");
    try {
      return Tls.open(Path.of(keystore.strip()), password);
    } catch (IOException | GeneralSecurityException e) {
      problems.add(
          new Text(
              "%s: không mở được %s, hoặc %s không đúng: %s"
                  .formatted(KEYSTORE, keystore, PASSWORD, e.getMessage()),
              "%s: %s cannot be opened, or %s is wrong: %s"
                  .formatted(KEYSTORE, keystore, PASSWORD, e.getMessage())));
      return null;
    }
  }

  private static Proxies proxies(Map<String, String> keys, List<Text> problems) {
    try {
      return Proxies.of(keys.getOrDefault(PROXY, ""));
    } catch (IllegalArgumentException e) {
      problems.add(
          new Text(
              "%s: %s không phải địa chỉ hay mạng, như 10.0.0.5 hoặc 10.0.0.0/24"
                  .formatted(PROXY, e.getMessage()),
              "%s: %s is no address and no network, such as 10.0.0.5 or 10.0.0.0/24"
                  .formatted(PROXY, e.getMessage())));
      return Proxies.NONE;
    }
  }
}
