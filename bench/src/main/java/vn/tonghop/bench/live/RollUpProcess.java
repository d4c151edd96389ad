package vn.tonghop.bench.live;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import vn.tonghop.bench.cluster.Cluster;
import vn.tonghop.bench.cluster.Jvm;
import vn.tonghop.bench.cluster.Measured;
import vn.tonghop.bench.drain.RollUp;
import vn.tonghop.bench.workload.Workload;
import vn.tonghop.standalone.process.ChildJvm;
import vn.tonghop.standalone.process.StartException;

/** {@code tonghop run} as a process that can be killed. */
public final class RollUpProcess implements AutoCloseable {

  private static final Duration LOOK_EVERY = Duration.ofMillis(5);

  private final ChildJvm child;

  private RollUpProcess(ChildJvm child) {
    this.child = child;
  }

  /**
   * Starts it; returns at once.
   *
   * @param folder for its state and settings; a restart takes the same
   * @param settings beyond broker, registry and regime
   */
  public static RollUpProcess start(
      Jvm jvm, Cluster cluster, Path folder, Map<String, String> settings) throws IOException {
    Properties file = new Properties();
    file.put("bootstrap.servers", cluster.bootstrap());
    file.put("schema.registry.url", cluster.registryUrl());
    file.put("regime", Workload.REGIME.id());
    file.put("application.id", RollUp.APPLICATION);
    file.put("state.dir", folder.resolve("state").toString());
    file.putAll(settings);
    Path config = folder.resolve("run.properties");
    try (Writer writer = Files.newBufferedWriter(config)) {
      file.store(writer, null);
    }
    return new RollUpProcess(
        jvm.tonghop(folder.resolve("run.log"), List.of("run", "--config", config.toString())));
  }

  /** Its use of the machine. */
  public Measured measured() {
    return new Measured(child.pid());
  }

  /**
   * Whether it still runs.
   *
   * @throws StartException with what it printed last, if it does not
   */
  public void requireRunning() {
    if (child.hasEnded()) {
      throw new StartException("the roll-up has ended:\n" + child.tail());
    }
  }

  /** As {@code kill -9}; returns once it is gone. */
  public void kill() {
    ProcessHandle.of(child.pid()).ifPresent(ProcessHandle::destroyForcibly);
    while (!child.endsWithin(LOOK_EVERY)) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    child.close();
  }
}
