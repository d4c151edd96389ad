package vn.tonghop.schemas.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MockAdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicAdminTest {
  private final MockAdminClient broker =
      MockAdminClient.create().numBrokers(1).defaultPartitions((short) 1).build();
  private final TopicAdmin admin = new TopicAdmin(broker, Replication.SINGLE);

  /** Leaders that answer: the mock knows the end of no partition until it is told. */
  TopicAdminTest() {
    Stream.concat(
            Topics.shared().stream(),
            Stream.of("40", "01").flatMap(u -> Stream.of(Topics.reports(u), Topics.receipts(u))))
        .forEach(
            topic -> {
              for (int partition = 0; partition < topic.partitions(); partition++) {
                broker.updateEndOffsets(Map.of(new TopicPartition(topic.name(), partition), 0L));
              }
            });
  }

  @AfterEach
  void close() {
    broker.close();
  }

  private Set<String> names() throws Exception {
    return broker.listTopics().names().get();
  }

  @Test
  void creatingTwiceIsCreatingOnceAndLeavesNothingToComplainOf() throws Exception {
    admin.create(Topics.shared());
    admin.create(Topics.shared());
    assertEquals(6, names().size());
    assertEquals(List.of(), admin.complaints(Topics.shared()));
  }

  @Test
  void aReportsTopicIsMadeOnlyWhereItsReceiptsTopicIs() throws Exception {
    broker.timeoutNextRequest(1);
    assertThrows(
        TimeoutException.class, () -> admin.createUnits(List.of("40"), UnaryOperator.identity()));
    assertFalse(names().contains("tonghop.reports.40"), "no receipts, no reports");
    admin.createUnits(List.of("40", "01"), Topics::createTimeVariant);
    assertTrue(names().containsAll(List.of("tonghop.receipts.01", "tonghop.reports.01")));
  }

  @Test
  void whatIsMissingOrTooSmallOrCutOtherwiseIsSaid() throws Exception {
    broker
        .createTopics(
            List.of(
                new NewTopic("tonghop.tables", 3, (short) 1)
                    .configs(Map.of("max.message.bytes", "2097152")),
                new NewTopic("tonghop.dead-letters", 1, (short) 1)
                    .configs(Map.of("max.message.bytes", "1048588")),
                new NewTopic("tonghop.reports.40", 1, (short) 1)
                    .configs(Map.of("max.message.bytes", "1048588"))))
        .all()
        .get();
    assertEquals(
        List.of(
            "tonghop.standings: does not exist",
            "tonghop.tables: has 3 partitions, needs exactly 4",
            "tonghop.dead-letters: max.message.bytes is 1048588, needs at least 2097152",
            "tonghop.reports.40: max.message.bytes is 1048588, needs exactly 655360"),
        admin.complaints(
            List.of(Topics.STANDINGS, Topics.TABLES, Topics.DEAD_LETTERS, Topics.reports("40"))));
  }

  @Test
  void aBrokerThatRefusesIsNotTakenForATopicThatExists() {
    broker.timeoutNextRequest(1);
    assertThrows(KafkaException.class, () -> admin.create(Topics.shared()));
  }

  /** A broker that has not heard yet of what its controller has just made. */
  @Test
  void aTopicThatTheBrokerDoesNotKnowYetIsAskedForAgain() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Admin slow =
        (Admin)
            Proxy.newProxyInstance(
                Admin.class.getClassLoader(),
                new Class<?>[] {Admin.class},
                (self, method, arguments) ->
                    method.getName().equals("describeTopics") && asked.incrementAndGet() < 3
                        ? broker.describeTopics(List.of("not-made"))
                        : method.invoke(broker, arguments));
    new TopicAdmin(slow, Replication.SINGLE).create(Topics.shared());
    assertEquals(3, asked.get());
    assertEquals(6, names().size());
  }
}
