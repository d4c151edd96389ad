package vn.tonghop.console;

/** The page would be open to whoever reaches this machine. */
public final class NotGuardedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String host;

  NotGuardedException(String host) {
    super(host + " is not this machine alone, and nobody is asked who they are");
    this.host = host;
  }

  /** Where it was to listen. */
  public String host() {
    return host;
  }
}
