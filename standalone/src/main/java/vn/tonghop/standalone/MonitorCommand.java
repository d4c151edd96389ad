package vn.tonghop.standalone;

import java.io.IOException;
import java.net.BindException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.tonghop.monitor.Monitor;
import vn.tonghop.monitor.MonitorServer;
import vn.tonghop.monitor.MonitorSettings;
import vn.tonghop.producer.settings.SettingsOptions;
import vn.tonghop.standalone.process.PortBusyException;
import vn.tonghop.standalone.process.StartException;

/** {@code tonghop monitor}: lag and the business view as metrics, computed outside the roll-up. */
@Command(
    name = "monitor",
    description = {
      "Serves lag, silence and rejects as Prometheus metrics, seen from the broker alone.",
      "Cung cấp số đo cho Prometheus: độ trễ, đơn vị chưa báo cáo, số bị từ chối."
    },
    mixinStandardHelpOptions = true)
final class MonitorCommand implements Callable<Integer> {

  private static final int PORT = 8086;

  @Mixin private SettingsOptions options = new SettingsOptions();
  @Mixin private MonitorOptions monitor = new MonitorOptions();

  @Option(
      names = "--port",
      defaultValue = "" + PORT,
      description = "Of /metrics, /livez, /readyz; 0 for a free one (default: ${DEFAULT-VALUE}).")
  private int port = PORT;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    MonitorSettings settings = monitor.settings(options.settings(System.getenv()), spec);
    CleanEnd end = CleanEnd.begin();
    try (NewestReference reference = new NewestReference(settings.clients());
        Monitor running = Monitor.start(settings, reference, InstantSource.system());
        MonitorServer server = serve(running)) {
      end.closing(running::close);
      spec.commandLine().getOut().println("started monitor=" + server.url());
      spec.commandLine().getOut().flush();
      @Nullable Throwable failure = running.awaitEnd();
      if (failure != null) {
        throw new StartException("the monitor has stopped: " + failure, failure);
      }
      return 0;
    } finally {
      end.byItself();
    }
  }

  private MonitorServer serve(Monitor running) throws IOException {
    try {
      return MonitorServer.start(host, port, running);
    } catch (BindException e) {
      throw new PortBusyException(host, port, "--port");
    }
  }
}
