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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.tonghop.console.Console;
import vn.tonghop.console.ConsoleSettings;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.producer.settings.SettingsOptions;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.process.PortBusyException;
import vn.tonghop.standalone.process.StartException;

/** {@code tonghop console}: the central office's page, against a broker and a registry. */
@Command(
    name = "console",
    description = {
      "Serves the central office's page: national tables to read, print and drill into.",
      "Chạy trang web của cơ quan trung ương: xem, in và truy ngược bảng tổng hợp."
    },
    mixinStandardHelpOptions = true,
    subcommands = ConsoleUserCommand.class)
final class ConsoleCommand implements Callable<Integer> {

  @Mixin private SettingsOptions options = new SettingsOptions();
  @Mixin private LogOptions log = new LogOptions();

  @Option(
      names = "--port",
      description =
          "Of the page, 0 for a free one (default: " + ConsoleSettings.DEFAULT_PORT + ").")
  private @Nullable Integer port;

  @Option(
      names = "--host",
      description = "Address to listen on (default: " + ConsoleSettings.LOCAL + ").")
  private @Nullable String host;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = options.settings(System.getenv());
    log.begin(System.getenv(), settings.kafka());
    ConsoleSettings page = page(settings);
    CleanEnd end = CleanEnd.begin();
    try (Console console = serve(page)) {
      end.closing(console::close);
      spec.commandLine().getOut().println("started page=" + console.url());
      spec.commandLine().getOut().flush();
      @Nullable Throwable failure = console.awaitEnd();
      if (failure != null) {
        throw new StartException(
            new Text("trang tổng hợp đã dừng: " + failure, "the page has stopped: " + failure),
            failure);
      }
      return 0;
    } finally {
      end.byItself();
    }
  }

  private ConsoleSettings page(Settings settings) {
    try {
      return ConsoleSettings.of(settings, System.getenv(), host, port);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static Console serve(ConsoleSettings page) throws IOException {
    try {
      return Console.start(page, InstantSource.system());
    } catch (BindException e) {
      throw new PortBusyException(page.host(), page.port(), "--port");
    }
  }
}
