package vn.tonghop.schemas.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicsTest {

  @Test
  void aReportsTopicTakesNoCompressedRecordAndStampsItsOwnTime() {
    assertEquals(
        Map.of(
            "cleanup.policy", "delete",
            "retention.ms", "-1",
            "retention.bytes", "-1",
            "message.timestamp.type", "LogAppendTime",
            "compression.type", "uncompressed",
            "max.message.bytes", "655360"),
        Topics.reports("40").configs());
  }

  @Test
  void everyTopicThatTheRollUpWritesTakesMoreThanItsProducersSend() {
    Stream.concat(Topics.shared().stream(), Stream.of(Topics.receipts("40")))
        .forEach(
            topic ->
                assertTrue(topic.maxMessageBytes() > Topics.MAX_REQUEST_BYTES, topic.toString()));
  }

  @Test
  void everyTopicThatTheRollUpWritesTakesARecordOfAnyTime() {
    Stream.concat(Topics.shared().stream(), Stream.of(Topics.receipts("40")))
        .forEach(
            topic ->
                assertEquals(
                    Long.toString(Long.MAX_VALUE),
                    topic.configs().get("message.timestamp.after.max.ms"),
                    topic.name()));
  }

  @Test
  void onlyTheStateOfTheWorldIsCompactedAndHistoryIsKept() {
    List<Topic> compacted =
        Topics.shared().stream().filter(topic -> topic.cleanup() == Cleanup.COMPACTED).toList();
    assertEquals(List.of(Topics.STANDINGS, Topics.TABLES), compacted);
    assertEquals("-1", Topics.TABLES_HISTORY.configs().get("retention.ms"));
    assertEquals("LogAppendTime", Topics.REFERENCE.configs().get("message.timestamp.type"));
  }

  @Test
  void theUnitIsReadFromTheNameOfItsTopicAndFromNoOther() {
    assertEquals(Optional.of("X-BCTW"), Topics.unitOf(Topics.reports("X-BCTW").name()));
    assertEquals(Optional.empty(), Topics.unitOf("tonghop.receipts.40"));
    assertEquals(Optional.empty(), Topics.unitOf("tonghop.reports."));
    assertEquals(Optional.empty(), Topics.unitOf("tonghop.reports.a.b"));
    assertEquals(Optional.empty(), Topics.unitOf("tonghopXreports.40"));
    assertEquals(Optional.empty(), Topics.unitOf("tonghop.reports." + "x".repeat(65)));
  }

  @Test
  void aUnitThatCannotBePartOfANameHasNoTopic() {
    for (String unit : List.of("", "a b", "../x", "é", "x".repeat(65))) {
      assertThrows(IllegalArgumentException.class, () -> Topics.reports(unit), unit);
      assertThrows(IllegalArgumentException.class, () -> Topics.receipts(unit), unit);
    }
  }

  @Test
  void historyReplaysWithTheSendersTimeOnlyInTheVariantForIt() {
    Topic variant = Topics.createTimeVariant(Topics.reports("40"));
    assertEquals("CreateTime", variant.configs().get("message.timestamp.type"));
    assertEquals(
        Long.toString(Long.MAX_VALUE), variant.configs().get("message.timestamp.before.max.ms"));
    assertEquals(
        Long.toString(Long.MAX_VALUE), variant.configs().get("message.timestamp.after.max.ms"));
    assertEquals("uncompressed", variant.configs().get("compression.type"));
  }

  @Test
  void replicationIsTheClustersAndComesWithTheCreation() {
    var asked = Topics.TABLES.on(new Replication((short) 3, 2));
    assertEquals(3, asked.replicationFactor());
    assertEquals(4, asked.numPartitions());
    assertEquals("2", asked.configs().get("min.insync.replicas"));
    assertThrows(IllegalArgumentException.class, () -> new Replication((short) 1, 2));
  }
}
