package vn.tonghop.standalone.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.acl.AclBinding;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.security.Rights;

/**
 * Somebody outside the platform who is given a right: a unit that sends, or a system that reads. It
 * comes by password under its own name, and by each certificate under that name with an ending: so
 * a certificate can lose its rights although it goes on being valid.
 */
public sealed interface Holder {

  /** Begins what stands behind the name in a certificate; no name has a dot. */
  String CERTIFICATE = ".cert-";

  /** The code or name by which the administrator calls it. */
  String code();

  /** The name by which it comes with a password. */
  String name();

  /** What it may do when it comes under that name. */
  Set<AclBinding> rights(String name);

  /** Whether that name is one of its own, by password or by certificate. */
  default boolean owns(String principalName) {
    return principalName.equals(name()) || principalName.startsWith(name() + CERTIFICATE);
  }

  /** A unit that reports. */
  record Unit(String code) implements Holder {

    /**
     * @throws IllegalArgumentException if the code cannot be part of a topic's name
     */
    public Unit {
      Topics.reports(code);
    }

    @Override
    public String name() {
      return "unit-" + code;
    }

    @Override
    public Set<AclBinding> rights(String name) {
      return Rights.ofUnit(name, name(), code);
    }

    /** Its topics, the receipts first. */
    List<String> topics() {
      return List.of(Topics.receipts(code).name(), Topics.reports(code).name());
    }
  }

  /** A system that consumes tables. */
  record Reader(String code) implements Holder {

    private static final String PREFIX = "reader-";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /**
     * @throws IllegalArgumentException if it is not 1 to 64 letters, digits or -
     */
    public Reader {
      if (!NAME.matcher(code).matches()) {
        throw new IllegalArgumentException("not a reader's name: " + code);
      }
    }

    /** Whose a name is, by password or by certificate; empty if it is no such system's. */
    static Optional<Reader> of(String principalName) {
      String code = principalName.split(Pattern.quote(CERTIFICATE), 2)[0];
      return code.startsWith(PREFIX) && NAME.matcher(code.substring(PREFIX.length())).matches()
          ? Optional.of(new Reader(code.substring(PREFIX.length())))
          : Optional.empty();
    }

    @Override
    public String name() {
      return PREFIX + code;
    }

    @Override
    public Set<AclBinding> rights(String name) {
      return Rights.ofReader(name, name());
    }
  }
}
