package vn.tonghop.standalone.process;

/** Another process listens on the port that was asked for. */
public final class PortBusyException extends StartException {
  private static final long serialVersionUID = 1L;

  private final int port;

  public PortBusyException(String host, int port) {
    super("port " + port + " on " + host + " is in use by another process");
    this.port = port;
  }

  public int port() {
    return port;
  }
}
