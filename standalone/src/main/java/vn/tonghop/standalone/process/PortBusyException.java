package vn.tonghop.standalone.process;

import vn.tonghop.producer.text.Text;

/** Another process listens on the port that was asked for. */
public final class PortBusyException extends StartException {
  private static final long serialVersionUID = 1L;

  private final int port;

  /**
   * @param setting by which another port is chosen, e.g. {@code --broker-port}
   */
  public PortBusyException(String host, int port, String setting) {
    super(
        new Text(
            "cổng %d trên %s đang bị một chương trình khác dùng: hãy dừng chương trình đó, hoặc chọn cổng khác bằng %s (0: cổng trống bất kỳ)"
                .formatted(port, host, setting),
            "port %d on %s is in use by another process: end that one, or choose another port by %s (0 takes any free one)"
                .formatted(port, host, setting)));
    this.port = port;
  }

  public int port() {
    return port;
  }
}
