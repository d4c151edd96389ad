package vn.tonghop.standalone.security;

import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.acl.AclBinding;

/** A part of the platform itself that comes to the brokers under a name of its own. */
public enum Part {
  /** May do everything, as a super user: needs no right. */
  ADMINISTRATOR,
  ROLL_UP,
  CONSOLE,
  MONITOR;

  /** The principal's name, which is that of its settings file, too. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * All that it may do.
   *
   * @param application id of the roll-up
   */
  public Set<AclBinding> rights(String application) {
    return switch (this) {
      case ADMINISTRATOR -> Set.of();
      case ROLL_UP -> Rights.ofRollUp(id(), application);
      case CONSOLE -> Rights.ofConsole(id());
      case MONITOR -> Rights.ofMonitor(id(), application);
    };
  }
}
