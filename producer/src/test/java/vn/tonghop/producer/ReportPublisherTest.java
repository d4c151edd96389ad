package vn.tonghop.producer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.producer.PublishException.Reason;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.schemas.registry.RegistryUnavailableException;
import vn.tonghop.schemas.topic.Topics;

class ReportPublisherTest {

  private static final ProgressReport REPORT = PublishOneReport.report();

  private final MockProducer<String, byte[]> kafka =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

  @Test
  void aReportGoesToItsUnitsTopicUnderItsKey() {
    byte[] bytes = {0, 1, 2};
    SourceRecord record = PublishOneReport.publish(publisher((topic, value) -> bytes, "40"));
    assertEquals(new SourceRecord("tonghop.reports.40", 0, 0), record);
    ProducerRecord<String, byte[]> sent = kafka.history().get(0);
    assertEquals("CTCT-2024|2024-Q1", sent.key());
    assertArrayEquals(bytes, sent.value());
    assertEquals(null, sent.timestamp());
  }

  @Test
  void theSerializerGetsTheAvroRecord() {
    publisher(
            (topic, value) -> {
              assertInstanceOf(vn.tonghop.ProgressReport.class, value);
              return new byte[1];
            },
            "40")
        .publish(REPORT)
        .join();
  }

  @Test
  void aReplayStampsTheRecordAndNeverBefore1970() {
    ReportPublisher publisher = publisher((topic, value) -> new byte[1], "40");
    publisher.publish(REPORT, Instant.parse("2024-04-05T02:00:00Z")).join();
    publisher.publish(REPORT, Instant.parse("1911-01-01T00:00:00Z")).join();
    assertEquals(1712282400000L, kafka.history().get(0).timestamp());
    assertEquals(0, kafka.history().get(1).timestamp());
  }

  @Test
  void aDocumentAboveItsLimitIsNotSent() {
    int most = Topics.MAX_DOCUMENT_BYTES;
    publisher((topic, value) -> new byte[most], "40").publish(REPORT).join();
    ReportPublisher tooLarge = publisher((topic, value) -> new byte[most + 1], "40");
    assertEquals(Reason.TOO_LARGE, reason(tooLarge.publish(REPORT)));
    assertEquals(1, kafka.history().size());
  }

  @Test
  void aUnitWithoutTopicIsToldAtOnce() {
    ReportPublisher publisher = publisher((topic, value) -> new byte[1], "01");
    assertEquals(Reason.NO_SUCH_TOPIC, reason(publisher.publish(REPORT)));
    assertEquals(Reason.NO_SUCH_TOPIC, reason(publisher.publish(ofUnit("../x"))));
    assertTrue(kafka.history().isEmpty());
  }

  @Test
  void failuresSayWhoseFaultTheyAre() {
    Map<RuntimeException, Reason> cases =
        Map.of(
            new TimeoutException("late"), Reason.UNREACHABLE,
            new TimeoutException("x", new UnknownTopicOrPartitionException("x")),
                Reason.NO_SUCH_TOPIC,
            new RecordTooLargeException("x"), Reason.TOO_LARGE,
            new TopicAuthorizationException("x"), Reason.NOT_ALLOWED,
            new SerializationException("x", new RegistryUnavailableException("x")),
                Reason.UNREACHABLE,
            new SerializationException("x"), Reason.REFUSED);
    cases.forEach(
        (failure, reason) -> {
          ReportPublisher publisher =
              publisher(
                  (topic, value) -> {
                    throw failure;
                  },
                  "40");
          assertEquals(reason, reason(publisher.publish(REPORT)), failure.toString());
        });
    MockProducer<String, byte[]> refusing =
        new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    ReportPublisher publisher =
        new ReportPublisher(
            refusing, (topic, value) -> new byte[1], Brokers.topics("tonghop.reports.40"));
    CompletableFuture<SourceRecord> answer = publisher.publish(REPORT);
    assertTrue(refusing.errorNext(new TimeoutException("late")));
    assertEquals(Reason.UNREACHABLE, reason(answer));
  }

  @Test
  void whatEnsuresDeliveryCannotBeSwitchedOff() {
    Settings settings =
        settings(Map.of("acks", "0", "enable.idempotence", "false", "linger.ms", "7"));
    Map<String, Object> config = ClientConfig.producer(settings);
    assertEquals("all", config.get("acks"));
    assertEquals(true, config.get("enable.idempotence"));
    assertEquals(1024 * 1024, config.get("max.request.size"));
    assertEquals("7", config.get("linger.ms"));
  }

  @Test
  void theSettingsNameTheSerializer() {
    Serializer<Object> named =
        ClientConfig.serializer(
            settings(Map.of("value.serializer", NamedSerializer.class.getName())));
    assertInstanceOf(NamedSerializer.class, named);
    assertEquals(false, NamedSerializer.configured.get("auto.register.schemas"));
    assertEquals("http://127.0.0.1:1", NamedSerializer.configured.get("schema.registry.url"));
    assertEquals(
        "io.confluent.kafka.serializers.subject.RecordNameStrategy",
        NamedSerializer.configured.get("value.subject.name.strategy"));
    PublishException e =
        assertThrows(
            PublishException.class,
            () -> ReportPublisher.open(settings(Map.of("value.serializer", "no.such.Class"))));
    assertTrue(String.valueOf(e.getMessage()).contains("value.serializer"), e.toString());
  }

  /** What a sender could name instead of the project's own. */
  public static final class NamedSerializer implements Serializer<Object> {
    static Map<String, ?> configured = Map.of();

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
      configured = configs;
    }

    @Override
    public byte[] serialize(String topic, Object data) {
      return new byte[1];
    }
  }

  private ReportPublisher publisher(Serializer<Object> serializer, String unit) {
    return new ReportPublisher(kafka, serializer, Brokers.topics("tonghop.reports." + unit));
  }

  private static Settings settings(Map<String, String> kafka) {
    return new Settings(
        "127.0.0.1:1", "http://127.0.0.1:1", Regime.DECREE_09_2019, Path.of("data"), kafka);
  }

  private static Reason reason(CompletableFuture<SourceRecord> answer) {
    Throwable cause = assertThrows(CompletionException.class, answer::join).getCause();
    return assertInstanceOf(PublishException.class, cause).reason();
  }

  private static ProgressReport ofUnit(String unit) {
    return new ProgressReport(
        unit,
        REPORT.programme(),
        REPORT.period(),
        1,
        REPORT.kind(),
        REPORT.asOf(),
        false,
        false,
        REPORT.tasks(),
        REPORT.indicators(),
        null,
        null);
  }
}
