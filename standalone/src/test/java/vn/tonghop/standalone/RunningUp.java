package vn.tonghop.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.system.EvaluationSystem;
import vn.tonghop.streams.runtime.LagReader;
import vn.tonghop.streams.runtime.PartitionLag;
import vn.tonghop.streams.topology.InternalTopics;

/** {@code up} in a JVM of its own, and the other commands against it. */
final class RunningUp implements AutoCloseable {

  private final HelperJvm process;
  private final String regime;
  private final Path patient;

  private RunningUp(HelperJvm process, String regime, Path patient) {
    this.process = process;
    this.regime = regime;
    this.patient = patient;
  }

  /** Returns when it has said {@code ready}; on free ports. */
  static RunningUp start(Path data, String regime, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("up", "--regime", regime, "--data", data.toString()));
    arguments.addAll(List.of("--broker-port", "0", "--registry-port", "0"));
    arguments.addAll(List.of(more));
    HelperJvm process = HelperJvm.start(Tonghop.class, arguments.toArray(String[]::new));
    if (!process.ready().get(0).equals("ready")) {
      process.close();
      throw new IOException("up said " + process.ready());
    }
    Path patient =
        Files.createTempFile(data.toAbsolutePath().getParent(), "patient", ".properties");
    return new RunningUp(process, regime, Files.writeString(patient, Patient.LINES));
  }

  /** A command of a user of this system. */
  Invocation run(String... command) {
    return Invocation.of(arguments(command));
  }

  /** For programs of a user. */
  Settings settings() {
    Regime known = Regime.of(regime).orElseThrow();
    return new Settings(
        value("bootstrap="), value("registry="), known, Path.of("data"), Patient.SETTINGS);
  }

  /** The same command line, for a process of its own. */
  List<String> arguments(String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--bootstrap", value("bootstrap="), "--registry", value("registry=")));
    arguments.addAll(List.of("--regime", regime, "--lang", "en"));
    if (!arguments.contains("--config")) {
      arguments.addAll(List.of("--config", patient.toString()));
    }
    return arguments;
  }

  /** Waits until all that was sent has gone through every stage and is seen by readers. */
  void awaitSettled(Duration patience) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", value("bootstrap=")))) {
      LagReader lag = new LagReader(admin, EvaluationSystem.APPLICATION_ID);
      List<List<String>> stages = new ArrayList<>();
      stages.add(names(admin).stream().filter(each -> Topics.unitOf(each).isPresent()).toList());
      InternalTopics.sources(EvaluationSystem.APPLICATION_ID)
          .forEach(each -> stages.add(List.of(each)));
      for (List<String> stage : stages) {
        Await.until(
            "settled: " + stage,
            patience,
            () -> read(lag, stage).stream().allMatch(PartitionLag::isSettled));
      }
      Await.until(
          "the tables are seen",
          patience,
          () ->
              read(lag, List.of(Topics.TABLES.name())).stream()
                  .allMatch(each -> each.stable() == each.end()));
    }
  }

  /** SIGTERM; returns when it has ended. */
  void end() throws InterruptedException {
    process.end();
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
  }

  private static Collection<String> names(Admin admin) {
    return admin.listTopics().names().toCompletionStage().toCompletableFuture().join();
  }

  private static List<PartitionLag> read(LagReader lag, Collection<String> topics) {
    try {
      return lag.read(topics);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String value(String name) {
    return process.ready().stream()
        .filter(word -> word.startsWith(name))
        .findFirst()
        .orElseThrow()
        .substring(name.length());
  }
}
