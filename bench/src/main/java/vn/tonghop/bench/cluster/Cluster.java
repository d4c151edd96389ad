package vn.tonghop.bench.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.schemas.topic.Replication;
import vn.tonghop.schemas.topic.Topic;
import vn.tonghop.schemas.topic.TopicAdmin;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.process.ChildJvm;
import vn.tonghop.standalone.process.StartException;
import vn.tonghop.standalone.registry.RegistryProcess;
import vn.tonghop.standalone.registry.RegistrySettings;
import vn.tonghop.standalone.system.Setup;

/**
 * A broker and a registry, each a process of its own so that each one's cost shows, with the
 * pipeline's topics, schemas and reference data.
 */
public final class Cluster implements AutoCloseable {

  private static final Pattern READY = Pattern.compile("ready bootstrap=(\\S+)");
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final ChildJvm broker;
  private final RegistryProcess registry;
  private final String bootstrap;
  private final Path folder;
  private final List<String> units;
  private final Admin admin;

  private Cluster(
      ChildJvm broker,
      RegistryProcess registry,
      String bootstrap,
      Path folder,
      List<String> units) {
    this.broker = broker;
    this.registry = registry;
    this.bootstrap = bootstrap;
    this.folder = folder;
    this.units = List.copyOf(units);
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
  }

  /**
   * Starts it in an empty folder; takes some ten seconds.
   *
   * @param units that get topics
   */
  public static Cluster start(Jvm jvm, Path folder, List<String> units, ReferenceRows reference)
      throws InterruptedException {
    ChildJvm broker =
        jvm.tonghop(
            folder.resolve("node.log"),
            List.of("node", "--data", folder.toString(), "--port", "0"));
    try {
      RegistryProcess registry =
          RegistryProcess.start(RegistrySettings.in(folder.resolve("registry")));
      Cluster cluster = new Cluster(broker, registry, awaitReady(broker), folder, units);
      cluster.setUp(reference);
      return cluster;
    } catch (RuntimeException | InterruptedException e) {
      broker.close();
      throw e;
    }
  }

  private static String awaitReady(ChildJvm broker) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Matcher ready = READY.matcher(broker.output());
      if (ready.find()) {
        return ready.group(1);
      }
      if (broker.endsWithin(LOOK_EVERY)) {
        break;
      }
    }
    throw new StartException("the broker did not start:\n" + broker.tail());
  }

  private void setUp(ReferenceRows reference) throws InterruptedException {
    try {
      new Setup(clients(), Replication.SINGLE).run(units, UnaryOperator.identity(), reference);
    } catch (RuntimeException | InterruptedException e) {
      close();
      throw e;
    }
  }

  public String bootstrap() {
    return bootstrap;
  }

  public String registryUrl() {
    return registry.url();
  }

  /** What every client of it is configured with. */
  public Map<String, Object> clients() {
    Map<String, Object> config = new HashMap<>();
    config.put("bootstrap.servers", bootstrap);
    config.put("schema.registry.url", registry.url());
    return config;
  }

  /** Of the cluster; closed with it. */
  public Admin admin() {
    return admin;
  }

  public List<String> units() {
    return units;
  }

  /** The broker's use of the machine. */
  public Measured broker() {
    return new Measured(broker.pid());
  }

  /** The folder that holds the broker's partitions, one folder each. */
  public Path brokerLog() {
    return folder.resolve("broker").resolve("log");
  }

  /** Names of all reports topics. */
  public List<String> reportTopics() {
    return units.stream().map(unit -> Topics.reports(unit).name()).toList();
  }

  /** Every topic that the roll-up writes, internal ones aside. */
  public List<Topic> outputs() {
    List<Topic> outputs = new ArrayList<>(Topics.shared());
    outputs.remove(Topics.REFERENCE);
    units.forEach(unit -> outputs.add(Topics.receipts(unit)));
    return outputs;
  }

  /**
   * Takes back an application's groups and its own topics. The reports and the outputs stay.
   *
   * @param prefix with which the names of these groups and topics begin
   */
  public void forget(String prefix) throws InterruptedException {
    for (String group : groups().filter(it -> it.startsWith(prefix)).toList()) {
      forgetGroup(group);
    }
    delete(topics().filter(it -> it.startsWith(prefix)).toList());
  }

  /** Takes back all that stands in the outputs, which are made anew. */
  public void forgetOutputs() throws InterruptedException {
    List<Topic> outputs = outputs();
    delete(outputs.stream().map(Topic::name).toList());
    new TopicAdmin(admin, Replication.SINGLE).create(outputs);
  }

  private Stream<String> groups() throws InterruptedException {
    try {
      return admin.listGroups().all().get().stream().map(GroupListing::groupId);
    } catch (ExecutionException e) {
      throw new KafkaException("groups cannot be listed", e.getCause());
    }
  }

  /** Takes back a group's committed offsets; a group that is not there is no error. */
  private void forgetGroup(String group) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!deleted(group)) {
      if (System.nanoTime() > deadline) {
        throw new KafkaException("group " + group + " still has members");
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  /** False while a member that was killed has not been given up by the broker. */
  private boolean deleted(String group) throws InterruptedException {
    try {
      admin.deleteConsumerGroups(List.of(group)).all().get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupNotEmptyException) {
        return false;
      }
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return true;
      }
      throw new KafkaException("group " + group + " stays", e.getCause());
    }
  }

  /** Deletes topics that exist. */
  public void delete(Collection<String> names) throws InterruptedException {
    try {
      admin.deleteTopics(names).all().get();
    } catch (ExecutionException e) {
      throw new KafkaException("topics stay: " + names, e.getCause());
    }
  }

  /** Names of the topics that there are. */
  public Stream<String> topics() throws InterruptedException {
    try {
      return admin.listTopics().names().get().stream();
    } catch (ExecutionException e) {
      throw new KafkaException("topics cannot be listed", e.getCause());
    }
  }

  /** What the broker and the registry have printed last, for an error's message. */
  public String tail() {
    return broker.tail();
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(5));
    registry.close();
    broker.close();
  }
}
