package vn.tonghop.standalone;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.BindException;
import java.time.InstantSource;
import java.util.List;
import vn.tonghop.monitor.Monitor;
import vn.tonghop.monitor.MonitorSettings;
import vn.tonghop.standalone.process.LocalPort;
import vn.tonghop.standalone.process.PortBusyException;
import vn.tonghop.standalone.system.EvaluationSystem;
import vn.tonghop.streams.runtime.HealthServer;
import vn.tonghop.streams.runtime.Observed;

/** Health and metrics of {@code up}, for this machine alone: the roll-up's and the monitor's. */
final class EvaluationHealth implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final int TRIES = 10;

  private final NewestReference reference;
  private final Monitor monitor;
  private final HealthServer server;

  private EvaluationHealth(NewestReference reference, Monitor monitor, HealthServer server) {
    this.reference = reference;
    this.monitor = monitor;
    this.server = server;
  }

  /**
   * Starts it.
   *
   * @param port 0 for a free one
   */
  static EvaluationHealth start(int port, EvaluationSystem system) throws IOException {
    MonitorSettings settings = MonitorOptions.of(system.settings());
    NewestReference reference = new NewestReference(settings.clients());
    Monitor monitor = Monitor.start(settings, reference, InstantSource.system());
    try {
      PrometheusRegistry metrics = new PrometheusRegistry();
      monitor.collectors().forEach(metrics::register);
      Observed rollUp = Observed.of(system.rollUp());
      Observed both =
          new Observed(
              rollUp.health(), rollUp.readiness(), List.of(system.rollUp().metrics(), metrics));
      return new EvaluationHealth(reference, monitor, serve(port, both));
    } catch (IOException | RuntimeException e) {
      monitor.close();
      reference.close();
      throw e;
    }
  }

  private static HealthServer serve(int port, Observed observed) throws IOException {
    for (int tries = port == 0 ? TRIES : 1; ; tries--) {
      int asked = port == 0 ? LocalPort.free(HOST) : port;
      try {
        return HealthServer.start(HOST, asked, observed);
      } catch (BindException e) {
        if (tries == 1) {
          throw new PortBusyException(HOST, asked, "--health-port");
        }
      }
    }
  }

  /** {@code " health=URL"}. */
  String address() {
    return server.address();
  }

  @Override
  public void close() {
    server.close();
    monitor.close();
    reference.close();
  }
}
