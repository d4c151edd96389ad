package vn.tonghop.standalone;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.tonghop.standalone.broker.BrokerSettings;
import vn.tonghop.standalone.broker.EmbeddedBroker;

/** {@code tonghop node}: the broker alone, until SIGTERM or Ctrl-C. */
@Command(
    name = "node",
    description = "Runs one Kafka broker, durable in a folder.",
    mixinStandardHelpOptions = true)
final class NodeCommand implements Callable<Integer> {
  private static final int KAFKA_PORT = 9092;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Where the broker keeps its data (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "The address on which it listens (default: ${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "" + KAFKA_PORT,
      description = "The port, 0 for a free one (default: ${DEFAULT-VALUE}).")
  private int port = KAFKA_PORT;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    BrokerSettings settings =
        BrokerSettings.in(data.resolve("broker")).withHost(host).withPort(port);
    CleanEnd end = CleanEnd.begin();
    EmbeddedBroker broker = start(settings, end);
    end.closing(broker::close);
    spec.commandLine().getOut().println("ready bootstrap=" + broker.bootstrap());
    // Ends with the process, by a signal.
    new CountDownLatch(1).await();
    return 0;
  }

  private static EmbeddedBroker start(BrokerSettings settings, CleanEnd end) {
    try {
      return EmbeddedBroker.start(settings);
    } catch (RuntimeException e) {
      end.byItself();
      throw e;
    }
  }
}
