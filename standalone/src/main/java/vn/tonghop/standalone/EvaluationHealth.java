package vn.tonghop.standalone;

import java.io.IOException;
import java.net.BindException;
import vn.tonghop.standalone.process.LocalPort;
import vn.tonghop.standalone.process.PortBusyException;
import vn.tonghop.streams.runtime.HealthServer;
import vn.tonghop.streams.runtime.Observed;
import vn.tonghop.streams.runtime.RollUpInstance;

/** Health and metrics of {@code up}, for this machine alone. */
final class EvaluationHealth {

  private static final String HOST = "127.0.0.1";
  private static final int TRIES = 10;

  private EvaluationHealth() {}

  /**
   * Starts it.
   *
   * @param port 0 for a free one
   */
  static HealthServer start(int port, RollUpInstance rollUp) throws IOException {
    for (int tries = port == 0 ? TRIES : 1; ; tries--) {
      int asked = port == 0 ? LocalPort.free(HOST) : port;
      try {
        return HealthServer.start(HOST, asked, Observed.of(rollUp));
      } catch (BindException e) {
        if (tries == 1) {
          throw new PortBusyException(HOST, asked, "--health-port");
        }
      }
    }
  }
}
