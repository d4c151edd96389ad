package vn.tonghop.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.bench.cluster.Jvm;
import vn.tonghop.bench.drain.Contender;
import vn.tonghop.bench.drain.Expected;
import vn.tonghop.bench.workload.Workload;
import vn.tonghop.standalone.process.ChildJvm;

/**
 * A peer in the rounds.
 *
 * @param mostSeconds that it is measured for: it may be much slower than all others
 */
public record Peer(String name, Jvm jvm, double mostSeconds) implements Contender {

  /** It owes national tables alone. */
  public static final String TABLES = "streams-dsl";

  /** It owes every record of the contract's topics. */
  public static final String WHOLE = "streams-dsl-whole";

  private PeerJob job() {
    return PeerJob.named(name);
  }

  private String application() {
    return "bench-" + name;
  }

  @Override
  public String group(int pass) {
    return application();
  }

  @Override
  public List<String> stages() {
    return job().stages(application());
  }

  @Override
  public ChildJvm start(Filled filled, Path folder) {
    job().createOutput(filled);
    Properties file = new Properties();
    file.put("bootstrap.servers", filled.cluster().bootstrap());
    file.put("schema.registry.url", filled.cluster().registryUrl());
    file.put("regime", Workload.REGIME.id());
    file.put("application.id", application());
    file.put("state.dir", folder.resolve("state").toString());
    Path config = folder.resolve("peer.properties");
    try (Writer writer = Files.newBufferedWriter(config)) {
      file.store(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jvm.start(
        folder.resolve("peer.log"), PeerMain.class.getName(), List.of(name, config.toString()));
  }

  @Override
  public List<String> complaints(Filled filled, Expected expected) {
    return job().complaints(filled, expected);
  }

  @Override
  public void forget(Filled filled) throws InterruptedException {
    filled.cluster().forget(application());
    job().forgetOutput(filled);
  }
}
