package vn.tonghop.standalone.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.schemas.topic.Replication;
import vn.tonghop.schemas.topic.Topic;
import vn.tonghop.schemas.topic.TopicAdmin;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.Invocation;
import vn.tonghop.streams.runtime.RollUpInstance;

/** Units come while the roll-up runs, with topics as somebody made them. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class NewTopicsTest {

  @TempDir private static Path folder;
  private static Ground ground;
  private static RollUpInstance rollUp;
  private static Sender sender;
  private static Receipts receipts;
  private static int revision;

  @BeforeAll
  static void start() throws Exception {
    ground = Ground.in(folder, List.of("01"));
    rollUp = ground.rollUp();
    sender = new Sender(ground);
    receipts = new Receipts(ground, List.of("01"));
  }

  @AfterAll
  static void close() {
    receipts.close();
    sender.close();
    rollUp.close();
    ground.close();
  }

  @Test
  void aNewUnitsTopicIsReadSoonThoughItHasTooManyPartitions() throws Exception {
    create(Topics.receipts("40"));
    ground
        .admin()
        .createTopics(
            List.of(
                new NewTopic(Topics.reports("40").name(), 3, (short) 1)
                    .configs(Topics.reports("40").configs())))
        .all()
        .get();
    receipts.add("40");
    List<SourceRecord> sent = new ArrayList<>();
    for (int partition = 0; partition < 3; partition++) {
      sent.add(
          sender.send(
              new ProducerRecord<>(
                  Topics.reports("40").name(),
                  partition,
                  null,
                  sender.bytes(
                      SomeReports.right(
                          "40", SomeReports.PROGRAMME, "2024-M0" + (partition + 1), 1)))));
    }
    for (SourceRecord each : sent) {
      assertTrue(receipts.await(each, Ground.SOON).outcome().isAccepted());
    }
    theOthersGoOn();
  }

  @Test
  void reportsWithoutAReceiptsTopicWaitUntilThereIsOne() throws Exception {
    create(Topics.reports("75"));
    SourceRecord sent = sender.send(SomeReports.right("75", 1));
    String topic = Topics.reports("75").name();
    Await.until(
        "health names it", Ground.SOON, () -> rollUp.health().unanswerable().equals(Set.of(topic)));
    for (int i = 0; i < 20; i++) {
      theOthersGoOn();
    }
    assertTrue(rollUp.health().isReady(), rollUp.health().toString());
    assertEquals(1, ground.lag("75").get(0).lag());
    String line = lagLine(topic);
    assertTrue(line.contains("\"subscribed\":false"), line);
    assertTrue(line.contains("\"lag\":1"), line);
    assertTrue(line.contains("\"verdict\":\"STOPPED\""), line);
    assertTrue(line.contains("UNSUBSCRIBED no-receipts-topic"), line);
    assertTrue(lagLine(Topics.reports("01").name()).contains("\"subscribed\":true"));

    create(Topics.receipts("75"));
    receipts.add("75");
    assertTrue(receipts.await(sent, Ground.SOON).outcome().isAccepted());
    assertTrue(lagLine(topic).contains("\"subscribed\":true"));
    assertFalse(rollUp.health().unanswerable().contains(topic));
    theOthersGoOn();
  }

  @Test
  void reportsWhoseReceiptsTopicIsTooSmallWaitUntilItIsLargeEnough() throws Exception {
    ConfigResource receiptsTopic =
        new ConfigResource(ConfigResource.Type.TOPIC, Topics.receipts("77").name());
    ground
        .admin()
        .createTopics(
            List.of(
                new NewTopic(receiptsTopic.name(), 1, (short) 1)
                    .configs(Map.of("max.message.bytes", "1000"))))
        .all()
        .get();
    create(Topics.reports("77"));
    receipts.add("77");
    SourceRecord sent = sender.send(SomeReports.right("77", 1));
    String topic = Topics.reports("77").name();
    Await.until(
        "health names it", Ground.SOON, () -> rollUp.health().unanswerable().contains(topic));
    theOthersGoOn();
    assertEquals(List.of(), receipts.of(sent));
    assertTrue(lagLine(topic).contains("\"subscribed\":false"));
    assertTrue(lagLine(topic).contains("receipts-topic-too-small"));

    ConfigEntry enough =
        new ConfigEntry("max.message.bytes", Integer.toString(Topics.RECORD_LIMIT));
    ground
        .admin()
        .incrementalAlterConfigs(
            Map.of(receiptsTopic, List.of(new AlterConfigOp(enough, AlterConfigOp.OpType.SET))))
        .all()
        .get();
    assertTrue(receipts.outcome(sent).isAccepted());
    assertFalse(rollUp.health().unanswerable().contains(topic));
  }

  private static String lagLine(String topic) {
    // Exit code 1 as well as 0: what waits in a topic that nobody reads is trouble.
    return Invocation.of(
            "lag",
            "--format",
            "json",
            "--bootstrap",
            ground.settings().bootstrap(),
            "--registry",
            ground.settings().registry())
        .lines()
        .stream()
        .filter(line -> line.contains("\"" + topic + "\""))
        .findFirst()
        .orElseThrow();
  }

  private static void create(Topic topic) throws InterruptedException {
    new TopicAdmin(ground.admin(), Replication.SINGLE).create(List.of(topic));
  }

  private static void theOthersGoOn() {
    revision++;
    SourceRecord sent = sender.send(SomeReports.right("01", revision));
    assertTrue(receipts.outcome(sent).isAccepted());
    Ground.assertWell(rollUp);
  }
}
