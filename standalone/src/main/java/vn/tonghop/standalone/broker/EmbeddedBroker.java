package vn.tonghop.standalone.broker;

import java.net.BindException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tonghop.standalone.process.FolderLock;
import vn.tonghop.standalone.process.LocalPort;
import vn.tonghop.standalone.process.PortBusyException;
import vn.tonghop.standalone.process.StartException;

/**
 * A real broker without anything installed: one KRaft node inside this JVM, durable in a folder.
 * What it acknowledged is there after a restart and after kill -9.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(30);
  private static final int TRIES = 5;

  private final FolderLock lock;
  private final KafkaRaftServer server;
  private final BrokerSettings settings;
  private final NodePorts ports;
  private final String clusterId;

  private EmbeddedBroker(
      FolderLock lock,
      KafkaRaftServer server,
      BrokerSettings settings,
      NodePorts ports,
      String clusterId) {
    this.lock = lock;
    this.server = server;
    this.settings = settings;
    this.ports = ports;
    this.clusterId = clusterId;
  }

  /**
   * Returns when clients can connect, after some 2 s, or some 5 s after kill -9.
   *
   * @throws StartException when the port or the folder is in use, or the folder is damaged
   */
  public static EmbeddedBroker start(BrokerSettings settings) {
    FolderLock lock = FolderLock.on(settings.folder());
    try {
      String clusterId = LogFolder.prepare(NodeConfig.logFolder(settings));
      KilledBroker.fence(settings);
      for (int i = 1; ; i++) {
        int port =
            settings.port() == 0
                ? LastPort.orFree(settings.folder(), settings.host(), LastPort.OF_CLIENTS)
                : settings.port();
        try {
          LocalPort.requireFree(settings.host(), port, "--broker-port (node: --port)");
          LastPort.remember(settings.folder(), port, LastPort.OF_CLIENTS);
          NodePorts ports = NodePorts.on(settings, port);
          return new EmbeddedBroker(lock, startOn(settings, ports), settings, ports, clusterId);
        } catch (StartException e) {
          if (i == TRIES || isGivenTaken(settings) || !isBindFailure(e)) {
            throw e;
          }
          LOG.debug("lost a port to another process", e);
        }
      }
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  /** Whether somebody else has a port that was asked for: another is of no use. */
  private static boolean isGivenTaken(BrokerSettings settings) {
    BrokerSecurity security = settings.security();
    return isTaken(settings, settings.port())
        || (security != null && isTaken(settings, security.mutualPort()));
  }

  private static boolean isTaken(BrokerSettings settings, int given) {
    return given != 0 && !LocalPort.isFree(settings.host(), given);
  }

  /** Of any of its ports, those that it keeps to itself too. */
  private static boolean isBindFailure(Throwable failure) {
    return failure instanceof BindException
        || failure instanceof PortBusyException
        || (failure.getCause() != null && isBindFailure(failure.getCause()));
  }

  private static KafkaRaftServer startOn(BrokerSettings settings, NodePorts ports) {
    Map<String, String> config = NodeConfig.of(settings, ports);
    return FaultTrap.start(
        settings.folder(), () -> new KafkaRaftServer(new KafkaConfig(config, false), Time.SYSTEM));
  }

  /** {@code HOST:PORT}, for {@code bootstrap.servers}. */
  public String bootstrap() {
    return settings.host() + ":" + ports.broker();
  }

  /** {@code HOST:PORT} for clients that come by certificate; only of a broker with security. */
  public String mutualBootstrap() {
    return settings.host() + ":" + ports.mutual();
  }

  /** How this process itself asks the broker: with every right. */
  public Map<String, Object> ownClient() {
    BrokerSecurity security = settings.security();
    return security == null
        ? Map.of("bootstrap.servers", bootstrap())
        : Map.copyOf(security.internalClient(NodeConfig.CONTROLLER_HOST + ":" + ports.internal()));
  }

  /** The same for as long as the folder lives. */
  public String clusterId() {
    return clusterId;
  }

  /** Ends cleanly; takes a second, and never more than half a minute. */
  @Override
  public void close() {
    CompletableFuture<Void> down = CompletableFuture.runAsync(server::shutdown);
    try {
      down.get(LONGEST_CLOSE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // Nothing that was acknowledged is lost: the next start recovers it.
      LOG.warn("the broker did not end cleanly", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.close();
    }
  }
}
