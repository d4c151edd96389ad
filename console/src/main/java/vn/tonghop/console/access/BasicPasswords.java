package vn.tonghop.console.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.tonghop.schemas.registry.Bounded;

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
  private final Map<String, CompletableFuture<Account>> checking = new ConcurrentHashMap<>();
  private final Map<String, Right> right = new Bounded<>(MOST);

  BasicPasswords(Accounts accounts, Logins logins, Secrets secrets, InstantSource clock) {
    this.accounts = accounts;
    this.logins = logins;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** What a header has. */
  private record Pair(String name, String password, String seal) {}

  /** What was right: while it is the account's password still. */
  private record Right(String name, PasswordHash password, Instant until) {}

  /**
   * Whose name and password a header has.
   *
   * @param unknown is run before anything is checked that is not known to be right
   * @throws Refusal if it has none, or they are wrong
   */
  Caller caller(String header, String address, Runnable unknown) {
    Optional<Pair> pair = decode(header);
    Optional<Account> known = pair.map(Pair::seal).flatMap(this::remembered);
    if (known.isPresent()) {
      return known.get().holder();
    }
    unknown.run();
    return checkOnce(pair.orElseThrow(Refusal::unknown), address).holder();
  }

  /** A program that asks for many tables at once sends the same pair with each. */
  private Account checkOnce(Pair pair, String address) {
    String key = pair.seal() + " " + Addresses.key(address);
    CompletableFuture<Account> ours = new CompletableFuture<>();
    @Nullable CompletableFuture<Account> theirs = checking.putIfAbsent(key, ours);
    if (theirs != null) {
      return result(theirs);
    }
    try {
      ours.complete(remembered(pair.seal()).orElseGet(() -> check(pair, address)));
    } catch (RuntimeException | Error e) {
      // Those who wait for it must hear of it, whatever it was.
      ours.completeExceptionally(e);
    } finally {
      checking.remove(key);
    }
    return result(ours);
  }

  private Account check(Pair pair, String address) {
    Account account =
        logins.check(pair.name(), pair.password(), address, "basic").orElseThrow(Refusal::unknown);
    remember(
        pair.seal(), new Right(pair.name(), account.password(), clock.instant().plus(REMEMBERED)));
    return account;
  }

  private static Account result(CompletableFuture<Account> check) {
    try {
      return check.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
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

  /** Empty if there is none in it. */
  private Optional<Pair> decode(String header) {
    if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      String[] pair = new String(bytes, StandardCharsets.UTF_8).split(":", 2);
      return pair.length < 2 ? Optional.empty() : Optional.of(pair(pair[0], pair[1]));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Pair pair(String typed, String password) {
    String name = typed.strip().toLowerCase(Locale.ROOT);
    return new Pair(name, password, secrets.seal("name and password", name + "\n" + password));
  }
}
