package vn.tonghop.producer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SerializationException;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.producer.PublishException.Reason;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.schemas.mapping.ReportMapping;
import vn.tonghop.schemas.mapping.ReportMapping.Result;
import vn.tonghop.schemas.registry.RegistryUnavailableException;
import vn.tonghop.schemas.topic.Topics;

/**
 * Reads back what units have sent: committed reports, without joining a group. A unit may always
 * ask where its topic ends; whether it may read it is for the broker to say. For one thread.
 */
public final class SentReports implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final AvroConsumer source;
  private final Consumer<String, byte[]> consumer;

  SentReports(AvroConsumer source) {
    this.source = source;
    this.consumer = source.kafka();
  }

  /**
   * A report that fits its schema, and its place in the unit's topic.
   *
   * @param offset in the topic's one partition
   */
  public record Sent(long offset, ProgressReport report) {}

  /**
   * A reader of the broker and the registry of the settings.
   *
   * @throws PublishException if no address of a broker can be resolved, or Kafka does not accept a
   *     setting
   */
  public static SentReports open(Settings settings) {
    return new SentReports(AvroConsumer.open(settings));
  }

  /**
   * The offset that a unit's next report will get at least.
   *
   * @throws PublishException if the unit has no topic, or the broker is out of reach
   */
  public long end(String unit) {
    TopicPartition topic = partition(unit);
    try {
      // Of a topic that is not its own, the consumer asks all the same, but complains in the log.
      consumer.assign(List.of(topic));
      return consumer.endOffsets(List.of(topic)).getOrDefault(topic, 0L);
    } catch (KafkaException e) {
      throw Failures.of(topic.topic(), e);
    }
  }

  /**
   * The reports of a unit between two offsets, the second not included, as far as they can be read;
   * empty if the broker does not let this reader read them.
   *
   * @throws PublishException if broker or registry is out of reach
   */
  public Optional<List<Sent>> between(String unit, long from, long to) {
    TopicPartition topic = partition(unit);
    List<Sent> sent = new ArrayList<>();
    try {
      consumer.assign(List.of(topic));
      consumer.seek(topic, from);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (consumer.position(topic) < to) {
        requireTime(topic, deadline);
        for (ConsumerRecord<String, byte[]> each : consumer.poll(POLL)) {
          deadline = System.nanoTime() + PATIENCE.toNanos();
          if (each.offset() < to) {
            report(each).ifPresent(report -> sent.add(new Sent(each.offset(), report)));
          }
        }
      }
      return Optional.of(sent);
    } catch (AuthorizationException e) {
      return Optional.empty();
    } catch (KafkaException e) {
      throw Failures.of(topic.topic(), e);
    }
  }

  /**
   * The report of a receipt.
   *
   * @throws PublishException if it may not be read or is not there, or broker or registry is out of
   *     reach
   */
  public ProgressReport at(String unit, SourceRecord source) {
    return between(unit, source.offset(), source.offset() + 1)
        .orElseThrow(
            () ->
                new PublishException(
                    Reason.REFUSED, source.topic() + ": no right to read the unit's own reports"))
        .stream()
        .findFirst()
        .orElseThrow(
            () ->
                new PublishException(
                    Reason.REFUSED,
                    "no report at %s@%d".formatted(source.topic(), source.offset())))
        .report();
  }

  private static void requireTime(TopicPartition topic, long deadline) {
    if (System.nanoTime() > deadline) {
      throw new PublishException(Reason.UNREACHABLE, topic.topic() + ": the broker sends nothing");
    }
  }

  /**
   * What nobody can read was rejected, and is no report; a registry that is away is another thing.
   */
  private Optional<ProgressReport> report(ConsumerRecord<String, byte[]> sent) {
    try {
      Object value = source.value(sent);
      return value instanceof vn.tonghop.ProgressReport report
              && ReportMapping.fromAvro(report) instanceof Result.Fits fits
          ? Optional.of(fits.report())
          : Optional.empty();
    } catch (SerializationException e) {
      if (e.getCause() instanceof RegistryUnavailableException) {
        throw Failures.of(sent.topic(), e);
      }
      return Optional.empty();
    }
  }

  /** A unit's topic has one partition: its reports have one order. */
  private static TopicPartition partition(String unit) {
    try {
      return new TopicPartition(Topics.reports(unit).name(), 0);
    } catch (IllegalArgumentException e) {
      throw new PublishException(Reason.NO_SUCH_TOPIC, "no unit with a topic: " + unit, e);
    }
  }

  @Override
  public void close() {
    source.close();
  }
}
