package vn.tonghop.standalone.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.utils.Time;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.producer.PlaintextCheck;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.HelperJvm;
import vn.tonghop.standalone.TestPort;
import vn.tonghop.standalone.process.LocalPort;
import vn.tonghop.standalone.process.PortBusyException;
import vn.tonghop.standalone.process.StartException;

@Timeout(value = 600, unit = TimeUnit.SECONDS)
class EmbeddedBrokerTest {
  private static final List<String> VALUES = List.of("a", "b", "c", "d", "e");

  /** When the question is given up that nobody answers. */
  private static final Duration GIVEN_UP = Duration.ofSeconds(10);

  private final Path folder;

  EmbeddedBrokerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void topicsAndCommittedRecordsSurviveACleanRestart() throws Exception {
    String clusterId;
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder))) {
      clusterId = broker.clusterId();
      Records.createTopic(broker.bootstrap());
      Records.writeInOneTransaction(broker.bootstrap(), VALUES);
    }
    try (EmbeddedBroker again = EmbeddedBroker.start(BrokerSettings.in(folder))) {
      assertEquals(clusterId, again.clusterId());
      // The marks of a commit may come after its answer, and then from the next broker.
      Await.until(
          "the committed records are back",
          Duration.ofSeconds(30),
          () -> VALUES.equals(Records.read(again.bootstrap())));
    }
  }

  @RepeatedTest(3)
  void acknowledgedRecordsSurviveKillNine() throws Exception {
    try (HelperJvm killed = HelperJvm.start(BrokerMain.class, folder.toString())) {
      String bootstrap = killed.ready().get(0);
      Records.createTopic(bootstrap);
      Records.writeInOneTransaction(bootstrap, VALUES);
      killed.kill();
    }
    try (EmbeddedBroker again = EmbeddedBroker.start(BrokerSettings.in(folder))) {
      // The killed broker may still have owed the marks of the commit; the new one sets them.
      Await.until(
          "the committed records are back",
          Duration.ofSeconds(30),
          () -> VALUES.equals(Records.read(again.bootstrap())));
    }
  }

  @Test
  void itListensWhereItWasToldAndMakesNoTopicUnasked() throws Exception {
    int port = TestPort.free();
    BrokerSettings settings =
        BrokerSettings.in(folder).withPort(port).withOverrides(Map.of("num.partitions", "7"));
    try (EmbeddedBroker broker = EmbeddedBroker.start(settings);
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      assertEquals("127.0.0.1:" + port, broker.bootstrap());
      assertEquals(broker.clusterId(), admin.describeCluster().clusterId().get());
      ExecutionException unknown =
          assertThrows(
              ExecutionException.class,
              () -> admin.describeTopics(List.of("mistyped")).allTopicNames().get());
      assertInstanceOf(UnknownTopicOrPartitionException.class, unknown.getCause());
    }
    assertTrue(LocalPort.isFree("127.0.0.1", port), "closed, but still listening");
  }

  /** Else each command would wait for an answer before it begins. */
  @Test
  void itAnswersAtOnceWhoAsksWhetherItSpeaksTls() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder))) {
      Settings settings =
          new Settings(
              broker.bootstrap(),
              "http://127.0.0.1:1",
              Regime.DECREE_09_2019,
              Path.of("data"),
              Map.of());
      PlaintextCheck.require(settings);
      long begun = System.nanoTime();
      PlaintextCheck.require(settings);
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      assertTrue(took.compareTo(GIVEN_UP) < 0, took.toString());
    }
  }

  @Test
  void aBusyPortIsNamed() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      BrokerSettings settings = BrokerSettings.in(folder).withPort(other.getLocalPort());
      PortBusyException busy =
          assertThrows(PortBusyException.class, () -> EmbeddedBroker.start(settings));
      assertEquals(other.getLocalPort(), busy.port());
      assertTrue(busy.getMessage().contains("" + other.getLocalPort()), busy.getMessage());
    }
  }

  @Test
  void aPortLostDuringTheStartIsAnExceptionAndNotTheEndOfTheJvm() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      BrokerSettings settings = BrokerSettings.in(folder);
      LogFolder.prepare(NodeConfig.logFolder(settings));
      Map<String, String> config =
          NodeConfig.of(settings, new NodePorts(other.getLocalPort(), 0, 0, TestPort.free()));
      assertThrows(
          StartException.class,
          () ->
              FaultTrap.start(
                  folder, () -> new KafkaRaftServer(new KafkaConfig(config, false), Time.SYSTEM)));
    }
    EmbeddedBroker.start(BrokerSettings.in(folder)).close();
  }

  @Test
  void aFolderServesOneBrokerAtATime() {
    EmbeddedBroker first = EmbeddedBroker.start(BrokerSettings.in(folder));
    try (first) {
      StartException second =
          assertThrows(StartException.class, () -> EmbeddedBroker.start(BrokerSettings.in(folder)));
      assertTrue(second.getMessage().contains(folder + " is in use"), second.getMessage());
    }
  }

  @Test
  void aDamagedFolderIsRefusedAndLeftAsItIs() throws IOException {
    Path log = Files.createDirectories(folder.resolve("log"));
    Path meta = log.resolve("meta.properties");
    for (String damage :
        List.of(
            "version=1\nnode.id=7\ncluster.id=another\n",
            "version=1\nnode.id=1\n",
            "version=9\nnode.id=1\ncluster.id=x\n",
            "version=one\n")) {
      Files.writeString(meta, damage);
      StartException refused = refused();
      assertTrue(refused.getMessage().contains(log.toString()), refused.getMessage());
      assertEquals(damage, Files.readString(meta));
    }
    Files.move(meta, log.resolve("meta.properties.lost"));
    assertTrue(refused().getMessage().contains("no meta.properties"));
  }

  private StartException refused() {
    return assertThrows(
        StartException.class, () -> EmbeddedBroker.start(BrokerSettings.in(folder)).close());
  }
}
