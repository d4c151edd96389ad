package vn.tonghop.standalone;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.tonghop.console.Console;
import vn.tonghop.console.ConsoleSettings;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.producer.settings.SettingsOptions;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.process.FolderTrouble;
import vn.tonghop.standalone.process.PortBusyException;
import vn.tonghop.standalone.process.StartException;
import vn.tonghop.standalone.security.SecurityFolder;
import vn.tonghop.standalone.system.EvaluationSystem;
import vn.tonghop.standalone.system.SystemSettings;

/** {@code tonghop up}: everything in one process on a durable folder, for evaluation. */
@Command(
    name = "up",
    description = {
      "Runs broker, registry and roll-up on a durable folder, for evaluation.",
      "Chạy toàn bộ hệ thống trên một thư mục bền vững, để dùng thử."
    },
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

  private static final int BROKER_PORT = 9092;
  private static final int REGISTRY_PORT = 8081;
  private static final String FAILED_LOGINS =
      "org.slf4j.simpleLogger.log.org.apache.kafka.common.network.Selector";
  private static final int MUTUAL_PORT = 9093;
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofMillis(50);

  @Mixin private SettingsOptions options = new SettingsOptions();
  @Mixin private ReferenceOptions reference = new ReferenceOptions();
  @Mixin private LogOptions log = new LogOptions();

  @Option(
      names = "--broker-port",
      defaultValue = "" + BROKER_PORT,
      description = "The broker's port, 0 for a free one (default: ${DEFAULT-VALUE}).")
  private int brokerPort = BROKER_PORT;

  @Option(
      names = "--registry-port",
      defaultValue = "" + REGISTRY_PORT,
      description = "The registry's port, 0 for a free one (default: ${DEFAULT-VALUE}).")
  private int registryPort = REGISTRY_PORT;

  @Option(
      names = "--health-port",
      defaultValue = "0",
      description = {
        "Port of /livez, /readyz and /metrics, 0 for a free one (default: ${DEFAULT-VALUE})."
      })
  private int healthPort;

  @Option(
      names = "--page-port",
      defaultValue = "0",
      description = {
        "Port of the page with the national tables, 0 for a free one (default: ${DEFAULT-VALUE}) /",
        "cổng của trang xem bảng tổng hợp, 0: cổng trống bất kỳ."
      })
  private int pagePort;

  @Option(
      names = "--secure",
      description = {
        "Nobody without a password or a certificate: TLS, SCRAM, rights; the registry is read-only /",
        "chỉ người có mật khẩu hoặc chứng thư: TLS, SCRAM, phân quyền; kho lược đồ chỉ đọc."
      })
  private boolean secure;

  @Option(
      names = "--mtls-port",
      defaultValue = "" + MUTUAL_PORT,
      description = {
        "With --secure: where clients come by certificate, 0 for a free port",
        "(default: ${DEFAULT-VALUE})."
      })
  private int mutualPort = MUTUAL_PORT;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = options.settings(System.getenv());
    log.begin(System.getenv(), settings.kafka());
    ReferenceRows rows = reference.rows();
    Path folder = settings.data();
    SystemSettings system =
        new SystemSettings(
            folder,
            BackboneSettings.in(folder).withPorts(brokerPort, registryPort),
            settings.regime(),
            rows,
            ReferenceData.of(rows).unitCodes(),
            false,
            secure ? mutualPort : null);
    if (secure) {
      // Before Kafka asks for its loggers: a wrong password is told to the operator, too.
      System.setProperty(FAILED_LOGINS, "info");
    }
    CleanEnd end = CleanEnd.begin();
    try {
      EvaluationSystem running = EvaluationSystem.start(system);
      end.closing(running::close);
      try (EvaluationHealth health = EvaluationHealth.start(healthPort, running);
          Console page = page(running)) {
        end.closing(closing(health, page, running));
        return serve(running, health, page);
      }
    } finally {
      end.byItself();
    }
  }

  private Console page(EvaluationSystem system) throws IOException {
    try {
      return Console.start(
          ConsoleSettings.beside(system.consoleSettings(), pagePort, false),
          InstantSource.system());
    } catch (BindException e) {
      throw new PortBusyException(ConsoleSettings.LOCAL, pagePort, "--page-port");
    }
  }

  /** Monitor and page first: they would warn of a broker that goes. */
  private static Runnable closing(EvaluationHealth health, Console page, EvaluationSystem system) {
    return () -> {
      health.close();
      page.close();
      system.close();
    };
  }

  private int serve(EvaluationSystem system, EvaluationHealth health, Console page)
      throws InterruptedException {
    awaitReady(system);
    spec.commandLine()
        .getOut()
        .println(
            "ready bootstrap=%s registry=%s%s%s page=%s"
                .formatted(
                    system.backbone().bootstrap(),
                    system.backbone().registryUrl(),
                    health.address(),
                    secure ? ofSecure(system) : "",
                    page.url()));
    spec.commandLine().getOut().flush();
    while (!system.rollUp().awaitEnd(LOOK_EVERY)) {
      // Without it nothing new can be judged; a supervisor, or the user, starts all of it again.
      system.backbone().requireAlive();
    }
    requireWell(system);
    return 0;
  }

  private static String ofSecure(EvaluationSystem system) {
    return " mtls=ssl://%s administrator=%s"
        .formatted(
            system.backbone().broker().mutualBootstrap(),
            SecurityFolder.administrator(system.settings().data())
                .toAbsolutePath()
                .normalize()
                .toUri());
  }

  private static void requireWell(EvaluationSystem system) {
    Throwable failure = system.rollUp().failure();
    if (failure != null && FolderTrouble.isFull(failure)) {
      throw FolderTrouble.full(system.settings().data(), failure);
    }
    if (failure != null) {
      throw new StartException(
          new Text(
              "bộ phận tổng hợp đã dừng, hãy chạy lại: " + system.rollUp().explanation(),
              "the roll-up has stopped, start again: " + system.rollUp().explanation()),
          failure);
    }
  }

  private static void awaitReady(EvaluationSystem system) {
    while (!system.rollUp().health().isReady()) {
      requireWell(system);
      system.backbone().requireAlive();
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
