package vn.tonghop.console.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts as their file says, also after it has changed: whoever was taken away or has another
 * password is signed out within a second. A file that cannot be read changes nothing, and is told.
 */
final class Accounts {

  private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Path file;
  private final InstantSource clock;
  private final Audit audit;
  private Map<String, Account> known;
  private String state;
  private String told = "";
  private Instant nextLook;

  /**
   * Reads the file.
   *
   * @throws IOException if it cannot be read
   * @throws AccessException if a line of it is wrong
   */
  Accounts(Path file, InstantSource clock, Audit audit) throws IOException {
    this.file = file;
    this.clock = clock;
    this.audit = audit;
    this.state = state();
    this.known = AccountFile.read(file);
    this.nextLook = clock.instant().plus(LOOK);
  }

  /** The account of that name. */
  synchronized Optional<Account> find(String name) {
    Instant now = clock.instant();
    if (!now.isBefore(nextLook)) {
      nextLook = now.plus(LOOK);
      look();
    }
    return Optional.ofNullable(known.get(name));
  }

  private void look() {
    try {
      String current = state();
      if (!current.equals(state)) {
        Map<String, Account> before = known;
        known = AccountFile.read(file);
        // Not before: what could not be read is read again, whether it is written to or not.
        state = current;
        told = "";
        audit.accounts(difference(before, known));
      }
    } catch (IOException | AccessException e) {
      tell(e.toString());
    }
  }

  /** Once, and not with every look. */
  private void tell(String trouble) {
    if (!trouble.equals(told)) {
      told = trouble;
      LOG.error(
          "accounts stay as they were: {} cannot be read / không đọc được tệp tài khoản, giữ như"
              + " trước: {}",
          file,
          trouble);
    }
  }

  /** Another text whenever the file was replaced or written to. */
  private String state() throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
  }

  private static Set<String> difference(Map<String, Account> before, Map<String, Account> after) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
    return names;
  }
}
