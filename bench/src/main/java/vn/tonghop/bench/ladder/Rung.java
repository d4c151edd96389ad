package vn.tonghop.bench.ladder;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import vn.tonghop.bench.cluster.Cluster;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.bench.cluster.Jvm;
import vn.tonghop.bench.drain.Contender;
import vn.tonghop.bench.drain.Expected;
import vn.tonghop.bench.drain.OutputCheck;
import vn.tonghop.standalone.process.ChildJvm;

/**
 * One rung of the ladder as a process.
 *
 * @param commitMillis between two commits; below L3 those of offsets alone
 * @param leastSeconds that it is measured for: it reads the topics again and again until then, each
 *     time from nothing. The last rung's output is compared with the oracle, so it reads once
 */
public record Rung(Step step, Jvm jvm, int commitMillis, double leastSeconds) implements Contender {

  static final int PARTITIONS = 4;

  public Rung {
    leastSeconds = step.reaches(Step.L5) ? 0 : leastSeconds;
  }

  @Override
  public String name() {
    return step.name();
  }

  @Override
  public String group(int pass) {
    return group(step, pass);
  }

  static String group(Step step, int pass) {
    return prefix(step) + "pass-" + pass;
  }

  static String totals(Step step) {
    return prefix(step) + "totals";
  }

  static String state(Step step) {
    return prefix(step) + "state";
  }

  private static String prefix(Step step) {
    return "bench-" + step + "-";
  }

  @Override
  public ChildJvm start(Filled filled, Path folder) {
    Cluster cluster = filled.cluster();
    createTopics(cluster);
    return jvm.start(
        folder.resolve(step.name() + ".log"),
        RungMain.class.getName(),
        List.of(
            step.name(),
            cluster.bootstrap(),
            cluster.registryUrl(),
            Integer.toString(commitMillis)));
  }

  private void createTopics(Cluster cluster) {
    Map<String, String> compact = Map.of("cleanup.policy", "compact");
    NewTopic totals = new NewTopic(totals(step), PARTITIONS, (short) 1).configs(compact);
    NewTopic state = new NewTopic(state(step), PARTITIONS, (short) 1).configs(compact);
    try {
      cluster.admin().createTopics(List.of(totals, state)).all().get();
    } catch (ExecutionException e) {
      throw new KafkaException("no topics for " + name(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException(e);
    }
  }

  @Override
  public List<String> complaints(Filled filled, Expected expected) {
    return step.reaches(Step.L5) ? OutputCheck.complaints(filled.cluster(), expected) : List.of();
  }

  @Override
  public void forget(Filled filled) throws InterruptedException {
    filled.cluster().forget(prefix(step));
    if (step.reaches(Step.L5)) {
      filled.cluster().forgetOutputs();
    }
  }
}
