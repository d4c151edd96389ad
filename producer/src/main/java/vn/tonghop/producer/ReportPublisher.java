package vn.tonghop.producer;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.producer.PublishException.Reason;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.schemas.mapping.ReportMapping;
import vn.tonghop.schemas.serde.ReportRecord;
import vn.tonghop.schemas.topic.Topics;

/**
 * Sends reports as a province does: to the topic of the report's unit, idempotently, acknowledged
 * by all replicas. May be shared between threads.
 *
 * <p>The value is written by the serializer that the settings name under {@code value.serializer}
 * (Confluent's {@code KafkaAvroSerializer} will do), or by the project's own. Neither registers
 * schemas unless the settings say so.
 */
public final class ReportPublisher implements AutoCloseable {

  /** Longest wait for what was sent to be acknowledged when closing. */
  static final Duration CLOSE = Duration.ofSeconds(30);

  private final Producer<String, byte[]> producer;
  private final Serializer<Object> serializer;
  private final TopicCheck topics;

  ReportPublisher(
      Producer<String, byte[]> producer, Serializer<Object> serializer, TopicCheck topics) {
    this.producer = producer;
    this.serializer = serializer;
    this.topics = topics;
  }

  /**
   * A publisher to the broker and the registry of the settings.
   *
   * @throws PublishException if the broker speaks TLS and the settings do not, no address of a
   *     broker can be resolved, or Kafka does not accept a setting
   */
  public static ReportPublisher open(Settings settings) {
    PlaintextCheck.require(settings);
    try {
      Serializer<Object> serializer = ClientConfig.serializer(settings);
      TopicCheck topics = TopicCheck.with(Admin.create(ClientConfig.admin(settings)));
      Producer<String, byte[]> producer =
          new KafkaProducer<>(
              ClientConfig.producer(settings), new StringSerializer(), new ByteArraySerializer());
      return new ReportPublisher(producer, serializer, topics);
    } catch (KafkaException e) {
      throw Failures.of(settings.bootstrap(), e);
    }
  }

  /**
   * Sends a report; the broker sets its time. The first report of a unit asks the broker for the
   * topic and may block for a few seconds.
   *
   * @return where the record stands, or a {@link PublishException}
   */
  public CompletableFuture<SourceRecord> publish(ProgressReport report) {
    return send(report, null);
  }

  /**
   * Sends a report that carries its own time, for topics that keep it (replays of history).
   *
   * @param timestamp of the record; before 1970 counts as 1970, which is the earliest Kafka knows
   * @return where the record stands, or a {@link PublishException}
   */
  public CompletableFuture<SourceRecord> publish(ProgressReport report, Instant timestamp) {
    return send(report, Math.max(0, timestamp.toEpochMilli()));
  }

  private CompletableFuture<SourceRecord> send(ProgressReport report, @Nullable Long timestamp) {
    CompletableFuture<SourceRecord> answer = new CompletableFuture<>();
    String place = report.unit();
    try {
      place = topic(report.unit());
      topics.require(place);
      ProducerRecord<String, byte[]> sent = toSend(place, report, timestamp);
      String topic = place;
      // Kafka tells the callback all that its own future would.
      Future<RecordMetadata> unused =
          producer.send(sent, (metadata, failure) -> complete(answer, topic, metadata, failure));
    } catch (PublishException e) {
      answer.completeExceptionally(e);
    } catch (KafkaException e) {
      answer.completeExceptionally(Failures.of(place, e));
    }
    return answer;
  }

  private ProducerRecord<String, byte[]> toSend(
      String topic, ProgressReport report, @Nullable Long timestamp) {
    Headers headers = new RecordHeaders();
    byte[] value = serializer.serialize(topic, headers, ReportMapping.toAvro(report));
    if (value.length > Topics.MAX_DOCUMENT_BYTES) {
      throw new PublishException(
          Reason.TOO_LARGE,
          "%s: the report has %d bytes, at most %d are taken"
              .formatted(topic, value.length, Topics.MAX_DOCUMENT_BYTES));
    }
    String key = ReportRecord.key(report.programme(), report.period());
    return new ProducerRecord<>(topic, null, timestamp, key, value, headers);
  }

  private static String topic(String unit) {
    try {
      return Topics.reports(unit).name();
    } catch (IllegalArgumentException e) {
      throw new PublishException(Reason.NO_SUCH_TOPIC, "no unit with a topic: " + unit, e);
    }
  }

  private static void complete(
      CompletableFuture<SourceRecord> answer,
      String topic,
      @Nullable RecordMetadata metadata,
      @Nullable Exception failure) {
    if (failure != null || metadata == null) {
      answer.completeExceptionally(
          Failures.of(topic, failure == null ? new KafkaException("no metadata") : failure));
    } else {
      answer.complete(new SourceRecord(topic, metadata.partition(), metadata.offset()));
    }
  }

  /** Waits until everything sent so far is acknowledged or has failed; bounded. */
  public void flush() {
    producer.flush();
  }

  /** Waits for acknowledgements, at most half a minute. */
  @Override
  public void close() {
    producer.close(CLOSE);
    serializer.close();
    topics.close();
  }
}
