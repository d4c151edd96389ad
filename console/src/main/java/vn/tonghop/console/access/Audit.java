package vn.tonghop.console.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who did what, when, from where: a line of JSON each, of the logger {@link #LOGGER}. It names
 * accounts and addresses, and nothing that somebody typed into a form: a password that went into
 * the field of the name is in no log.
 */
final class Audit {

  static final String LOGGER = "tonghop.audit";

  private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final InstantSource clock;
  private final Consumer<String> lines;

  Audit(InstantSource clock) {
    this(clock, LOG::info);
  }

  /**
   * @param lines takes what is written
   */
  Audit(InstantSource clock, Consumer<String> lines) {
    this.clock = clock;
    this.lines = lines;
  }

  /** Somebody has signed in, by the form or as a program. */
  void login(String account, String address, String how) {
    write("login", account, address, Map.of("how", how));
  }

  /**
   * Somebody has not.
   *
   * @param account "-" if there is none of that name
   * @param why {@code wrong} or {@code throttled}
   */
  void refused(String account, String address, String why) {
    write("login-refused", account, address, Map.of("why", why));
  }

  void logout(String account, String address) {
    write("logout", account, address, Map.of());
  }

  /**
   * A document has left the system.
   *
   * @param what its path and query
   */
  void export(String account, String address, String what) {
    write("export", account, address, Map.of("what", what));
  }

  /** The file of accounts is another one; these were added, taken away or changed. */
  void accounts(Collection<String> names) {
    write("accounts-changed", "-", "-", Map.of("accounts", String.join(" ", names)));
  }

  private void write(String action, String account, String address, Map<String, String> more) {
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("at", clock.instant().toString());
    entry.put("action", action);
    entry.put("account", account);
    entry.put("from", address);
    entry.putAll(more);
    try {
      lines.accept(JSON.writeValueAsString(entry));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can always be written", e);
    }
  }
}
