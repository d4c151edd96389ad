package vn.tonghop.streams.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tonghop.schemas.topic.Topics;

/** What Kafka Streams and its clients are given in the end. */
class StreamsPropertiesTest {

  private static StreamsConfig of(Map<String, String> settings) {
    return StreamsProperties.of(RollUpSettings.of(settings));
  }

  private static @Nullable Object consumer(Map<String, String> settings, String key) {
    return of(settings).getMainConsumerConfigs("group", "client", 0).get(key);
  }

  private static @Nullable Object producer(Map<String, String> settings, String key) {
    return of(settings).getProducerConfigs("client").get(key);
  }

  @Test
  void theGuaranteesAreSwitchedOn() {
    StreamsConfig config = of(Map.of());
    assertEquals("exactly_once_v2", config.getString("processing.guarantee"));
    assertEquals("classic", config.getString("group.protocol"));
    assertEquals(true, config.getBoolean("ensure.explicit.internal.resource.naming"));
    assertEquals("read_committed", consumer(Map.of(), "isolation.level"));
  }

  @Test
  void internalTopicsTakeAnySizeAndTimeThatAReportMayHave() {
    Map<String, Object> topics = of(Map.of()).originalsWithPrefix("topic.");
    assertEquals(
        Map.of(
            "max.message.bytes", Integer.toString(Topics.RECORD_LIMIT),
            "message.timestamp.before.max.ms", Long.toString(Long.MAX_VALUE),
            "message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE)),
        topics);
  }

  @Test
  void theProducerSendsNoRecordThatATopicWouldRefuse() {
    assertEquals(Topics.MAX_REQUEST_BYTES, producer(Map.of(), "max.request.size"));
  }

  @Test
  void otherSettingsPassThroughToTheClients() {
    Map<String, String> settings =
        Map.of(
            "security.protocol", "SSL", "producer.linger.ms", "7", "consumer.fetch.min.bytes", "9");
    assertEquals("SSL", consumer(settings, "security.protocol"));
    assertEquals("SSL", producer(settings, "security.protocol"));
    assertEquals("7", producer(settings, "linger.ms"));
    assertEquals("9", consumer(settings, "fetch.min.bytes"));
  }

  @Test
  void aSettingThatIsAcceptedIsUsedWithAndWithoutPrefix() {
    assertEquals(10_000, consumer(Map.of(), "session.timeout.ms"));
    for (String prefix : new String[] {"", "consumer.", "main.consumer."}) {
      assertEquals(
          "30000",
          consumer(Map.of(prefix + "session.timeout.ms", "30000"), "session.timeout.ms"),
          prefix);
    }
  }

  @Test
  void whatTheRollUpWritesIsCompressedUnlessTheFileSaysOtherwise() {
    assertEquals("lz4", producer(Map.of(), "compression.type"));
    for (String prefix : new String[] {"", "producer."}) {
      Map<String, String> settings = Map.of(prefix + "compression.type", "zstd");
      assertEquals("zstd", producer(settings, "compression.type"), prefix);
    }
  }

  @Test
  void copiesOfStateAreKeptAsManyAsAreAskedFor() {
    assertEquals(0, of(Map.of()).getInt("num.standby.replicas"));
    assertEquals(2, of(Map.of("num.standby.replicas", "2")).getInt("num.standby.replicas"));
  }

  @Test
  void anInstancesNameMakesItAStaticMember() {
    assertEquals(
        "node-1-0",
        of(Map.of("group.instance.id", "node-1"))
            .getMainConsumerConfigs("group", "client", 0)
            .get("group.instance.id"));
  }
}
