package vn.tonghop.standalone.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings of a single Kafka node that is broker and controller, small and quick to start. */
final class NodeConfig {
  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  /** The controller talks to nobody but the broker in the same JVM. */
  static final String CONTROLLER_HOST = "127.0.0.1";

  private static final Map<String, String> ONE_NODE =
      Map.ofEntries(
          Map.entry("process.roles", "broker,controller"),
          Map.entry("node.id", Integer.toString(NODE_ID)),
          Map.entry("controller.listener.names", CONTROLLER_LISTENER),
          Map.entry("inter.broker.listener.name", "PLAINTEXT"),
          Map.entry("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT"),
          Map.entry("default.replication.factor", "1"),
          Map.entry("min.insync.replicas", "1"),
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.min.isr", "1"),
          // A topic that nobody declared is a mistake in a name.
          Map.entry("auto.create.topics.enable", "false"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          // After a week of rest the roll-up would begin anew and answer every report again.
          Map.entry("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE)),
          // A node that is alive, and only slow, is not to be taken for dead: KilledBroker looks
          // after one that is.
          Map.entry("broker.session.timeout.ms", "9000"),
          Map.entry("broker.heartbeat.interval.ms", "500"));

  /** A report of 640 KiB with its headers fits, and so does a table's history record. */
  private static final int MESSAGE_BYTES = 4 * 1024 * 1024;

  private static final Map<String, String> SMALL =
      Map.ofEntries(
          Map.entry("offsets.topic.num.partitions", "4"),
          Map.entry("transaction.state.log.num.partitions", "4"),
          Map.entry("share.coordinator.state.topic.num.partitions", "1"),
          // Index files are allocated in full: segments that stay small keep small indexes.
          Map.entry("offsets.topic.segment.bytes", "10485760"),
          Map.entry("transaction.state.log.segment.bytes", "10485760"),
          Map.entry("log.index.size.max.bytes", "1048576"),
          Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
          Map.entry("log.cleaner.io.buffer.size", "131072"),
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "4"),
          Map.entry("num.recovery.threads.per.data.dir", "2"),
          Map.entry("background.threads", "2"),
          Map.entry("message.max.bytes", Integer.toString(MESSAGE_BYTES)),
          Map.entry("replica.fetch.max.bytes", Integer.toString(MESSAGE_BYTES)),
          // A dead instance's transaction blocks read_committed readers no longer than this.
          Map.entry("transaction.max.timeout.ms", "900000"));

  private NodeConfig() {}

  static Map<String, String> of(BrokerSettings settings, NodePorts ports) {
    String controller = CONTROLLER_HOST + ":" + ports.controller();
    Map<String, String> config = new HashMap<>(ONE_NODE);
    config.putAll(SMALL);
    config.put("log.dirs", logFolder(settings).toString());
    config.put("controller.quorum.voters", NODE_ID + "@" + controller);
    String clients = clients(settings, ports);
    config.put("listeners", clients + ",CONTROLLER://" + controller);
    config.put("advertised.listeners", clients);
    if (settings.security() != null) {
      config.putAll(settings.security().config());
    }
    config.putAll(settings.overrides());
    return config;
  }

  private static String clients(BrokerSettings settings, NodePorts ports) {
    String host = settings.host();
    if (settings.security() == null) {
      return "PLAINTEXT://" + host + ":" + ports.broker();
    }
    return "%s://%s:%d,%s://%s:%d,%s://%s:%d"
        .formatted(
            BrokerSecurity.CLIENT,
            host,
            ports.broker(),
            BrokerSecurity.MUTUAL,
            host,
            ports.mutual(),
            BrokerSecurity.INTERNAL,
            CONTROLLER_HOST,
            ports.internal());
  }

  /** The same folder's controller without its broker. */
  static Map<String, String> ofController(BrokerSettings settings, int controllerPort) {
    Map<String, String> config = of(settings, new NodePorts(0, 0, 0, controllerPort));
    config.put("process.roles", "controller");
    config.put("listeners", "CONTROLLER://" + CONTROLLER_HOST + ":" + controllerPort);
    config.remove("advertised.listeners");
    config.remove("inter.broker.listener.name");
    return config;
  }

  static Path logFolder(BrokerSettings settings) {
    return settings.folder().toAbsolutePath().normalize().resolve("log");
  }
}
