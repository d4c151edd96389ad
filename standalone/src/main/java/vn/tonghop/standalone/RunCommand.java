package vn.tonghop.standalone;

import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.producer.settings.SettingsOptions;
import vn.tonghop.schemas.topic.Replication;
import vn.tonghop.schemas.topic.TopicAdmin;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.log.LogFormat;
import vn.tonghop.standalone.process.PortBusyException;
import vn.tonghop.standalone.process.StartException;
import vn.tonghop.streams.config.RollUpSettings;
import vn.tonghop.streams.runtime.HealthServer;
import vn.tonghop.streams.runtime.Observed;
import vn.tonghop.streams.runtime.RollUpInstance;

/** {@code tonghop run}: one instance of the roll-up, as deployments need it. */
@Command(
    name = "run",
    description = {
      "Runs one instance of the roll-up against a broker and a registry.",
      "Chạy một tiến trình tổng hợp với máy chủ Kafka và kho lược đồ có sẵn."
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  /** What a stop may take beside the stop of the threads, before it is given up. */
  private static final Duration REST_OF_STOP = Duration.ofSeconds(5);

  @Mixin private SettingsOptions options = new SettingsOptions();
  @Mixin private LogOptions log = new LogOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = options.settings(System.getenv());
    log.begin(System.getenv(), settings.kafka());
    RollUpSettings rollUp = RollUpSettings.of(all(settings));
    CleanEnd end = CleanEnd.begin();
    try {
      requireTopics(ClientConfig.of(settings));
      RollUpInstance instance = start(rollUp);
      end.closing(
          Duration.ofMillis(rollUp.stopTimeout()).plus(REST_OF_STOP),
          () -> {
            instance.close();
            return instance.isClosedInTime() && instance.failure() == null;
          });
      return serve(rollUp, instance);
    } finally {
      end.byItself();
    }
  }

  private int serve(RollUpSettings settings, RollUpInstance instance)
      throws IOException, InterruptedException {
    try (HealthServer health = health(settings, instance)) {
      spec.commandLine()
          .getOut()
          .println("started application=" + settings.applicationId() + health.address());
      spec.commandLine().getOut().flush();
      Throwable failure = instance.awaitEnd();
      if (failure != null) {
        // The log has it by now. Gone at once, it would have failed between two looks of
        // Prometheus.
        Thread.sleep(settings.healthPort() == 0 ? 0 : settings.stay());
        throw new StartException("the roll-up has stopped: " + instance.explanation(), failure);
      }
      return 0;
    }
  }

  private static HealthServer health(RollUpSettings settings, RollUpInstance instance)
      throws IOException {
    try {
      return HealthServer.start(
          settings.healthHost(), settings.healthPort(), Observed.of(instance));
    } catch (BindException e) {
      throw new PortBusyException(settings.healthHost(), settings.healthPort(), "health.port");
    }
  }

  private static RollUpInstance start(RollUpSettings settings) throws InterruptedException {
    try {
      return RollUpInstance.start(settings);
    } catch (IllegalStateException e) {
      throw new StartException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Map<String, String> all(Settings settings) {
    Map<String, String> all = new HashMap<>(settings.kafka());
    all.remove(LogFormat.KEY);
    all.put("bootstrap.servers", settings.bootstrap());
    all.put("schema.registry.url", settings.registry());
    all.put("regime", settings.regime().id());
    all.putIfAbsent("state.dir", settings.data().resolve("roll-up").toString());
    return all;
  }

  /** A missing or too small output topic would stop the roll-up again and again. */
  private static void requireTopics(Map<String, Object> config) throws InterruptedException {
    try (Admin admin = Admin.create(config)) {
      List<String> complaints =
          new TopicAdmin(admin, Replication.SINGLE).complaints(Topics.shared());
      if (!complaints.isEmpty()) {
        throw new StartException(
            String.join(System.lineSeparator(), complaints)
                + System.lineSeparator()
                + "run `tonghop setup` first / hãy chạy `tonghop setup` trước");
      }
    }
  }
}
