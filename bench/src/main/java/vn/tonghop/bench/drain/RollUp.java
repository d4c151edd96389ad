package vn.tonghop.bench.drain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.bench.cluster.Jvm;
import vn.tonghop.bench.workload.Workload;
import vn.tonghop.standalone.process.ChildJvm;
import vn.tonghop.streams.runtime.AtLeastOnceRollUp;
import vn.tonghop.streams.topology.InternalTopics;

/**
 * The system under test: {@code tonghop run} with its own defaults.
 *
 * @param settings beside the addresses, as in a file of {@code --config}
 * @param atLeastOnce started by {@link AtLeastOnceRollUp} instead, to see what exactly-once costs
 */
public record RollUp(String name, Jvm jvm, Map<String, String> settings, boolean atLeastOnce)
    implements Contender {

  /** Its consumer group, and prefix of its internal topics. */
  public static final String APPLICATION = "bench-roll-up";

  public RollUp {
    settings = Map.copyOf(settings);
  }

  /** As it is delivered. */
  public static RollUp asDelivered(Jvm jvm) {
    return new RollUp("ours", jvm, Map.of(), false);
  }

  @Override
  public String group(int pass) {
    return APPLICATION;
  }

  @Override
  public ChildJvm start(Filled filled, Path folder) {
    Path config = folder.resolve("roll-up.properties");
    Properties properties = new Properties();
    properties.putAll(all(filled, folder));
    try (Writer writer = Files.newBufferedWriter(config)) {
      properties.store(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path log = folder.resolve("run.log");
    return atLeastOnce
        ? jvm.start(log, AtLeastOnceRollUp.class.getName(), List.of(config.toString()))
        : jvm.tonghop(log, List.of("run", "--config", config.toString()));
  }

  private Map<String, String> all(Filled filled, Path folder) {
    Map<String, String> all = new HashMap<>();
    all.put("bootstrap.servers", filled.cluster().bootstrap());
    all.put("schema.registry.url", filled.cluster().registryUrl());
    all.put("regime", Workload.REGIME.id());
    all.put("application.id", APPLICATION);
    all.put("state.dir", folder.resolve("state").toString());
    all.putAll(settings);
    return all;
  }

  @Override
  public List<String> stages() {
    return InternalTopics.sources(APPLICATION);
  }

  @Override
  public List<String> complaints(Filled filled, Expected expected) {
    return OutputCheck.complaints(filled.cluster(), expected);
  }

  @Override
  public void forget(Filled filled) throws InterruptedException {
    filled.cluster().forget(APPLICATION);
    filled.cluster().forgetOutputs();
  }
}
