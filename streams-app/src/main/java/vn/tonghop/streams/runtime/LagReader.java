package vn.tonghop.streams.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import vn.tonghop.schemas.topic.Asked;

/**
 * Reads lag from the broker, outside the application, so that it can be told when the application
 * is down.
 */
public final class LagReader {

  private final Admin admin;
  private final String applicationId;

  /** The admin stays the caller's to close. */
  public LagReader(Admin admin, String applicationId) {
    this.admin = admin;
    this.applicationId = applicationId;
  }

  /**
   * Lag of these topics' partitions; topics that do not exist yet have none.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker cannot be reached or refuses
   */
  public List<PartitionLag> read(Collection<String> topics) throws InterruptedException {
    List<TopicPartition> partitions = partitions(topics);
    Map<TopicPartition, Long> ends = offsets(partitions, IsolationLevel.READ_UNCOMMITTED);
    Map<TopicPartition, Long> stable = offsets(partitions, IsolationLevel.READ_COMMITTED);
    Map<TopicPartition, OffsetAndMetadata> committed =
        Asked.of(
            admin
                .listConsumerGroupOffsets(applicationId)
                .partitionsToOffsetAndMetadata(applicationId));
    List<PartitionLag> lags = new ArrayList<>();
    for (TopicPartition partition : partitions) {
      OffsetAndMetadata offset = committed.get(partition);
      lags.add(
          new PartitionLag(
              partition.topic(),
              partition.partition(),
              ends.getOrDefault(partition, 0L),
              stable.getOrDefault(partition, 0L),
              offset == null ? 0 : offset.offset()));
    }
    return lags;
  }

  private List<TopicPartition> partitions(Collection<String> topics) throws InterruptedException {
    Collection<String> known = new ArrayList<>(topics);
    known.retainAll(Asked.of(admin.listTopics().names()));
    List<TopicPartition> partitions = new ArrayList<>();
    for (TopicDescription topic : Asked.of(admin.describeTopics(known).allTopicNames()).values()) {
      topic
          .partitions()
          .forEach(each -> partitions.add(new TopicPartition(topic.name(), each.partition())));
    }
    return partitions;
  }

  private Map<TopicPartition, Long> offsets(
      List<TopicPartition> partitions, IsolationLevel isolation) throws InterruptedException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> each :
        Asked.of(admin.listOffsets(latest, new ListOffsetsOptions(isolation)).all()).entrySet()) {
      offsets.put(each.getKey(), each.getValue().offset());
    }
    return offsets;
  }
}
