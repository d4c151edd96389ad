package vn.tonghop.producer;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.schemas.topic.Topics;

/** Tells how many reports of a unit stand in its topic; who may write there may ask. */
public final class TopicEnds implements AutoCloseable {

  private final Admin admin;

  private TopicEnds(Admin admin) {
    this.admin = admin;
  }

  /**
   * At the broker of the settings.
   *
   * @throws PublishException if no address of a broker can be resolved, or Kafka does not accept a
   *     setting
   */
  public static TopicEnds open(Settings settings) {
    try {
      return new TopicEnds(Admin.create(ClientConfig.admin(settings)));
    } catch (KafkaException e) {
      throw Failures.of(settings.bootstrap(), e);
    }
  }

  /**
   * Offset behind the last record of a unit's reports topic.
   *
   * @throws PublishException if there is no such topic, or the broker is out of reach
   */
  public long ofReports(String unit) {
    String topic = Topics.reports(unit).name();
    TopicPartition partition = new TopicPartition(topic, 0);
    try {
      return admin
          .listOffsets(Map.of(partition, OffsetSpec.latest()))
          .partitionResult(partition)
          .get()
          .offset();
    } catch (ExecutionException e) {
      throw Failures.of(topic, e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  @Override
  public void close() {
    admin.close(ReportPublisher.CLOSE);
  }
}
