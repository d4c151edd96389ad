package vn.tonghop.console.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Name and password with each request, as programs and spreadsheets send them. To check one is
 * meant to be slow, so a pair that was right is known again for some minutes, by its seal.
 */
final class BasicPasswords {

  static final Duration REMEMBERED = Duration.ofMinutes(5);

  private static final int MOST = 1_000;
  private static final String SCHEME = "basic ";

  private final Accounts accounts;
  private final Logins logins;
  private final Secrets secrets;
  private final InstantSource clock;
  private final Map<String, Right> right =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Right> eldest) {
          return size() > MOST;
        }
      };

  BasicPasswords(Accounts accounts, Logins logins, Secrets secrets, InstantSource clock) {
    this.accounts = accounts;
    this.logins = logins;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** What was right: while it is the account's password still. */
  private record Right(String name, PasswordHash password, Instant until) {}

  /**
   * Whose name and password a header has.
   *
   * @throws Refusal if it has none, or they are wrong
   */
  Caller caller(String header, String address) {
    String[] pair = decode(header).split(":", 2);
    if (pair.length < 2) {
      throw Refusal.unknown();
    }
    String name = pair[0].strip().toLowerCase(Locale.ROOT);
    String seal = secrets.seal("name and password", name + "\n" + pair[1]);
    Optional<Account> known = remembered(seal);
    if (known.isPresent()) {
      return known.get().holder();
    }
    Account account = logins.check(name, pair[1], address, "basic").orElseThrow(Refusal::unknown);
    remember(seal, new Right(name, account.password(), clock.instant().plus(REMEMBERED)));
    return account.holder();
  }

  private Optional<Account> remembered(String seal) {
    @Nullable Right found;
    synchronized (right) {
      found = right.get(seal);
    }
    if (found == null || !clock.instant().isBefore(found.until())) {
      return Optional.empty();
    }
    return accounts.find(found.name()).filter(each -> each.password().equals(found.password()));
  }

  private void remember(String seal, Right pair) {
    synchronized (right) {
      right.put(seal, pair);
    }
  }

  private static String decode(String header) {
    if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      throw Refusal.unknown();
    }
    try {
      byte[] pair = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      return new String(pair, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refusal.unknown();
    }
  }
}
