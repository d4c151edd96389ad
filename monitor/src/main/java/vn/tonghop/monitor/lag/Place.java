package vn.tonghop.monitor.lag;

import org.apache.kafka.common.TopicPartition;
import vn.tonghop.schemas.topic.Topics;

/** One partition, as one group reads it. */
public record Place(String group, Stage stage, TopicPartition partition) {

  /** The unit whose reports topic it is; empty text if it is none. */
  public String unit() {
    return unit(partition);
  }

  /** The unit whose reports topic that is; empty text if it is none. */
  public static String unit(TopicPartition partition) {
    return Topics.unitOf(partition.topic()).orElse("");
  }
}
